package org.tallyroom.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.FormLayout;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.sheetcode.CodeOpening;
import org.tallyroom.sheetcode.CodeSeal;
import org.tallyroom.sheetcode.ModuleVotes;
import org.tallyroom.sheetcode.QrModules;
import org.tallyroom.sheetcode.QrReader;
import org.tallyroom.support.SampleMeeting;

/** 5,000 sheets in one file: every page is rasterised by poppler and read back, every text taken out by pdftotext. */
class FiveThousandSheetsTest {

    private static final int SHEETS = 5000;

    private static final int MOST_MEGABYTES = 128;

    /** 2 px a module: the least that is read without fail, and a quarter of the time of 150 dpi. */
    private static final int DPI = 72;

    private static final SampleMeeting SAMPLE = SampleMeeting.of("joint-assessment");

    @TempDir
    private static Path folder;

    private static Path pdf;
    private static double sheetsPerSecond;

    /** In a process of its own, whose memory is small: 5,000 pages must not stay in it. */
    @BeforeAll
    static void print() throws IOException, InterruptedException {
        pdf = folder.resolve("sheets.pdf");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + MOST_MEGABYTES + "m",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FiveThousandSheetsTest.class.getName(),
                        pdf.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        sheetsPerSecond = Double.parseDouble(said.strip().lines().reduce((first, last) -> last).orElseThrow());
        System.out.printf("%d sheets: %.0f/s, %.1f MB%n", SHEETS, sheetsPerSecond, Files.size(pdf) / 1e6);
    }

    /**
     * Prints the sheets into the named file and says how many a second of its own computing time: other work on the
     * machine does not make the printer slower.
     */
    public static void main(String[] arguments) throws IOException {
        new FormPdf(SampleMeeting.FONT).write(OutputStream.nullOutputStream(), sheets(20));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[0]))) {
            new FormPdf(SampleMeeting.FONT).write(out, sheets(SHEETS));
        }
        System.out.println(SHEETS / ((threads.getCurrentThreadCpuTime() - start) / 1e9));
    }

    @Test
    void aHundredSheetsASecondArePrinted() {
        assertThat(sheetsPerSecond).isGreaterThan(100);
    }

    @Test
    void everyPageIsDecodedBack() throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> halves = new ArrayList<>();
            for (int from = 1; from <= SHEETS; from += SHEETS / 2) {
                int first = from;
                halves.add(workers.submit(() -> decode(first, first + SHEETS / 2 - 1)));
            }
            int pages = 0;
            for (Future<Integer> half : halves) {
                pages += half.get();
            }
            assertThat(pages).isEqualTo(SHEETS);
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    void everyPageCarriesItsOwnTexts() throws Exception {
        Path text = folder.resolve("sheets.txt");
        Process process = new ProcessBuilder("pdftotext", "-raw", "-enc", "UTF-8", pdf.toString(), text.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        String[] pages = Files.readString(text).split("\f");
        assertThat(pages).hasSize(SHEETS);
        String hash = SAMPLE.hash().substring(0, 8);
        for (int i = 0; i < SHEETS; i++) {
            PrintedSheet sheet = sheet(i);
            String page = pages[i];
            String code = sheet.shortCode().grouped();
            assertThat(page.split(code, -1)).as("page %d says %s twice", i + 1, code).hasSize(3);
            assertThat(page)
                    .contains("单位名称：" + SAMPLE.meeting().units().get(unit(i)).name())
                    .contains(SAMPLE.meeting().respondentTypes().get(type(i)).label())
                    .contains("第三组“学习教育、听取意见”环节群众评价表")
                    .contains(hash);
        }
    }

    private static int decode(int first, int last) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "pdftoppm", "-gray", "-r", DPI + "", "-f", first + "", "-l", last + "", pdf.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        CodeSeal seal = SAMPLE.seal();
        int pages = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 20))) {
            for (int i = first - 1; i < last; i++) {
                PageImage page = pgm(in);
                PageLayout layout = layout(i).page(1);
                for (RectMm place : layout.codes()) {
                    String text = QrReader.read(votes(page, place)).orElseThrow();
                    assertThat(seal.open(text))
                            .as("page %d", i + 1)
                            .isEqualTo(new CodeOpening.Genuine(SAMPLE.code(unit(i), type(i), 1, i)));
                }
                layout.marks().forEach(mark -> assertThat(gray(page, mark.square())).isLessThan(60));
                layout.rows().forEach(row -> row.cells().forEach(
                        cell -> assertThat(gray(page, cell.box().grow(-1))).isGreaterThan(250)));
                pages++;
            }
        }
        return process.waitFor() == 0 ? pages : -1;
    }

    private static ModuleVotes votes(PageImage page, RectMm place) {
        double module = place.width() / QrModules.SIDE;
        return ModuleVotes.of((column, row) -> {
            double x = place.x() + column * module;
            double y = place.y() + row * module;
            return 1 - gray(page, new RectMm(x, y, module, module)) / 255.0;
        });
    }

    /** The gray in the middle of a place. */
    private static int gray(PageImage page, RectMm place) {
        double pixels = DPI / 25.4;
        return page.gray((int) (place.centre().x() * pixels), (int) (place.centre().y() * pixels));
    }

    private static PageImage pgm(DataInputStream in) throws IOException {
        String[] head = new String[4];
        for (int i = 0; i < 4; i++) {
            StringBuilder word = new StringBuilder();
            for (int c = in.readByte(); !Character.isWhitespace(c); c = in.readByte()) {
                word.append((char) c);
            }
            head[i] = word.toString();
        }
        int width = Integer.parseInt(head[1]);
        int height = Integer.parseInt(head[2]);
        byte[] gray = new byte[width * height];
        in.readFully(gray);
        return PageImage.ofGray(width, height, gray);
    }

    private static final List<List<FormLayout>> LAYOUTS = IntStream.range(0, 4)
            .mapToObj(unit -> List.of(SAMPLE.layout(unit, 0), SAMPLE.layout(unit, 1)))
            .toList();

    private static int unit(int i) {
        return i % 4;
    }

    private static int type(int i) {
        return i / 4 % 2;
    }

    private static FormLayout layout(int i) {
        return LAYOUTS.get(unit(i)).get(type(i));
    }

    private static PrintedSheet sheet(int i) {
        return SAMPLE.sheet(layout(i), unit(i), type(i), i);
    }

    /** Made one by one: the printer must not need them all at once. */
    private static Iterable<PrintedSheet> sheets(int count) {
        return () -> new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < count;
            }

            @Override
            public PrintedSheet next() {
                return sheet(next++);
            }
        };
    }
}
