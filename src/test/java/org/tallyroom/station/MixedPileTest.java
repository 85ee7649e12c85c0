package org.tallyroom.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.message.Message;
import org.tallyroom.pdf.FormPdf;
import org.tallyroom.pdf.PrintedSheet;
import org.tallyroom.recognise.Printed;
import org.tallyroom.rehearsal.Filling;
import org.tallyroom.rehearsal.Gesture;
import org.tallyroom.rehearsal.Hand;
import org.tallyroom.rehearsal.Pen;
import org.tallyroom.rehearsal.Rehearsal;
import org.tallyroom.rehearsal.Scan;
import org.tallyroom.rehearsal.ScanFolder;
import org.tallyroom.rehearsal.ScanFolder.Format;
import org.tallyroom.rehearsal.Scanner;
import org.tallyroom.rehearsal.Seed;
import org.tallyroom.rehearsal.Shape;
import org.tallyroom.sheetcode.SheetCode;
import org.tallyroom.sheetcode.ShortCode;
import org.tallyroom.store.SheetFact;
import org.tallyroom.support.BadFiles;
import org.tallyroom.support.Poppler;
import org.tallyroom.support.SampleMeeting;
import org.tallyroom.support.Sane;

/**
 * Everything that a folder of scans may hold, taken in at once: forms printed by the station, drawn by poppler, some
 * scanned by SANE, and all that does not belong there. Each page ends in one state with its reason; none is lost.
 */
class MixedPileTest {

    private static final Seed SEED = new Seed(2014);

    @TempDir
    private Path folder;

    private Path scans;
    private ScanFolder scanner;
    private Station station;
    private final Map<String, Filling> marked = new LinkedHashMap<>();

    /** A sheet of the station as a printer would print it. */
    private record Paper(PageImage print, PageLayout layout) {}

    @BeforeEach
    void prepare() throws IOException {
        scans = folder.resolve("扫描 scans");
        scanner = new ScanFolder(scans);
        Path definitions = Files.createDirectory(folder.resolve("definitions"));
        Files.writeString(definitions.resolve("form.yaml"), form());
        Files.writeString(definitions.resolve("meeting.yaml"), meeting());
        Path place = folder.resolve("meeting");
        assertThat(Preparing.prepare(definitions.resolve("meeting.yaml"), place, false)).isEmpty();
        station = Station.toWrite(place);
        new Printing(station).everything(file -> {});
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void everyPageEndsInOneStateWithItsReason() throws IOException {
        Map<String, String> expected = new TreeMap<>(ordinaryPages());
        expected.putAll(strangePages());
        expected.putAll(brokenFiles());
        assertThat(takeIn()).isEqualTo(expected.size());
        ReadingsDocument readings = ReadingsDocument.of(station);
        assertThat(states(readings)).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(readings.equation().takenIn()).isEqualTo(expected.size());
        assertThat(readings.equation().read()).isEqualTo(4);
        marked.forEach((file, filling) -> assertThat(answers(readings, file))
                .as(file)
                .isEqualTo(truth(filling, answers(readings, file))));
        assertThat(takeIn()).as("new pages the second time").isZero();
        assertThat(ReadingsDocument.of(station)).isEqualTo(readings);
    }

    private Map<String, String> ordinaryPages() throws IOException {
        List<Paper> papers = papers();
        Map<String, String> expected = new TreeMap<>();
        scan("upright-1.jpg", papers.get(0), filling(0), Scanner.CLEAN);
        scan("upside-down.tif", papers.get(1), filling(1), Scanner.CLEAN.turned(2));
        scan("black-and-white.png", papers.get(2), filling(2), Scanner.CLEAN.bilevel());
        Sane.scan(filled(papers.get(3), filling(3)), "png", scans.resolve("sane.png"));
        marked.put("sane.png", filling(3));
        marked.keySet().forEach(file -> expected.put(file, "read"));
        scan("upright-2-fed-again.jpg", papers.get(0), filling(0), Scanner.OFFICE);
        expected.put("upright-2-fed-again.jpg", "duplicate same-answers");
        Files.copy(scans.resolve("upright-1.jpg"), scans.resolve("upright-3-copied.jpg"));
        expected.put("upright-3-copied.jpg", "duplicate same-file");
        scan("paper.jpg", papers.get(4), filling(0), Scanner.CLEAN);
        scan("photocopy.jpg", papers.get(4), filling(1), Scanner.CLEAN);
        expected.put("paper.jpg", "duplicate differs");
        expected.put("photocopy.jpg", "duplicate differs");
        return expected;
    }

    private Map<String, String> strangePages() throws IOException {
        scanner.write("letter", Format.JPEG, List.of(new Scan(BadFiles.letter(), 300, 80)));
        scanner.write("face-down", Format.JPEG, List.of(new Scan(BadFiles.emptyPage(), 300, 80)));
        foreign("other-meeting.png", sealedBySamples(meeting().replace("meeting: joint", "meeting: other")));
        foreign("forged.png", sealedBySamples(meeting()));
        foreign("unknown-code.png", sealedByStation(new SheetCode(0, 0, 0, 1, false, "0123456789ab".repeat(2))));
        foreign("rehearsal.png", sealedByStation(new SheetCode(0, 0, 0, 1, true, "ba9876543210".repeat(2))));
        return Map.of(
                "letter.jpg", "unreadable not-a-form",
                "face-down.jpg", "unreadable empty-page",
                "other-meeting.png", "foreign other-meeting",
                "forged.png", "foreign forged",
                "unknown-code.png", "foreign unknown-code",
                "rehearsal.png", "foreign rehearsal");
    }

    /** A sheet of the same looks whose code was sealed with the samples' key, which is not the station's. */
    private static PrintedSheet sealedBySamples(String meeting) throws IOException {
        SampleMeeting samples = SampleMeeting.of(form(), meeting);
        return samples.sheet(samples.layout(0, 0), 0, 0, 1);
    }

    /** With the station's own key, but never printed by it: the key got out, or a journal was lost. */
    private PrintedSheet sealedByStation(SheetCode code) {
        Printed printed = station.printed();
        return new PrintedSheet(
                printed.layouts().get(new Printed.Kind(0, 0, 0)),
                ShortCode.draw(new byte[32]),
                List.of(printed.seal().seal(code)));
    }

    private void foreign(String file, PrintedSheet sheet) throws IOException {
        Path pdf = folder.resolve(file + ".pdf");
        try (OutputStream out = Files.newOutputStream(pdf)) {
            new FormPdf(SampleMeeting.FONT).write(out, List.of(sheet));
        }
        Sane.scan(Poppler.page(pdf, 1, 300), "png", scans.resolve(file));
    }

    private Map<String, String> brokenFiles() throws IOException {
        BadFiles bad = new BadFiles(scans);
        ScanFolder aside = new ScanFolder(folder.resolve("aside"));
        Scan whole = new Scan(BadFiles.letter(), 300, 80);
        bad.truncated(aside.write("a", Format.JPEG, List.of(whole)), 0.6, "half.jpg");
        bad.truncated(aside.write("b", Format.TIFF, List.of(whole)), 0.6, "half.tif");
        bad.encrypted(aside.write("c", Format.PDF, List.of(whole)), "locked.pdf");
        bad.zip("zip.pdf");
        bad.empty("nothing.jpg");
        bad.hugePng(30_000, "huge.png");
        return Map.of(
                "half.jpg", "unreadable truncated",
                "half.tif", "unreadable truncated",
                "locked.pdf", "unreadable encrypted",
                "zip.pdf", "unreadable damaged-file",
                "nothing.jpg", "unreadable damaged-file",
                "huge.png", "unreadable too-large");
    }

    private int takeIn() {
        return new TakeIn(station, new TakeIn.Listener() {
            @Override
            public void page(TakeIn.PageLine page) {}

            @Override
            public void note(Message note) {}
        }).run(List.of(scans));
    }

    private static Map<String, String> states(ReadingsDocument readings) {
        return readings.pages().stream()
                .collect(Collectors.toMap(
                        page -> name(page), page -> page.state() + page.reason().map(r -> " " + r).orElse("")));
    }

    private static String name(ReadingsDocument.Page page) {
        return Path.of(page.source().orElseThrow()).getFileName().toString();
    }

    private static Map<String, String> answers(ReadingsDocument readings, String file) {
        return readings.pages().stream()
                .filter(page -> name(page).equals(file))
                .flatMap(page -> page.answers().stream())
                .collect(Collectors.toMap(ReadingsDocument.Row::item, ReadingsDocument.Row::answer));
    }

    private static Map<String, String> truth(Filling filling, Map<String, String> rows) {
        return rows.keySet().stream().collect(Collectors.toMap(Function.identity(), filling::truth));
    }

    /** The first unit's sheets of the first type, from the PDF that the station printed. */
    private List<Paper> papers() {
        Map<String, SheetFact> sheets = station.sheets();
        return station.facts().places().stream()
                .filter(place -> sheets.get(place.tokenHash()).unit() == 0)
                .filter(place -> sheets.get(place.tokenHash()).respondentType() == 0)
                .sorted(Comparator.comparing(place -> place.pdfPage()))
                .map(place -> {
                    SheetFact sheet = sheets.get(place.tokenHash());
                    Printed.Kind kind = new Printed.Kind(sheet.form(), sheet.unit(), sheet.respondentType());
                    Path pdf = station.folder().root().resolve(place.pdf());
                    return new Paper(
                            Poppler.page(pdf, place.pdfPage(), 300),
                            station.printed().layouts().get(kind).page(place.page()));
                })
                .toList();
    }

    /** Ticks of a steady hand, the options in turn from {@code first}; the last row stays empty. */
    private Filling filling(int first) {
        List<String> options = List.of("good", "fair", "poor");
        Pen pen = Pen.of(Pen.Kind.GEL, Pen.Ink.BLACK, SEED.random());
        Map<String, List<Gesture>> rows = new LinkedHashMap<>();
        List<String> items = new ArrayList<>(station.definitions().forms().values().iterator().next().items().stream()
                .map(item -> item.id())
                .toList());
        items.remove(items.size() - 1);
        for (int i = 0; i < items.size(); i++) {
            rows.put(items.get(i), List.of(new Gesture(Shape.TICK, options.get((i + first) % 3))));
        }
        return Filling.of(Hand.of(pen, Shape.TICK, 5, SEED.random()), rows);
    }

    private static PageImage filled(Paper paper, Filling filling) {
        return Rehearsal.fill(paper.print(), paper.layout(), filling, SEED);
    }

    private void scan(String file, Paper paper, Filling filling, Scanner with) {
        Scan scan = with.scan(filled(paper, filling), paper.layout().widthMm(), SEED.child(file));
        String stem = file.substring(0, file.lastIndexOf('.'));
        Format format = List.of(Format.values()).stream()
                .filter(f -> f.named(stem).equals(file))
                .findFirst()
                .orElseThrow();
        scanner.write(stem, format, List.of(scan));
        marked.put(file, filling);
    }

    private static String form() throws IOException {
        return Files.readString(Path.of("forms", "joint-assessment", "form.yaml"));
    }

    private static String meeting() throws IOException {
        return Files.readString(Path.of("forms", "joint-assessment", "meeting.yaml")).replace("per-unit: 15", "per-unit: 5");
    }
}
