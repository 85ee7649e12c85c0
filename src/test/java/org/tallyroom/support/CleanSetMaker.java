package org.tallyroom.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.pdf.PrintedSheet;
import org.tallyroom.rehearsal.Rehearsal;
import org.tallyroom.rehearsal.Scan;
import org.tallyroom.rehearsal.ScanFolder;
import org.tallyroom.rehearsal.ScanFolder.Format;
import org.tallyroom.rehearsal.Seed;
import org.tallyroom.rehearsal.Truth;

/**
 * Makes {@code test-scans/clean-300} anew, for whoever changes what the set stands for. Its own {@code form.yaml} and
 * {@code meeting.yaml} are printed, so that other definitions may change.
 */
@EnabledIfSystemProperty(named = "tallyroom.makeTestScans", matches = "true")
class CleanSetMaker {

    private static final Seed SEED = new Seed(300);
    private static final Path SET = Path.of("test-scans", "clean-300");

    @TempDir
    private Path folder;

    private final List<Truth.Line> truth = new ArrayList<>();

    @Test
    void make() throws IOException {
        TestPaper paper = TestPaper.of(SET, 12);
        List<PrintedSheet> printed = paper.sheets();
        List<PageImage> blank = Poppler.pages(paper.print(folder.resolve("forms.pdf")), 300);
        List<Scan> scans = new ArrayList<>();
        List<CleanSet.Sheet> sheets = CleanSet.sheets(printed.get(0).layout().page(1), SEED);
        for (int i = 0; i < sheets.size(); i++) {
            PageLayout page = printed.get(i).layout().page(1);
            Seed own = SEED.child(i);
            PageImage filled = Rehearsal.fill(blank.get(i), page, sheets.get(i).filling(), own);
            scans.add(sheets.get(i).scanner().scan(filled, page.widthMm(), own));
        }
        write(printed, sheets, scans);
        Files.writeString(SET.resolve("truth.csv"), new Truth(truth).csv());
        paper.describe(SET);
        try (Stream<Path> files = Files.walk(SET)) {
            long bytes = files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
            assertThat(bytes).as("bytes of the whole set").isLessThan(3L << 20);
        }
    }

    private void write(List<PrintedSheet> printed, List<CleanSet.Sheet> sheets, List<Scan> scans) throws IOException {
        Path to = SET.resolve("scans");
        ScanFolder folder = new ScanFolder(to);
        for (int i = 0; i < 3; i++) {
            Path tray = folder.write("tray-" + (i + 1), Format.JPEG, scans.subList(i, i + 1));
            add(tray, IntStream.of(i), printed, sheets);
        }
        add(folder.write("copier", Format.PDF, scans.subList(3, 5)), IntStream.of(3, 4), printed, sheets);
        add(Sane.scan(scans.get(5).image(), "jpeg", to.resolve("sane.jpg")), IntStream.of(5), printed, sheets);
        add(folder.write("archive", Format.TIFF, scans.subList(6, 10)), IntStream.range(6, 10), printed, sheets);
        for (int i = 10; i < 12; i++) {
            Path png = to.resolve("lineart-" + (i - 9) + ".png");
            add(lineArt(scans.get(i).image(), png), IntStream.of(i), printed, sheets);
        }
    }

    /** Written by Java's own encoder: it packs black and white three times as tightly as OpenCV's. */
    private static Path lineArt(PageImage page, Path file) throws IOException {
        BufferedImage bits = new BufferedImage(page.width(), page.height(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                bits.getRaster().setSample(x, y, 0, page.gray(x, y) > 127 ? 1 : 0);
            }
        }
        ImageIO.write(bits, "png", file.toFile());
        return file;
    }

    private void add(Path file, IntStream pages, List<PrintedSheet> printed, List<CleanSet.Sheet> sheets) {
        int[] sheet = pages.toArray();
        for (int i = 0; i < sheet.length; i++) {
            PrintedSheet paper = printed.get(sheet[i]);
            for (PageLayout.Row row : paper.layout().page(1).rows()) {
                truth.add(new Truth.Line(
                        file.getFileName().toString(),
                        i + 1,
                        paper.shortCode().value(),
                        row.item(),
                        sheets.get(sheet[i]).filling().truth(row.item())));
            }
        }
    }
}
