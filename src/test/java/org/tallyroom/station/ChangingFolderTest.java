package org.tallyroom.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.message.Message;
import org.tallyroom.support.BadFiles;
import org.tallyroom.vision.Pictures;

/** Files that a scanner is still writing, or that somebody deletes, while they are taken in. */
class ChangingFolderTest {

    @TempDir
    Path root;

    private Room room;

    @BeforeEach
    void open() {
        room = new Room(root);
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsNotBrokenButUnfinished() throws IOException {
        room.jpeg("1.jpg", BadFiles.letter(), 80);
        byte[] whole = Pictures.jpeg(room.marked(room.sheets("parks").get(0), "good", Map.of()), 85);
        Path growing = room.write("2.jpg", Arrays.copyOf(whole, whole.length / 2));
        List<String> lines = new ArrayList<>();
        assertThat(takeIn(lines, () -> write(growing, whole))).as("to be scanned again").isTrue();
        assertThat(lines).containsExactly("1.jpg unreadable", "station.file-changes");
        assertThat(takeIn(lines, () -> {})).isFalse();
        assertThat(lines).endsWith("2.jpg read").hasSize(3);
    }

    @Test
    void aFileThatIsDeletedBeforeItsTurnIsToldAndPendingUntilTheNextScan() {
        room.jpeg("1.jpg", BadFiles.letter(), 80);
        room.jpeg("2.jpg", BadFiles.letter(), 60);
        room.jpeg("3.jpg", BadFiles.letter(), 40);
        Path last = room.scans.resolve("9.jpg");
        for (int i = 4; i < 9; i++) {
            room.jpeg(i + ".jpg", BadFiles.letter(), 40 + i);
        }
        write(last, new byte[10]);
        List<String> lines = new ArrayList<>();
        assertThat(takeIn(lines, () -> last.toFile().delete())).isTrue();
        assertThat(lines).hasSize(9).endsWith("station.file-gone");
        assertThat(room.readings().equation().pending()).isEqualTo(1);
        takeIn(new ArrayList<>(), () -> {});
        assertThat(room.readings().equation().takenIn()).isEqualTo(8);
    }

    /** @param afterFirst runs when the first page is kept; @return whether something is to be scanned again */
    private boolean takeIn(List<String> lines, Runnable afterFirst) {
        try (Station station = Station.toWrite(room.folder)) {
            TakeIn takeIn = new TakeIn(station, new TakeIn.Listener() {
                @Override
                public void page(TakeIn.PageLine page) {
                    lines.add(Path.of(page.source()).getFileName() + " " + page.state().word());
                    if (lines.size() == 1) {
                        afterFirst.run();
                    }
                }

                @Override
                public void note(Message note) {
                    lines.add(note.key());
                }
            });
            takeIn.run(List.of(room.scans));
            return takeIn.again();
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
