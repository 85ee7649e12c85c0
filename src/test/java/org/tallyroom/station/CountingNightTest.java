package org.tallyroom.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallyroom.image.PageImage;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.pdf.FormPdf;
import org.tallyroom.pdf.PicturePdf;
import org.tallyroom.pdf.PrintedSheet;
import org.tallyroom.recognise.Printed;
import org.tallyroom.sheetcode.CodeSeal;
import org.tallyroom.sheetcode.SheetCode;
import org.tallyroom.sheetcode.ShortCode;
import org.tallyroom.store.CriteriaFact;
import org.tallyroom.store.Folder;
import org.tallyroom.support.BadFiles;
import org.tallyroom.support.Poppler;
import org.tallyroom.support.Sane;
import org.tallyroom.support.Scans;
import org.tallyroom.vision.Pictures;

/** A meeting night, headless: paper printed by us, drawn by poppler, marked, scanned, and everything that goes wrong. */
class CountingNightTest {

    @TempDir
    Path root;

    private Room room;

    @BeforeEach
    void printedForms() {
        room = new Room(root);
    }

    @Test
    void aMeetingFromTheFormToTheVerificationCode() throws IOException {
        room.everySheet("good", UnaryOperator.identity());
        assertThat(room.takeIn()).hasSize(8).allMatch(line -> line.endsWith(" read"));
        for (ReadingsDocument.Page page : room.readings().pages()) {
            assertThat(page.answers()).hasSize(14).allMatch(row -> row.answer().equals("good"));
        }
        for (String unit : List.of("archives", "parks")) {
            for (String type : List.of("own-unit", "full")) {
                room.figures(unit, type, Map.of("present", 2, "issued", 2, "unused", 0, "spoiled", 0, "returned", 2));
            }
        }
        CountDocument count = room.count();
        assertThat(count.units()).allSatisfy(unit -> {
            assertThat(unit.verdict()).isEqualTo("meets");
            assertThat(unit.accounting()).allSatisfy(a ->
                    assertThat(a.identities()).allMatch(i -> i.state().equals("holds")));
        });
        assertThat(room.takeIn()).as("again: nothing is new").isEmpty();
        assertThat(room.count()).isEqualTo(count);

        assertThatThrownBy(() -> Conclusion.close(room.folder, List.of("Li", "Li "))).isInstanceOf(Refusal.class);
        Conclusion.Closed closed = Conclusion.close(room.folder, List.of("Li", "Zhang"));
        assertThat(closed.waits()).isFalse();
        assertThat(closed.code()).matches("[0-9a-f]{16}").isEqualTo(room.count().verificationCode());
        assertThat(room.count().units()).isEqualTo(count.units());
        assertThat(Verification.of(room.folder)).isEqualTo(new Verification.Document(true, List.of()));
        assertThat(room.readings().pages()).allMatch(p -> p.source().isEmpty() && p.page().isEmpty());
        assertThat(room.layout().sheets().get(0).pages().get(0).pdf()).isEmpty();
        assertThat(room.folder.resolve("print")).doesNotExist();
        assertThat(told(room.folder, room.scans.toString(), "print/archives")).isEmpty();
        assertThatThrownBy(() -> room.takeIn()).isInstanceOf(Refusal.class).hasMessage("station.closed");
        assertThat(Conclusion.close(room.folder, List.of("Li", "Zhang"))).as("closing is closing").isEqualTo(closed);
    }

    /** The files that hold any of these words. */
    private static List<Path> told(Path folder, String... words) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> telling = new ArrayList<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (Stream.of(words).anyMatch(bytes::contains)) {
                    telling.add(file);
                }
            }
            return telling;
        }
    }

    @Test
    void printingAgainWritesTheSameFilesAndOnlySheetsThatCountHaveALayout() throws IOException {
        Map<String, byte[]> before = new HashMap<>();
        for (LayoutDocument.Sheet sheet : room.layout().sheets()) {
            String pdf = sheet.pages().get(0).pdf().orElseThrow();
            before.put(pdf, Files.readAllBytes(room.folder.resolve(pdf)));
        }
        try (Station station = Station.toWrite(room.folder)) {
            new Printing(station).everything(file -> {});
            for (Map.Entry<String, byte[]> file : before.entrySet()) {
                assertThat(Files.readAllBytes(room.folder.resolve(file.getKey()))).isEqualTo(file.getValue());
            }
            new Printing(station).more("parks", "full", 3, file -> {});
        }
        assertThat(room.sheets("parks")).hasSize(7);
        LayoutDocument.Sheet old = room.sheets("archives").get(0);
        room.jpeg("old.jpg", room.marked(old, "good", Map.of()), 85);
        try (Station station = Station.toWrite(room.folder)) {
            new Printing(station).again("archives", "the box fell over", file -> {});
        }
        assertThat(room.folder.resolve("print")).isDirectoryNotContaining("glob:**/archives-{own-unit,full}.pdf");
        assertThat(room.folder.resolve("print/void/archives-own-unit.pdf"))
                .as("what lay among the files to print is kept, but not there")
                .hasBinaryContent(before.get("print/archives-own-unit.pdf"));
        assertThat(room.sheets("archives")).hasSize(4).noneMatch(s -> s.sheet().equals(old.sheet()));
        assertThat(room.takeIn()).containsExactly("old.jpg 1 foreign voided");
    }

    @Test
    void theSameSheetTwiceCountsOnceAndAPhotocopyIsHeld() {
        LayoutDocument.Sheet sheet = room.sheets("archives").get(0);
        PageImage paper = room.marked(sheet, "good", Map.of());
        room.jpeg("a.jpg", paper, 85);
        assertThat(room.takeIn()).containsExactly("a.jpg 1 read");
        room.jpeg("b.jpg", paper, 85);
        room.jpeg("c.jpg", Scans.turned(paper, 181, 1.0), 80);
        assertThat(room.takeIn()).containsExactly("b.jpg 1 duplicate same-file", "c.jpg 1 duplicate same-answers");
        assertThat(room.counted().sheets()).hasSize(1);
        assertThat(room.counted().sheetsWait()).isFalse();

        room.jpeg("d.jpg", room.marked(sheet, "good", Map.of("overall", "poor")), 85);
        assertThat(room.takeIn()).containsExactly("d.jpg 1 duplicate differs");
        assertThat(room.states())
                .containsEntry("a.jpg 1", "duplicate differs")
                .containsEntry("d.jpg 1", "duplicate differs")
                .containsEntry("b.jpg 1", "duplicate same-file");
        assertThat(overall(room).held()).isEqualTo(1);
        assertThat(room.readings().equation()).isEqualTo(new Equation(4, 0, 0, 4, 0, 0, 0));

        room.decide(sheet.sheet(), "overall", "good", "Li");
        assertThat(overall(room).held()).as("one person is not enough").isEqualTo(1);
        room.decide(sheet.sheet(), "overall", "good", "Zhang");
        assertThat(overall(room).held()).isZero();
        assertThat(overall(room).options()).containsEntry("good", 1L);

        room.jpeg("e.jpg", room.marked(sheet, "fair", Map.of()), 85);
        room.takeIn();
        assertThat(room.counted().photocopied()).containsExactly("archives");
    }

    @Test
    void filesThatAStoppedScanDidNotReachArePending() throws IOException {
        for (int i = 0; i < 8; i++) {
            room.jpeg(i + ".jpg", room.marked(room.layout().sheets().get(i), "good", Map.of()), 85);
        }
        room.jpeg("8.jpg", BadFiles.letter(), 80);
        try (Station station = Station.toWrite(room.folder)) {
            TakeIn.Listener stopping = new TakeIn.Listener() {
                @Override
                public void page(TakeIn.PageLine page) {
                    throw new IllegalStateException("somebody pressed Ctrl-C");
                }

                @Override
                public void note(Message note) {}
            };
            assertThatThrownBy(() -> new TakeIn(station, stopping).run(List.of(room.scans)))
                    .isInstanceOf(IllegalStateException.class);
        }
        Equation stopped = room.readings().equation();
        assertThat(stopped.read()).as("told, and what was kept in one step with it").isBetween(1L, 7L);
        assertThat(stopped.pending()).as("not finished").isBetween(9 - stopped.read(), 8L);
        Files.delete(room.scans.resolve("8.jpg"));
        assertThat(room.takeIn(room.scans.resolve("7.jpg"))).hasSize(1);
        long read = stopped.read() + 1;
        long pending = stopped.pending() - 2;
        assertThat(room.readings().equation())
                .as("others wait on, 8.jpg is gone")
                .isEqualTo(new Equation(read + pending, read, 0, 0, 0, 0, pending));
        room.takeIn();
        assertThat(room.readings().equation()).isEqualTo(new Equation(8, 8, 0, 0, 0, 0, 0));
        assertThat(room.folder.resolve("waiting")).doesNotExist();
    }

    @Test
    void nobodyTurnsACertainReadingAlone() {
        LayoutDocument.Sheet sheet = room.sheets("archives").get(0);
        room.jpeg("a.jpg", room.marked(sheet, "good", Map.of()), 85);
        room.takeIn();
        assertThat(room.decide(sheet.sheet(), "overall", "poor", "Li")).as("one objects").isFalse();
        assertThat(overall(room).options()).containsEntry("good", 0L).containsEntry("poor", 0L);
        assertThat(overall(room).doubtful()).isEqualTo(1);
        try (Station station = Station.toRead(room.folder)) {
            assertThat(new ReviewDesk(station).list(false).open()).singleElement().satisfies(open -> {
                assertThat(open.reason()).isEqualTo("contradicted");
                assertThat(open.people()).isEqualTo(2);
            });
        }
        assertThat(room.decide(sheet.sheet(), "overall", "poor", "Zhang")).as("another agrees").isTrue();
        assertThat(overall(room).options()).containsEntry("poor", 1L);
        assertThat(room.readings().pages().get(0).answers().get(0).answer()).as("the reading stays").isEqualTo("good");
        assertThat(room.decide(sheet.sheet(), "overall", "blank", "Li", "Zhang")).as("two at once").isTrue();
        assertThat(overall(room).blank()).isEqualTo(1);
    }

    private static CountDocument.Item overall(Room room) {
        return room.count().units().get(0).tallies().stream()
                .filter(t -> t.item().equals("overall") && t.respondentType().equals("all"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void backsAreBlankAndALonelyEmptyPageIsAQuestion() {
        List<LayoutDocument.Sheet> sheets = room.sheets("parks");
        List<PicturePdf.Picture> leaves = new ArrayList<>();
        for (LayoutDocument.Sheet sheet : sheets.subList(0, 2)) {
            leaves.add(new PicturePdf.Picture(Pictures.jpeg(room.marked(sheet, "good", Map.of()), 85), 300));
            leaves.add(new PicturePdf.Picture(Pictures.jpeg(BadFiles.emptyPage(), 85), 300));
        }
        PicturePdf.write(room.scans.resolve("duplex.pdf"), leaves);
        PicturePdf.write(room.scans.resolve("simplex.pdf"), List.of(
                new PicturePdf.Picture(Pictures.jpeg(room.marked(sheets.get(2), "good", Map.of()), 85), 300),
                new PicturePdf.Picture(Pictures.jpeg(BadFiles.emptyPage(), 85), 300),
                new PicturePdf.Picture(Pictures.jpeg(room.marked(sheets.get(3), "good", Map.of()), 85), 300)));
        PicturePdf.write(room.scans.resolve("face-down-first.pdf"), List.of(leaves.get(1), leaves.get(0)));
        PicturePdf.write(room.scans.resolve("face-down-last.pdf"), List.of(
                leaves.get(0), leaves.get(2), leaves.get(0), leaves.get(1)));
        room.jpeg("alone.jpg", BadFiles.emptyPage(), 85);
        room.takeIn();
        assertThat(room.states())
                .containsEntry("duplex.pdf 1", "read")
                .containsEntry("duplex.pdf 2", "blank")
                .containsEntry("duplex.pdf 3", "read")
                .containsEntry("duplex.pdf 4", "blank")
                .containsEntry("simplex.pdf 1", "read")
                .containsEntry("simplex.pdf 2", "unreadable empty-page")
                .containsEntry("simplex.pdf 3", "read")
                .containsEntry("face-down-first.pdf 1", "unreadable empty-page")
                .containsEntry("face-down-last.pdf 4", "unreadable empty-page")
                .containsEntry("alone.jpg 1", "unreadable empty-page");
    }

    @Test
    void everyWrongPaperHasItsName() {
        Room other = new Room(root, "other", Room.MEETING.replace("小型集中联评", "另一次联评"), false);
        Room rehearsal = new Room(root, "rehearsal", Room.MEETING, true);
        room.jpeg("other.jpg", other.marked(other.sheets("parks").get(0), "good", Map.of()), 85);
        room.jpeg("rehearsal.jpg", rehearsal.marked(rehearsal.sheets("parks").get(0), "good", Map.of()), 85);
        room.jpeg("letter.jpg", BadFiles.letter(), 85);
        try (Station station = Station.toRead(room.folder)) {
            ShortCode unprinted = ShortCode.draw(Station.random(16));
            room.jpeg("unknown.jpg", printedWith(station, station.printed().seal(), unprinted), 85);
            CodeSeal forger = new CodeSeal(Station.random(32), "small-meeting", station.definitions().hash());
            room.jpeg("forged.jpg", printedWith(station, forger, unprinted), 85);
        }
        room.takeIn();
        assertThat(room.states())
                .containsEntry("other.jpg 1", "foreign other-meeting")
                .containsEntry("letter.jpg 1", "unreadable not-a-form")
                .containsEntry("unknown.jpg 1", "foreign unknown-code")
                .containsEntry("forged.jpg 1", "foreign forged")
                .containsEntry("rehearsal.jpg 1", "foreign rehearsal");
        assertThat(room.counted().sheets()).isEmpty();
    }

    private PageImage printedWith(Station station, CodeSeal seal, ShortCode code) {
        SheetCode sheet = new SheetCode(0, 0, 0, 1, false, station.keys().token(code));
        PrintedSheet printed = new PrintedSheet(
                station.printed().layouts().get(new Printed.Kind(0, 0, 0)), code, List.of(seal.seal(sheet)));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new FormPdf(station.font()).write(pdf, List.of(printed));
        Path file = root.resolve("printed.pdf");
        Folder.writeSynced(file, pdf.toByteArray());
        return Poppler.page(file, 1, 300);
    }

    @Test
    void whenBothCodesAreGoneTheShortCodeIsReadAndMustBelongToASheet() {
        LayoutDocument.Sheet sheet = room.sheets("parks").get(0);
        PageImage paper = room.marked(sheet, "fair", Map.of());
        PageImage spoilt;
        try (Station station = Station.toRead(room.folder)) {
            spoilt = Scans.drawnOver(paper, pen -> {
                pen.setColor(Color.DARK_GRAY);
                station.printed().layouts().get(new Printed.Kind(0, 1, 0)).page(1).codes().forEach(code -> pen.fill(
                        new Rectangle2D.Double(code.x() + 2, code.y() + 2, code.width() - 4, code.height() - 4)));
            });
        }
        room.jpeg("spoilt.jpg", spoilt, 90);
        assertThat(room.takeIn()).containsExactly("spoilt.jpg 1 read");
        assertThat(room.readings().pages().get(0).sheet()).hasValue(sheet.sheet());
        assertThat(room.readings().pages().get(0).answers()).allMatch(row -> row.answer().equals("fair"));
    }

    @Test
    void aBatchThroughARealScannerDriver() {
        LayoutDocument.Sheet sheet = room.sheets("archives").get(1);
        PageImage paper = room.marked(sheet, "good", Map.of("overall", "poor"));
        Sane.scan(paper, "tiff", room.scans.resolve("sane.tif"));
        Sane.scan(Scans.turned(room.marked(room.sheets("archives").get(2), "good", Map.of()), 180, 1), "png", room.scans.resolve("sane.png"));
        assertThat(room.takeIn()).containsExactlyInAnyOrder("sane.tif 1 read", "sane.png 1 read");
        ReadingsDocument.Page page = room.readings().pages().stream()
                .filter(p -> p.sheet().orElseThrow().equals(sheet.sheet()))
                .findFirst()
                .orElseThrow();
        assertThat(page.answers().get(0).answer()).isEqualTo("poor");
        assertThat(page.answers().subList(1, 14)).allMatch(row -> row.answer().equals("good"));
    }

    @Test
    void verifyNamesWhatWasTamperedWithAndWhomItConcerns() throws IOException {
        LayoutDocument.Sheet sheet = room.sheets("archives").get(0);
        room.jpeg("a.jpg", room.marked(sheet, "good", Map.of()), 85);
        room.takeIn();
        assertThat(Verification.of(room.folder).ok()).isTrue();
        Path picture;
        try (var files = Files.walk(room.folder.resolve("images"))) {
            picture = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(picture);
        bytes[bytes.length / 2] ^= 1;
        Files.write(picture, bytes);
        Verification.Document found = Verification.of(room.folder);
        assertThat(found.ok()).isFalse();
        assertThat(found.findings()).singleElement().satisfies(f -> {
            assertThat(f.what()).isEqualTo("changed");
            assertThat(f.affects()).containsExactly(sheet.sheet());
        });
        Files.writeString(room.folder.resolve("definitions/meeting.yaml"), Room.MEETING.replace("rates: every-unit", "rates: own-unit"));
        assertThat(Verification.of(room.folder).findings()).extracting(Verification.Finding::what).containsExactly("changed");
    }

    @Test
    void verifyNamesAKeyAndAHeadThatSomebodyChanged() throws IOException {
        assertThat(Verification.of(room.folder).ok()).isTrue();
        Path secret = room.folder.resolve("keys/secret");
        String key = Files.readString(secret);
        Files.writeString(secret, (key.charAt(0) == '0' ? '1' : '0') + key.substring(1));
        assertThat(Verification.of(room.folder).findings()).extracting(Verification.Finding::file).containsExactly("keys/secret");
        Files.writeString(secret, key);
        Path head = room.folder.resolve("journal.head");
        byte[] lines = Files.readAllBytes(head);
        lines[40] ^= 0x40;
        Files.write(head, lines);
        assertThat(Verification.of(room.folder).findings()).extracting(Verification.Finding::file).containsExactly("journal.head");
    }

    @Test
    void aProfileOfAnotherVersionIsSaidToBeOne() {
        try (Station station = Station.toWrite(room.folder)) {
            station.journal().judgeBy(new CriteriaFact(2, "0", "name: older\n", "", List.of()));
        }
        assertThatThrownBy(() -> Station.toRead(room.folder)).isInstanceOf(WorldBroke.class).hasMessage("station.other-profile");
        assertThat(Verification.of(room.folder).findings())
                .extracting(Verification.Finding::file)
                .containsExactly("journal.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM counted", "UPDATE sheet_page SET pdf_page = 77 WHERE pdf_page = 1"})
    void verifyNoticesRowsThatTheChainDoesNotCover(String tampering) throws SQLException {
        room.jpeg("a.jpg", room.marked(room.sheets("archives").get(0), "good", Map.of()), 85);
        room.takeIn();
        String journal = "jdbc:sqlite:" + room.folder.resolve("journal.db");
        try (Connection db = DriverManager.getConnection(journal); Statement statement = db.createStatement()) {
            List<String> triggers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
                while (rows.next()) {
                    triggers.add(rows.getString(1));
                }
            }
            for (String trigger : triggers) {
                statement.executeUpdate("DROP TRIGGER " + trigger);
            }
            assertThat(statement.executeUpdate(tampering)).isPositive();
        }
        assertThat(Verification.of(room.folder).ok()).isFalse();
    }
}
