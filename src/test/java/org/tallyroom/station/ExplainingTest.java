package org.tallyroom.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.image.PageImage;
import org.tallyroom.message.Language;
import org.tallyroom.message.Sentences;
import org.tallyroom.vision.Pictures;

/** What explain shows is what the journal keeps; after closing it no longer tells where a page came from. */
class ExplainingTest {

    @TempDir
    Path root;

    @Test
    void everyAnswerCarriesItsMeasuresAndThePictureShowsThem() throws IOException {
        Room room = new Room(root);
        LayoutDocument.Sheet sheet = room.sheets("parks").get(0);
        room.jpeg("p.jpg", room.marked(sheet, "good", Map.of("study-1", "poor", "study-2", "")), 85);
        room.takeIn();
        room.decide(sheet.sheet(), "overall", "fair", "Wang", "Li");

        Explaining.Document explained = explain(room, sheet.sheet());
        Explaining.Page page = explained.pages().get(0);
        assertThat(explained.unit()).isEqualTo("parks");
        assertThat(page.source()).hasValueSatisfying(source -> assertThat(source).endsWith("p.jpg"));
        assertThat(page.registration().residualMm()).isLessThan(0.1);
        Map<String, Explaining.Explained> rows = page.rows().stream()
                .collect(Collectors.toMap(Explaining.Explained::item, row -> row));
        assertThat(rows).hasSize(14);
        assertThat(rows.get("overall").answer()).isEqualTo("good");
        assertThat(rows.get("overall").decided()).contains("fair");
        assertThat(rows.get("study-1").answer()).isEqualTo("poor");
        assertThat(rows.get("study-2").answer()).isEqualTo("blank");
        assertThat(rows.get("study-1").cells().get(2).strokes()).hasSize(1);

        PageImage picture = Pictures.decode(Files.readAllBytes(Path.of(page.picture())))
                .match(image -> image, () -> null, () -> null, (w, h) -> null);
        assertThat(picture.width()).as("the page and its panel").isGreaterThan(picture.height());

        Conclusion.close(room.folder, List.of("Wang", "Li"));
        Explaining.Page closed = explain(room, sheet.sheet()).pages().get(0);
        assertThat(closed.source()).isEqualTo(Optional.empty());
        assertThat(closed.sourcePage()).isEqualTo(Optional.empty());
        assertThat(closed.rows()).isEqualTo(page.rows());
    }

    @Test
    void aSheetThatNobodyScannedHasNothingToExplain() {
        Room room = new Room(root);
        String sheet = room.sheets("parks").get(0).sheet();
        assertThatThrownBy(() -> explain(room, sheet)).hasMessage("station.nothing-to-explain");
        assertThatThrownBy(() -> explain(room, "A7K")).hasMessage("station.no-such-sheet");
    }

    private static Explaining.Document explain(Room room, String sheet) {
        try (Station station = Station.toRead(room.folder)) {
            return new Explaining(station, Sentences.in(Language.EN)).explain(sheet, room.folder.resolve("review"));
        }
    }
}
