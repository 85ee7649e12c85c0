package org.tallyroom.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallyroom.message.WorldBroke;

/** The journal under everything that happens to a laptop in a meeting room, with a real SQLite. */
class JournalTest {

    private static final SheetFact SHEET = new SheetFact("a".repeat(64), "234679ACD", 0, 0, 0);

    @TempDir
    Path root;

    private Folder folder;

    @BeforeEach
    void aStationWithOneSheet() {
        folder = new Folder(root);
        try (Journal journal = Journal.create(folder, JournalTest::salt, Map.of("meeting", "m"))) {
            journal.addSheets(List.of(SHEET), List.of(new SheetPlace(SHEET.tokenHash(), 1, "print/a.pdf", 1)));
        }
    }

    static byte[] salt() {
        byte[] salt = new byte[16];
        new Random().nextBytes(salt);
        return salt;
    }

    static PageFact read(String id, int page) {
        return new PageFact(
                id, Optional.of("00.jpg"), "read", Optional.empty(), Optional.of(SHEET.tokenHash()), page, Optional.of("{}"));
    }

    static Provenance from(String source) {
        return new Provenance(source, Digest.of(source), 1, Digest.of("content of " + source));
    }

    @Test
    void aSheetsPageIsCountedOnceHoweverOftenItComes() {
        try (Journal journal = Journal.toWrite(folder, JournalTest::salt)) {
            assertThat(journal.addPage(read("p1", 1), from("a.jpg"))).isTrue();
            assertThat(journal.addPage(read("p2", 1), from("b.jpg"))).isFalse();
            assertThat(journal.addPage(read("p3", 2), from("c.jpg"))).isTrue();
            assertThat(journal.facts().counted()).extracting(CountedFact::pageId).containsExactlyInAnyOrder("p1", "p3");
            assertThat(journal.facts().pages()).hasSize(3);
        }
    }

    @Test
    void noFactCanBeChangedOrTakenAway() throws SQLException {
        try (Journal journal = Journal.toWrite(folder, JournalTest::salt)) {
            journal.addPage(read("p1", 1), from("a.jpg"));
            journal.decide(new DecisionFact(SHEET.tokenHash(), 1, "overall", "good", List.of("A"), "clear", 1));
            journal.enter(new FiguresFact("u", "t", 1, 1, Map.of("issued", 3), "B"));
        }
        List<String> tables =
                List.of("setting", "sheet", "page", "counted", "decision", "figures", "log", "log_salt", "provenance", "sheet_page");
        try (Connection db = database(); Statement statement = db.createStatement()) {
            for (String table : tables) {
                assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM " + table)).hasMessageContaining("append only");
            }
            assertThatThrownBy(() -> statement.executeUpdate("UPDATE page SET outcome = 'blank'"))
                    .hasMessageContaining("append only");
        }
    }

    @Test
    void changesMadeTogetherAreAllKeptOrNone() throws IOException {
        try (Journal journal = Journal.toWrite(folder, JournalTest::salt)) {
            String head = journal.headLink();
            long heads = Files.readAllLines(folder.head()).stream().filter(line -> !line.isEmpty()).count();
            assertThatThrownBy(() -> journal.together(() -> {
                        journal.addPage(read("p1", 1), from("a.jpg"));
                        journal.fileDone("a", "content");
                        journal.addPage(read("p2", 1), from("a.jpg"));
                    }))
                    .isInstanceOf(WorldBroke.class);
            assertThat(journal.facts().pages()).isEmpty();
            assertThat(journal.facts().fileTaken("a", "content")).isFalse();
            assertThat(journal.headLink()).isEqualTo(head);
            journal.together(() -> {
                assertThat(journal.addPage(read("p1", 1), from("a.jpg"))).isTrue();
                assertThat(journal.addPage(read("p2", 1), from("b.jpg"))).isFalse();
                journal.fileDone("a", "content");
            });
            assertThat(Files.readAllLines(folder.head()).stream().filter(line -> !line.isEmpty())).hasSize((int) heads + 1);
            assertThat(journal.audit(false)).isEmpty();
        }
        try (Journal journal = Journal.toRead(folder)) {
            assertThat(journal.facts().pages()).hasSize(2);
            assertThat(journal.facts().fileTaken("a", "content")).isTrue();
        }
    }

    /** Erasing overwrites first: power that goes then leaves zeros. */
    @Test
    void aHalfErasedNoteOfWaitingFilesIsNone() throws IOException {
        Files.write(folder.waiting(), new byte[200]);
        try (Journal journal = Journal.toWrite(folder, JournalTest::salt)) {
            WaitingFiles waiting = new WaitingFiles(folder);
            assertThat(waiting.count(journal.facts())).isZero();
            waiting.begin(List.of());
        }
        assertThat(folder.waiting()).doesNotExist();
    }

    @Test
    void whatFailsHalfwayLeavesNothing() {
        try (Journal journal = Journal.toWrite(folder, JournalTest::salt)) {
            journal.addPage(read("p1", 1), from("a.jpg"));
            String head = journal.headLink();
            assertThatThrownBy(() -> journal.addPage(read("p2", 1), from("a.jpg"))).isInstanceOf(WorldBroke.class);
            assertThat(journal.facts().pages()).hasSize(1);
            assertThat(journal.headLink()).isEqualTo(head);
            assertThat(journal.addPage(read("p3", 2), from("b.jpg"))).isTrue();
        }
    }

    @Test
    void oneWritesAndOthersReadBesideIt() {
        try (Journal writer = Journal.toWrite(folder, JournalTest::salt)) {
            assertThatThrownBy(() -> Journal.toWrite(folder, JournalTest::salt))
                    .isInstanceOf(WorldBroke.class)
                    .hasMessage("store.in-use");
            writer.addPage(read("p1", 1), from("a.jpg"));
            try (Journal reader = Journal.toRead(folder)) {
                assertThat(reader.facts().pages()).hasSize(1);
                writer.addPage(read("p2", 2), from("b.jpg"));
                assertThat(reader.facts().pages()).as("one moment, not two").hasSize(1);
            }
        }
        Journal.toWrite(folder, JournalTest::salt).close();
    }

    @Test
    void anOlderCopyOfTheJournalIsNotTakenForTheWhole() throws IOException {
        byte[] before = Files.readAllBytes(folder.journal());
        try (Journal journal = Journal.toWrite(folder, JournalTest::salt)) {
            journal.addPage(read("p1", 1), from("a.jpg"));
        }
        Files.write(folder.journal(), before);
        assertThatThrownBy(() -> Journal.toRead(folder)).isInstanceOf(WorldBroke.class).hasMessage("store.journal-lost-rows");
    }

    /** The trap: SQLite drops everything after the damage without a word, and its integrity check says ok. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.35, 0.6, 0.85})
    void aWriteAheadLogThatLostItsEndIsNoticed(double where) throws IOException, InterruptedException {
        List<String> acknowledged = killedWriter(8);
        Path wal = root.resolve("journal.db-wal");
        assertThat(wal).as("the killed writer left its log").exists();
        try (RandomAccessFile file = new RandomAccessFile(wal.toFile(), "rw")) {
            long at = (long) (file.length() * where);
            file.seek(at);
            int old = file.read();
            file.seek(at);
            file.write(old ^ 0x10);
        }
        try (Journal journal = Journal.toRead(folder)) {
            List<String> kept = journal.facts().pages().stream().map(PageFact::id).toList();
            assertThat(kept).as("opened without a complaint, so nothing may be missing").containsAll(acknowledged);
        } catch (WorldBroke noticed) {
            assertThat(noticed.sentence().key()).isIn("store.journal-lost-rows", "store.journal-damaged");
        }
    }

    @Test
    void aKilledWriterLosesNothingItAcknowledged() throws IOException, InterruptedException {
        List<String> acknowledged = new ArrayList<>();
        for (int round = 1; round <= 4; round++) {
            acknowledged.addAll(killedWriter(5 * round));
            try (Journal journal = Journal.toWrite(folder, JournalTest::salt)) {
                assertThat(journal.facts().pages().stream().map(PageFact::id)).containsAll(acknowledged);
                assertThat(journal.audit(false)).isEmpty();
            }
        }
    }

    /** Runs a writer as a process of its own and kills it hard after it has acknowledged some pages. */
    private List<String> killedWriter(int after) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        root.toString())
                .redirectErrorStream(true)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && acknowledged.size() < after; line = lines.readLine()) {
                assertThat(line).startsWith("page-");
                acknowledged.add(line);
            }
            child.destroyForcibly();
        }
        child.waitFor();
        assertThat(acknowledged).hasSize(after);
        return acknowledged;
    }

    @Test
    void tamperingIsFound() throws SQLException {
        try (Journal journal = Journal.toWrite(folder, JournalTest::salt)) {
            journal.addPage(read("p1", 1), from("a.jpg"));
            journal.enter(new FiguresFact("u", "t", 1, 1, Map.of("returned", 3), "B"));
            assertThat(journal.audit(false)).isEmpty();
        }
        try (Connection db = database(); Statement statement = db.createStatement()) {
            statement.executeUpdate("DROP TRIGGER page_update");
            statement.executeUpdate("UPDATE page SET reading = '{\"rows\":[]}'");
            statement.executeUpdate("INSERT INTO figures VALUES ('u', 't', 2, 1, '{\"returned\":4}', 'C')");
        }
        try (Journal journal = Journal.toRead(folder)) {
            assertThat(journal.audit(false))
                    .extracting(Journal.Flaw::what, Journal.Flaw::kind, Journal.Flaw::key)
                    .containsExactlyInAnyOrder(
                            tuple("changed", "page", "p1"),
                            tuple("added", "figures", "u/t/2"));
        }
    }

    /** Where a page came from and where a sheet was printed is proved too, as long as it is known. */
    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "print/a.pdf", "content", "source key"})
    void oneFlippedByteInProvenanceIsFound(String which) throws IOException {
        Provenance whence = from("a.jpg");
        try (Journal journal = Journal.toWrite(folder, JournalTest::salt)) {
            journal.addPage(read("p1", 1), whence);
        }
        String sought = switch (which) {
            case "content" -> whence.content();
            case "source key" -> whence.sourceKey();
            default -> which;
        };
        byte[] bytes = Files.readAllBytes(folder.journal());
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int flips = 0;
        for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
            byte[] flipped = bytes.clone();
            flipped[at] ^= 1;
            Files.write(folder.journal(), flipped);
            try (Journal journal = Journal.toRead(folder)) {
                assertThat(journal.audit(false)).as("byte %d", at).isNotEmpty();
            }
            flips++;
        }
        assertThat(flips).isPositive();
    }

    @Test
    void closingForgetsWhereAPageCameFromAndStillProvesTheRest() throws SQLException {
        try (Journal journal = Journal.toWrite(folder, JournalTest::salt)) {
            journal.addPage(read("p1", 1), from("a.jpg"));
            journal.closeCount(Map.of("closed", "yes", "root", journal.root()));
        }
        try (Journal journal = Journal.toRead(folder)) {
            assertThat(journal.facts().provenance()).isEmpty();
            assertThat(journal.facts().places()).isEmpty();
            assertThat(journal.facts().pages()).hasSize(1);
            assertThat(journal.audit(true)).isEmpty();
            assertThat(journal.facts().setting("root")).hasValue(journal.root());
        }
        try (Connection db = database(); Statement statement = db.createStatement()) {
            assertThat(statement.executeQuery("SELECT count(*) FROM log_salt WHERE kind IN ('sheet', 'page')").getInt(1)).isZero();
        }
    }

    /** The old journal is overwritten through a name that outlives it: whatever a disk keeps, it is not the provenance. */
    @Test
    void closingLeavesNoByteOfWhereAPageCameFrom() throws IOException {
        Path freed;
        try (Journal journal = Journal.toWrite(folder, JournalTest::salt)) {
            journal.addPage(read("p1", 1), from("very-secret-name.jpg"));
            freed = Files.createLink(root.resolve("what-the-disk-keeps"), folder.journal());
            journal.closeCount(Map.of("closed", "yes", "root", journal.root()));
        }
        assertThat(Files.readAllBytes(freed)).hasSizeGreaterThan(4096).containsOnly(0);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).as("%s", file).doesNotContain("very-secret");
            }
        }
        assertThat(folder.backup()).isDirectoryContaining(file -> file.endsWith("journal.db"));
        Files.copy(folder.backup().resolve("journal.db"), folder.journal(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(folder.backup().resolve("journal.head"), folder.head(), StandardCopyOption.REPLACE_EXISTING);
        try (Journal restored = Journal.toRead(folder)) {
            assertThat(restored.audit(true)).isEmpty();
            assertThat(restored.facts().pages()).hasSize(1);
        }
    }

    @Test
    void aJournalThatDoesNotHoldIsNotClosed() throws SQLException {
        try (Connection db = database(); Statement statement = db.createStatement()) {
            statement.executeUpdate("DROP TRIGGER sheet_update");
            statement.executeUpdate("UPDATE sheet SET unit = 1");
        }
        try (Journal journal = Journal.toWrite(folder, JournalTest::salt)) {
            assertThatThrownBy(() -> journal.closeCount(Map.of("closed", "yes")))
                    .isInstanceOf(WorldBroke.class)
                    .hasMessage("store.close-unproved");
            assertThat(journal.audit(false)).as("what shows the change is still there").hasSize(1);
            assertThat(folder.backup()).doesNotExist();
        }
    }

    /** The power fails after each step of putting the closed journal in the open one's place. */
    @Test
    void aClosingThatWasInterruptedIsFinished() throws IOException {
        Path open = root.resolve("journal.open");
        Files.copy(folder.journal(), open);
        Closing.write(folder, JournalTest::salt, Map.of("closed", "yes"));
        Files.delete(folder.journal());
        assertThatThrownBy(() -> Journal.toRead(folder)).isInstanceOf(WorldBroke.class).hasMessage("store.closing-interrupted");
        Journal.finishClosing(folder);
        assertThat(open).doesNotExist();
        try (Journal journal = Journal.toRead(folder)) {
            assertThat(journal.facts().setting("closed")).hasValue("yes");
            assertThat(journal.audit(true)).isEmpty();
            assertThat(journal.headFileHolds()).isTrue();
        }
        Files.write(open, new byte[10]);
        Journal.finishClosing(folder);
        assertThat(open).as("the last step again").doesNotExist();
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.journal());
    }
}
