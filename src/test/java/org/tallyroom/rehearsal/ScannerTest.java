package org.tallyroom.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;

class ScannerTest {

    /** A black square of 10 mm, 20 mm from the left and 30 mm from the top. */
    private static PageImage square() {
        byte[] gray = new byte[2480 * 3508];
        for (int i = 0; i < gray.length; i++) {
            double x = (i % 2480 + 0.5) * 210 / 2480;
            double y = (i / 2480 + 0.5) * 297 / 3508;
            gray[i] = (byte) (x > 20 && x < 30 && y > 30 && y < 40 ? 0 : 255);
        }
        return PageImage.ofGray(2480, 3508, gray);
    }

    private static final Scanner STILL = new Scanner(
            List.of(300),
            List.of(0),
            Range.only(0),
            Range.only(1),
            Range.only(0),
            Range.only(0),
            Range.only(255),
            Range.only(0),
            Range.only(0),
            Range.only(0),
            Range.only(90),
            0);

    @Test
    void aFaultlessScannerChangesNothing() {
        double widthMm = 2480 * 25.4 / 300;
        assertThat(STILL.scan(square(), widthMm, new Seed(1)).image()).isEqualTo(square());
    }

    @Test
    void aTurnedSheetIsTurnedClockwise() {
        RectMm right = inked(STILL.turned(1), 297);
        assertThat(right.x()).isCloseTo(297 - 40, within(0.2));
        assertThat(right.y()).isCloseTo(20, within(0.2));
        RectMm down = inked(STILL.turned(2), 210);
        assertThat(down.x()).isCloseTo(210 - 30, within(0.2));
        assertThat(down.y()).isCloseTo(297 - 40, within(0.2));
        RectMm left = inked(STILL.turned(3), 297);
        assertThat(left.x()).isCloseTo(30, within(0.2));
        assertThat(left.y()).isCloseTo(210 - 30, within(0.2));
    }

    @Test
    void everyResolutionShowsTheSamePaper() {
        for (int dpi : new int[] {150, 200, 600}) {
            Scan scan = STILL.at(dpi).scan(square(), 210, new Seed(1));
            assertThat(scan.image().width()).isEqualTo((int) Math.round(dpi / 25.4 * 210));
            RectMm inked = BlankPage.inked(scan.image(), 128);
            assertThat(inked.width()).as("%s dpi", dpi).isCloseTo(10, within(0.3));
            assertThat(inked.x()).as("%s dpi", dpi).isCloseTo(20, within(0.3));
        }
    }

    @Test
    void theSameSeedGivesTheSameScan() {
        PageImage once = Scanner.OFFICE.scan(square(), 210, new Seed(9)).image();
        assertThat(Scanner.OFFICE.scan(square(), 210, new Seed(9)).image()).isEqualTo(once);
        assertThat(Scanner.OFFICE.scan(square(), 210, new Seed(10)).image()).isNotEqualTo(once);
    }

    @Test
    void blackAndWhiteHasTwoLevelsOnly() {
        PageImage page = Scanner.OFFICE.bilevel().scan(square(), 210, new Seed(2)).image();
        assertThat(page.bilevel()).isTrue();
        int[] levels = IntStream.range(0, page.width() * page.height())
                .map(i -> page.gray(i % page.width(), i / page.width()))
                .distinct()
                .sorted()
                .toArray();
        assertThat(levels).containsExactly(0, 255);
    }

    private static RectMm inked(Scanner scanner, double widthMm) {
        PageImage page = scanner.scan(square(), 210, new Seed(1)).image();
        RectMm asIfUpright = BlankPage.inked(page, 128);
        double zoom = widthMm / 210;
        return new RectMm(
                asIfUpright.x() * zoom,
                asIfUpright.y() * zoom,
                asIfUpright.width() * zoom,
                asIfUpright.height() * zoom);
    }
}
