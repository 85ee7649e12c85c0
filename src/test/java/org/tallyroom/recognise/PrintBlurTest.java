package org.tallyroom.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tallyroom.image.PageImage;
import org.tallyroom.support.MarkedForm;
import org.tallyroom.support.TestPen;

/** Printed lines that blur or a coarse picture makes wider are no ink, and ink beside them stays. */
class PrintBlurTest {

    private static final long SEED = 20261128;

    private static final MarkedForm FORM = MarkedForm.at(200);

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void aSoftPictureLeavesNothingOfItsLines() {
        RegisteredPage soft = soft(FORM.scanned(FORM.sheet(), random, 6));
        for (RowReading row : RowMeasurer.measure(soft)) {
            for (CellReading cell : row.cells()) {
                assertThat(cell.alongMm2()).as("seed %d, %s", SEED, row.item()).isLessThan(0.1);
                assertThat(cell.inkMm2()).as("seed %d, %s", SEED, row.item()).isLessThan(0.1);
            }
        }
    }

    @Test
    void whatAPenDrewBesideALineStays() {
        float[] sheet = FORM.sheet();
        TestPen pen = FORM.pen(sheet, random);
        for (var row : FORM.layout().rows()) {
            var box = row.cells().get(1).box();
            pen.stroke(box.x() + 0.8, box.y() + 0.8, box.x() + 0.8, box.bottom() - 0.8);
        }
        for (RowReading row : RowMeasurer.measure(soft(FORM.scanned(sheet, random, 6)))) {
            assertThat(row.cells().get(1).inkMm2()).as("seed %d, %s", SEED, row.item()).isGreaterThan(0.6);
        }
    }

    @Test
    void linesThatAreRepeatedMakeAPictureCoarse() {
        PageImage fine = page(240, 90, 1);
        assertThat(Grain.rows(fine)).isEqualTo(1);
        assertThat(Grain.rows(page(240, 90, 2))).isEqualTo(2);
        assertThat(Grain.rows(PageImage.ofBilevel(10, 10, new byte[100]))).as("nothing on it").isEqualTo(1);
    }

    /** Rows of chance, each so often. */
    private PageImage page(int width, int height, int often) {
        byte[] gray = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int above = (y - 1) * width + x;
                gray[y * width + x] = y % often > 0 ? gray[above] : (byte) (random.nextInt(2) * 255);
            }
        }
        return PageImage.ofBilevel(width, height, gray);
    }

    /** Each level the mean of three by three, twice: a lens a little out of focus. */
    private static RegisteredPage soft(RegisteredPage page) {
        return page.with(soft(soft(page.image())));
    }

    private static PageImage soft(PageImage image) {
        byte[] levels = new byte[image.width() * image.height()];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                levels[y * image.width() + x] = (byte) mean(image, x, y);
            }
        }
        return image.withGray(levels);
    }

    private static int mean(PageImage image, int x, int y) {
        int sum = 0;
        int seen = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                boolean inside = image.contains(x + dx, y + dy);
                sum += inside ? image.gray(x + dx, y + dy) : 0;
                seen += inside ? 1 : 0;
            }
        }
        return sum / seen;
    }
}
