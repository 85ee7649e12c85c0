package org.tallyroom.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.image.PageImage;
import org.tallyroom.store.CriteriaFact;
import org.tallyroom.support.Scans;

/** Other criteria judge the stored measures: nobody scans again, and nothing that people decided is turned. */
class RejudgingTest {

    private static final List<String> DOTTED = List.of("overall", "study-1", "study-2");

    @TempDir
    Path root;

    private Room room;
    private String sheet;
    private Path strict;

    /** One sheet with three dots of 1.6 mm: marks by the program's profile, in doubt where marks begin at 2.5 mm. */
    @BeforeEach
    void dots() throws IOException {
        room = new Room(root);
        LayoutDocument.Sheet first = room.sheets("archives").get(0);
        sheet = first.sheet();
        PageImage page = Scans.drawnOver(room.blank(first.pages().get(0)), pen -> {
            pen.setColor(new Color(30, 30, 60));
            first.pages().get(0).boxes().stream()
                    .filter(box -> box.option().equals("good") && DOTTED.contains(box.item()))
                    .forEach(box -> pen.fill(new Ellipse2D.Double(
                            box.xMm() + box.widthMm() / 2 - 0.8, box.yMm() + box.heightMm() / 2 - 0.8, 1.6, 1.6)));
        });
        room.jpeg("dots.jpg", page, 85);
        room.takeIn();
        strict = root.resolve("strict.yaml");
        String ours = Files.readString(Path.of("calibration/default/profile.yaml"));
        Files.writeString(strict, ours.replaceFirst("value: 1.25", "value: 2.5"));
    }

    @Test
    void everyChangedAnswerIsListedAndThePersonsWordStands() {
        Rejudging.Document stricter = rejudge(strict, "Wang", "Li");
        assertThat(stricter.changes())
                .containsExactlyInAnyOrderElementsOf(DOTTED.stream()
                        .map(item -> new Rejudging.Change(sheet, "archives", type(), item, "good", "doubtful"))
                        .toList());
        assertThat(room.decide(sheet, "overall", "poor", "Wang")).isTrue();
        assertThat(room.decide(sheet, "study-1", "good", "Wang")).isTrue();
        assertThat(room.decide(sheet, "study-1", "doubtful", "Wang")).as("opened again").isTrue();

        Rejudging.Document back = rejudge(Path.of("calibration/default/profile.yaml"), "Wang", "Li");
        assertThat(back.to()).isEqualTo(stricter.from());
        assertThat(back.changes()).extracting(Rejudging.Change::item).containsExactly("study-2");
        assertThat(tally("overall").options()).as("one person decided a doubt").containsEntry("poor", 1L);
        assertThat(tally("study-1").doubtful()).as("a person wants to see it").isEqualTo(1);
        assertThat(tally("study-2").options()).containsEntry("good", 1L);
    }

    @Test
    void aDecisionAboutAllRowsInDoubtStandsForThoseThatWere() {
        rejudge(strict, "Wang", "Li");
        assertThat(room.decide(sheet, "all", "poor", "Wang")).isTrue();
        assertThat(rejudge(Path.of("calibration/default/profile.yaml"), "Wang", "Li").changes()).isEmpty();
        assertThat(DOTTED).allSatisfy(item -> assertThat(tally(item).options()).containsEntry("poor", 1L));
        assertThat(tally("study-3").blank()).isEqualTo(1);
    }

    @Test
    void whoWhenceAndWhyAreKeptAndProved() {
        rejudge(strict, "Wang", "Li");
        try (Station station = Station.toRead(room.folder)) {
            List<CriteriaFact> kept = station.facts().criteria();
            assertThat(kept).extracting(CriteriaFact::seq).containsExactly(1, 2);
            assertThat(kept.get(1).reason()).isEqualTo("light pens");
            assertThat(kept.get(1).deciders()).containsExactly("Wang", "Li");
            assertThat(kept.get(1).profile()).contains("value: 2.5");
        }
        assertThat(Verification.of(room.folder).findings()).isEmpty();
        Conclusion.close(room.folder, List.of("Wang", "Li"));
        assertThat(Verification.of(room.folder).findings()).as("recomputed by the criteria in force").isEmpty();
        assertThatThrownBy(() -> rejudge(Path.of("calibration/default/profile.yaml"), "Wang", "Li"))
                .isInstanceOf(Refusal.class)
                .hasMessage("station.closed");
    }

    @Test
    void onePersonOrTheSameCriteriaChangeNothing() {
        assertThatThrownBy(() -> rejudge(strict, "Wang", " Wang ")).hasMessage("station.rejudging-needs-two");
        assertThatThrownBy(() -> rejudge(Path.of("calibration/default/profile.yaml"), "Wang", "Li"))
                .hasMessage("station.same-criteria");
        try (Station station = Station.toWrite(room.folder)) {
            Path wrong = Path.of("forms/joint-assessment/form.yaml");
            Rejudging.Outcome outcome = new Rejudging(station).with(wrong, "by mistake", List.of("Wang", "Li"));
            assertThat(outcome.done()).isEmpty();
            assertThat(outcome.problems()).isNotEmpty();
            assertThat(station.facts().criteria()).hasSize(1);
        }
    }

    private Rejudging.Document rejudge(Path profile, String... by) {
        try (Station station = Station.toWrite(room.folder)) {
            return new Rejudging(station).with(profile, "light pens", List.of(by)).done().orElseThrow();
        }
    }

    private String type() {
        return room.sheets("archives").get(0).respondentType();
    }

    private CountDocument.Item tally(String item) {
        return room.count().units().get(0).tallies().stream()
                .filter(t -> t.item().equals(item) && t.respondentType().equals("all"))
                .findFirst()
                .orElseThrow();
    }
}
