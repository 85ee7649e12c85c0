package org.tallyroom.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.image.PageImage;
import org.tallyroom.intake.Fault;
import org.tallyroom.intake.ScanFile;
import org.tallyroom.pdf.PicturePdf;
import org.tallyroom.rehearsal.Scan;
import org.tallyroom.rehearsal.ScanFolder;
import org.tallyroom.rehearsal.ScanFolder.Format;
import org.tallyroom.vision.Pictures;

/** What the outer world hands in, made by the outer world's programs where there are any, and what intake makes of it. */
class RealInputTest {

    @TempDir
    private Path folder;

    private static final PageImage LETTER = BadFiles.letter();

    @Test
    void popplerDrawsWhatWasPutIn() {
        Path pdf = folder.resolve("letter.pdf");
        PicturePdf.write(pdf, List.of(new PicturePdf.Picture(Pictures.jpeg(LETTER, 95), 300)));
        PageImage drawn = Poppler.page(pdf, 1, 300);
        assertThat(List.of(drawn.width(), drawn.height())).containsExactly(2480, 3508);
        assertThat(ink(drawn)).isBetween(ink(LETTER) * 0.97, ink(LETTER) * 1.03);
        assertThat(Poppler.pages(pdf, 50)).hasSize(1);
    }

    @Test
    void saneScansWhatLiesOnItsGlass() {
        Path scan = Sane.scan(LETTER, "pnm", folder.resolve("scan.pgm"));
        assertThat(Pnm.read(scan)).containsExactly(LETTER);
        for (String format : List.of("png", "jpeg", "tiff")) {
            assertThat(faults(Sane.scan(LETTER, format, folder.resolve("scan." + format)))).containsExactly("fine");
        }
    }

    @Test
    void whatIsMissingIsNoticed() {
        ScanFolder scans = new ScanFolder(folder);
        Scan scan = new Scan(LETTER, 300, 80);
        BadFiles bad = new BadFiles(folder);
        assertThat(faults(bad.truncated(scans.write("a", Format.JPEG, List.of(scan)), 0.6, "half.jpg")))
                .containsExactly(Fault.TRUNCATED.name());
        assertThat(faults(bad.truncated(scans.write("b", Format.PNG, List.of(scan)), 0.6, "half.png")))
                .containsExactly(Fault.TRUNCATED.name());
        Path tiff = scans.write("c", Format.TIFF, List.of(scan, scan));
        assertThat(faults(tiff)).containsExactly("fine", "fine");
        assertThat(faults(bad.truncated(tiff, 0.75, "half.tif"))).contains(Fault.TRUNCATED.name());
    }

    @Test
    void filesThatAreNoScansHaveANameEach() {
        BadFiles bad = new BadFiles(folder);
        Path pdf = new ScanFolder(folder).write("scan", Format.PDF, List.of(new Scan(LETTER, 300, 80)));
        assertThat(faults(pdf)).containsExactly("fine");
        assertThat(faults(bad.encrypted(pdf, "locked.pdf"))).containsExactly(Fault.ENCRYPTED.name());
        assertThat(faults(bad.zip("zip.pdf"))).containsExactly(Fault.DAMAGED_FILE.name());
        assertThat(faults(bad.empty("empty.jpg"))).containsExactly(Fault.DAMAGED_FILE.name());
        assertThat(faults(bad.hugePng(30_000, "huge.png"))).containsExactly(Fault.TOO_LARGE.name());
    }

    private static List<String> faults(Path file) {
        List<String> found = new ArrayList<>();
        try (ScanFile pages = ScanFile.open(file)) {
            pages.forEachRemaining(page -> found.add(page.unpack(fine -> "fine", Fault::name)));
        }
        return found;
    }

    private static double ink(PageImage page) {
        double sum = 0;
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                sum += 255 - page.gray(x, y);
            }
        }
        return sum;
    }
}
