package org.tallyroom.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.message.WorldBroke;

/**
 * The power fails while the journal is being written: SQLite's write-ahead log ends anywhere. What a power cut leaves is
 * made from what was on the disk after each commit, since a killed process cannot show it.
 */
class TornLogTest {

    private static final int SECTOR = 512;
    private static final int PAGES = 5;

    @TempDir
    Path root;

    private byte[] journal;
    private byte[] log;
    private final List<State> states = new ArrayList<>();

    /** What the disk held when a commit was acknowledged. @param log bytes of the write-ahead log; @param told page ids */
    private record State(int log, byte[] head, List<String> told) {}

    @BeforeEach
    void aJournalThatWasNeverWrittenBack() throws IOException {
        Folder folder = new Folder(root.resolve("whole"));
        Files.createDirectories(folder.root());
        Journal.create(folder, JournalTest::salt, Map.of("meeting", "m")).close();
        try (Journal open = Journal.toWrite(folder, JournalTest::salt)) {
            remember(folder, open);
            for (int i = 1; i <= PAGES; i++) {
                String id = "page-" + i;
                open.addPage(
                        new PageFact(
                                id, Optional.empty(), "unreadable", Optional.of("no-code"), Optional.empty(), 0, Optional.empty()),
                        JournalTest.from(id));
                remember(folder, open);
            }
            journal = Files.readAllBytes(folder.journal());
            log = Files.readAllBytes(log(folder));
        }
    }

    private void remember(Folder folder, Journal open) throws IOException {
        int written = Files.exists(log(folder)) ? (int) Files.size(log(folder)) : 0;
        List<String> told = open.facts().pages().stream().map(PageFact::id).toList();
        states.add(new State(written, Files.readAllBytes(folder.head()), told));
    }

    private static Path log(Folder folder) {
        return folder.root().resolve("journal.db-wal");
    }

    /** A page is told after its commit and its head are synced: so whoever was told a page finds it, wherever the log ends. */
    @Test
    void aLogThatEndsAnywhereGivesTheStateAfterACommit() throws IOException {
        for (int cut = 0; cut <= log.length; cut += SECTOR) {
            opens(lastBefore(cut), Arrays.copyOf(log, cut), "cut at " + cut);
        }
        for (int cut = 0; cut <= log.length; cut += 4 * SECTOR) {
            byte[] torn = Arrays.copyOf(Arrays.copyOf(log, cut), cut + 3 * SECTOR);
            opens(lastBefore(cut), torn, "zeros after " + cut);
        }
        assertThat(states.get(PAGES).told()).hasSize(PAGES);
    }

    private void opens(State last, byte[] rest, String how) throws IOException {
        Folder folder = left(rest, last.head());
        try (Journal again = Journal.toWrite(folder, JournalTest::salt)) {
            assertThat(again.facts().pages()).as(how).extracting(PageFact::id).containsExactlyElementsOf(last.told());
            assertThat(again.audit(false)).as(how).isEmpty();
            again.set("after", how);
        }
        Journal.toRead(folder).close();
    }

    /** Damage is not a power cut: a commit whose head was noted may not be missing without a word. */
    @Test
    void aLogThatLostWhatItsHeadRemembersIsNeverTakenForTheWhole() throws IOException {
        State whole = states.get(PAGES);
        for (int cut = 0; cut < whole.log(); cut += 8 * SECTOR) {
            Folder folder = left(Arrays.copyOf(log, cut), whole.head());
            assertThatThrownBy(() -> Journal.toWrite(folder, JournalTest::salt))
                    .as("cut at %d", cut)
                    .isInstanceOf(WorldBroke.class)
                    .hasMessage("store.journal-lost-rows");
        }
    }

    private State lastBefore(int cut) {
        return states.stream().filter(s -> s.log() <= cut).reduce((first, second) -> second).orElseThrow();
    }

    private Folder left(byte[] rest, byte[] head) throws IOException {
        Folder folder = new Folder(root.resolve("left"));
        Files.createDirectories(folder.root());
        Files.deleteIfExists(folder.root().resolve("journal.db-shm"));
        Files.write(folder.journal(), journal);
        Files.write(log(folder), rest);
        Files.write(folder.head(), head);
        return folder;
    }
}
