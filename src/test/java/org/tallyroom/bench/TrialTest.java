package org.tallyroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.rehearsal.Damage;
import org.tallyroom.rehearsal.Seed;
import org.tallyroom.vision.Natives;

/** A page of a run is known by its number: what was wrong on it can be made and seen again. */
class TrialTest {

    private static final Seed RUN = new Seed(11);

    @TempDir
    static Path folder;

    private static PaperStock stock;

    @BeforeAll
    static void print() {
        Natives.load();
        stock = new PaperStock(folder);
    }

    @Test
    void theSameNumberGivesTheSamePicture() {
        Trial trial = new Trial(stock, PaperStock.criteria());
        for (long number = 0; number < Damage.values().length; number++) {
            Deal deal = Deal.of(number, stock, RUN);
            assertThat(trial.picture(Deal.of(number, stock, RUN))).isEqualTo(trial.picture(deal));
        }
    }

    @Test
    void everyDamagePenAndInkHasItsTurn() {
        List<Deal> deals = LongStream.range(0, 48).mapToObj(n -> Deal.of(n, stock, RUN)).toList();
        assertThat(deals.stream().map(d -> d.damage() + " " + d.pen()).distinct()).hasSize(48);
    }

    @Test
    void whatIsDealtIsWhatIsMeant() {
        LongStream.range(0, 400).mapToObj(n -> Deal.of(n, stock, RUN)).forEach(deal -> {
            for (PageLayout.Row row : deal.page().layout().rows()) {
                String meant = deal.filling().truth(row.item());
                switch (deal.marks().get(row.item())) {
                    case BLANK, REST -> assertThat(meant).isEqualTo("blank");
                    case CROSS, ALTERED, COLUMN -> assertThat(meant).isEqualTo("doubtful");
                    case OVERMARKED -> assertThat(meant).isEqualTo("overmarked");
                    default -> assertThat(deal.page().options()).contains(meant);
                }
            }
        });
    }

    @Test
    void aWrongRowCountsOnlyTheCellsThatAreWrong() {
        assertThat(row("good", "fair").positions()).isEqualTo(new Score(1, 0, 2));
        assertThat(row("good", "blank").positions()).isEqualTo(new Score(2, 0, 1));
        assertThat(row("good", "doubtful").positions()).isEqualTo(new Score(0, 3, 0));
        assertThat(row("doubtful", "good").score()).isEqualTo(Score.wrong(1));
    }

    private static SeenRow row(String meant, String read) {
        return new SeenRow("overall", Mark.DOT, 0, 0, 3, meant, read, "");
    }
}
