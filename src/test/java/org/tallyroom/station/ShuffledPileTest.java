package org.tallyroom.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.image.PageImage;
import org.tallyroom.support.BadFiles;
import org.tallyroom.support.Scans;

/** The order of the pile is nobody's business: whoever shuffles it gets the same readings and the same count. */
class ShuffledPileTest {

    private static final long SEED = 20261122;

    @TempDir
    private Path root;

    private Room room;
    private List<LayoutDocument.Sheet> sheets;

    @BeforeEach
    void markEverySheet() {
        room = new Room(root);
        sheets = room.layout().sheets();
        for (int i = 0; i < sheets.size(); i++) {
            String option = List.of("good", "fair", "poor").get(i % 3);
            PageImage page = room.marked(sheets.get(i), option, Map.of("overall", i % 4 == 0 ? "" : "good"));
            room.jpeg("page-" + i + ".jpg", i % 2 == 0 ? page : Scans.turned(page, 180.4, 0.99), 70);
        }
        room.jpeg("letter.jpg", BadFiles.letter(), 60);
        room.jpeg("empty.jpg", BadFiles.emptyPage(), 60);
    }

    @Test
    void aShuffledPileSaysTheSame() throws IOException {
        PageImage fifth = room.marked(sheets.get(4), "fair", Map.of("overall", ""));
        room.jpeg("again.jpg", Scans.toned(fifth, 0.9, 12, 3, SEED), 60);
        Room other = room.copied("other");
        room.takeIn();
        other.takeIn(shuffled());
        assertThat(said(other)).as("seed %d", SEED).containsExactlyInAnyOrderElementsOf(said(room));
        assertThat(other.readings().equation()).isEqualTo(room.readings().equation());
        assertThat(other.count()).isEqualTo(room.count());
        assertThat(room.readings().equation().read())
                .as("all but the copy, the letter and the empty page")
                .isEqualTo(8);
    }

    @Test
    void whicheverOfTwoPicturesComesFirstTheSheetIsHeld() throws IOException {
        room.jpeg("page-1b.jpg", room.marked(sheets.get(1), "poor", Map.of()), 70);
        Room other = room.copied("other");
        room.takeIn();
        other.takeIn(shuffled());
        assertThat(other.count()).as("seed %d", SEED).isEqualTo(room.count());
        assertThat(room.count().units().stream().flatMap(u -> u.accounting().stream()).mapToLong(a -> a.held()).sum())
                .isEqualTo(1);
    }

    private Path[] shuffled() throws IOException {
        try (Stream<Path> files = Files.list(room.scans)) {
            List<Path> pile = new ArrayList<>(files.sorted().toList());
            Collections.shuffle(pile, new Random(SEED));
            return pile.toArray(Path[]::new);
        }
    }

    /** Everything but where a page came from; of two pictures of one sheet either may be the first. */
    private static List<ReadingsDocument.Page> said(Room room) {
        return room.readings().pages().stream()
                .map(p -> new ReadingsDocument.Page(
                        Optional.empty(),
                        Optional.empty(),
                        p.state(),
                        p.reason(),
                        p.sheet(),
                        p.unit(),
                        p.respondentType(),
                        p.state().equals("read") ? withoutConfidence(p.answers()) : List.of()))
                .toList();
    }

    private static List<ReadingsDocument.Row> withoutConfidence(List<ReadingsDocument.Row> rows) {
        return rows.stream().map(row -> new ReadingsDocument.Row(row.item(), row.answer(), 0)).toList();
    }
}
