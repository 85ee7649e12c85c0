package org.tallyroom.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.FormLayout;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.recognise.Recognition.Reason;
import org.tallyroom.sheetcode.CodeSeal;
import org.tallyroom.sheetcode.SheetCode;
import org.tallyroom.support.DrawnPage;
import org.tallyroom.support.PrintedForms;
import org.tallyroom.support.Scans;

/** Where a page lies in a picture: exact on clean scans, found on hurt paper, never believed on half a page. */
class RegistrationTest {

    private static final PageLayout LAYOUT = DrawnPage.plainLayout();
    private static final CodeSeal SEAL = new CodeSeal(new byte[32], "a-meeting", "ab".repeat(32));
    private static final SheetCode CODE = new SheetCode(0, 0, 0, 1, false, "0123456789abcdef01234567");
    private static final Recogniser RECOGNISER = new Recogniser(
            new Printed(SEAL, Map.of(new Printed.Kind(0, 0, 0), new FormLayout("f", "u", "t", List.of(LAYOUT)))));

    @TestFactory
    Stream<DynamicTest> cleanScansFitExactly() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int dpi : new int[] {150, 200, 300, 600}) {
            for (int quarter = 0; quarter < 4; quarter++) {
                double skew = 3 - 2 * quarter;
                double scale = new double[] {1, 0.93, 1.03, 0.97}[quarter];
                tests.add(exact(dpi, 90 * quarter + skew, scale));
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> printedFormsFitExactly() {
        return Stream.of(150, 200, 300, 600).map(dpi -> DynamicTest.dynamicTest(dpi + " dpi", () -> {
            PageImage page = PrintedForms.page(0, dpi);
            PageImage skewed = Scans.turned(page, 180 + 2.5, 0.94);
            PageImage worn = Scans.jpeg(Scans.toned(page, 0.7, 30, 6, 1), 75);
            for (PageImage scan : List.of(page, skewed, worn, Scans.bilevel(skewed, 140))) {
                Registration registration = registration(PrintedForms.recogniser().recognise(scan));
                assertThat(registration.marksFound()).isEqualTo(12);
                assertThat(registration.residualMm()).isLessThan(0.1);
            }
        }));
    }

    @Test
    void fadedPrintInShadowIsFound() {
        PageImage faded = Scans.toned(Scans.turned(PrintedForms.page(0, 200), 91, 1), 0.35, 130, 5, 2);
        PageImage shaded = Scans.shaded(faded, 0.4);
        for (PageImage scan : List.of(faded, shaded)) {
            assertThat(registration(PrintedForms.recogniser().recognise(scan)).residualMm()).isLessThan(0.1);
        }
    }

    @Test
    void unevenFeedIsFollowedWithinAFewTenths() {
        PageImage page = PrintedForms.page(0, 200);
        double perMm = 200 / 25.4;
        PageImage scan = Scans.mapped(page, page.width(), page.height(), (x, y) ->
                new PointPx(x, y + 0.006 * 100 / (2 * Math.PI) * perMm * Math.sin(2 * Math.PI * y / (100 * perMm))));
        assertThat(registration(PrintedForms.recogniser().recognise(scan)).residualMm()).isLessThan(0.3);
    }

    private static DynamicTest exact(int dpi, double degrees, double scale) {
        return DynamicTest.dynamicTest(dpi + " dpi, " + degrees + "°, " + scale, () -> {
            PageImage scan = page().scan(dpi, degrees, scale, true);
            Registration registration = registration(RECOGNISER.recognise(scan));
            assertThat(registration.residualMm()).isLessThan(0.15);
            assertThat(registration.marksFound()).isGreaterThanOrEqualTo(10);
            double perMm = dpi / 25.4 * scale;
            double middle = registration.pose().pixelsPerMm(new PointMm(105, 148.5));
            assertThat(middle).isBetween(perMm * 0.999, perMm * 1.001);
            assertThat(registration.pose().toPixels(new PointMm(105, 148.5)).x() / perMm)
                    .as("the middle of the paper is the middle of the picture")
                    .isBetween(scan.width() / 2.0 / perMm - 0.1, scan.width() / 2.0 / perMm + 0.1);
        });
    }

    @Test
    void marksUnderMarginInkAreDoneWithout() {
        DrawnPage page = page().pen(2.2, 14, 5, 14, 60, 10, 120, 20, 130, 14, 290)
                .pen(1.5, 10, 10, 20, 20, 10, 20, 20, 10);
        assertThat(registration(RECOGNISER.recognise(page.at(300))).residualMm()).isLessThan(0.15);
    }

    @Test
    void aTornCornerLeavesThePageReadable() {
        DrawnPage torn = page().white(new RectMm(150, 0, 60, 60)).white(new RectMm(0, 270, 40, 27));
        Registration registration = registration(RECOGNISER.recognise(torn.scan(300, 2, 1, true)));
        assertThat(registration.residualMm()).isLessThan(0.15);
    }

    @Test
    void threePageMarksAndTheRulesSuffice() {
        DrawnPage page = page();
        for (PageLayout.Mark mark : LAYOUT.marks()) {
            PointMm at = mark.square().centre();
            boolean kept = at.y() < 20 || (at.y() > 270 && at.x() < 50);
            if (!kept) {
                page.white(mark.square().grow(0.5));
            }
        }
        Registration registration = registration(RECOGNISER.recognise(page.scan(300, -2, 0.98, true)));
        assertThat(registration.marksFound()).isEqualTo(3);
        PointMm corner = new PointMm(174, 218);
        double miss = registration.pose().toPixels(corner)
                .distance(registration(RECOGNISER.recognise(page().scan(300, -2, 0.98, true))).pose().toPixels(corner));
        assertThat(miss).as("px").isLessThan(2);
    }

    @Test
    void halfAPageIsTruncatedWhicheverHalfIsMissing() {
        PageImage whole = page().at(200);
        PageImage head = whole.crop(0, 0, whole.width(), whole.height() * 6 / 10).orElseThrow();
        PageImage foot = whole.crop(0, whole.height() * 5 / 10, whole.width(), whole.height()).orElseThrow();
        assertThat(reason(head)).isEqualTo(Reason.TRUNCATED);
        assertThat(reason(foot)).isEqualTo(Reason.TRUNCATED);
        PageImage filled = page().white(new RectMm(0, 160, 210, 137)).at(200);
        assertThat(reason(filled)).isEqualTo(Reason.TRUNCATED);
    }

    @Test
    void aSteepTurnIsReadWhenTheWholeSheetIsThere() {
        assertThat(registration(RECOGNISER.recognise(page().scan(200, 33, 0.7, false))).residualMm()).isLessThan(0.2);
        assertThat(reason(page().scan(200, 25, 1, true))).isEqualTo(Reason.TURNED);
    }

    @Test
    void aSheetOnADarkBedIsRead() {
        PageImage small = page().scan(200, 12, 0.8, false);
        byte[] gray = new byte[small.width() * small.height()];
        for (int y = 0; y < small.height(); y++) {
            for (int x = 0; x < small.width(); x++) {
                boolean bed = x < 40 || y < 40 || x >= small.width() - 40 || y >= small.height() - 40;
                gray[y * small.width() + x] = (byte) (bed ? 30 : small.gray(x, y));
            }
        }
        PageImage scan = PageImage.ofGray(small.width(), small.height(), gray);
        assertThat(registration(RECOGNISER.recognise(scan)).residualMm()).isLessThan(0.2);
    }

    @Test
    void fifteenDegreesWithCutMarginsAreRead() {
        assertThat(registration(RECOGNISER.recognise(page().scan(200, 12, 0.9, true))).residualMm()).isLessThan(0.2);
    }

    @Test
    void aThinStreakIsErasedAndAWideOneHidesTheCellsItCrosses() {
        PageImage thin = page().pen(0.3, 128, -20, 128, 320).at(300);
        PageImage wide = page().pen(0.9, 128, -20, 128, 320).at(300);
        assertThat(rows(thin)).allMatch(row -> row.seen() == 1);
        assertThat(rows(thin)).flatMap(RowReading::cells).allMatch(cell -> cell.strokes().isEmpty());
        assertThat(rows(wide)).allMatch(row -> row.seen() < 1);
        assertThat(rows(page().pen(0.9, 22, -20, 22, 320).at(300))).allMatch(row -> row.seen() == 1);
    }

    @Test
    void whatCoversABoxHidesItsCell() {
        PageLayout.Cell covered = LAYOUT.rows().get(1).cells().get(0);
        List<RowReading> rows = rows(page().white(covered.box().grow(0.5)).at(300));
        assertThat(rows.get(1).seen()).isLessThan(0.9);
        assertThat(rows.get(0).seen()).isEqualTo(1);
    }

    private static List<RowReading> rows(PageImage scan) {
        return RECOGNISER.recognise(scan).match(
                read -> read.reading().rows(),
                reason -> failRows("unreadable: " + reason),
                origin -> failRows("foreign: " + origin),
                code -> failRows("the code is unreadable"));
    }

    private static List<RowReading> failRows(String what) {
        throw new AssertionError(what);
    }

    @Test
    void twoSheetsFedTogetherAreNamed() {
        PageImage below = PrintedForms.page(0, 150);
        PageImage above = PrintedForms.page(1, 150);
        for (int offset : new int[] {below.height() * 3 / 10, below.height() / 2}) {
            assertThat(reason(PrintedForms.recogniser().recognise(together(below, above, offset)))).isEqualTo(Reason.OVERLAP);
        }
    }

    /** The upper sheet lies {@code offset} px further down and a little aside. */
    private static PageImage together(PageImage below, PageImage above, int offset) {
        int width = below.width() + 40;
        int height = below.height() + offset;
        byte[] gray = new byte[width * height];
        Arrays.fill(gray, (byte) 255);
        for (int y = 0; y < below.height(); y++) {
            below.copyRow(0, y, below.width(), gray, y * width);
        }
        for (int y = 0; y < above.height(); y++) {
            above.copyRow(0, y, above.width(), gray, (y + offset) * width + 40);
        }
        return PageImage.ofGray(width, height, gray);
    }

    private static DrawnPage page() {
        return DrawnPage.of(LAYOUT, SEAL.seal(CODE));
    }

    private static Registration registration(Recognition recognition) {
        return recognition.match(
                read -> read.reading().registration(),
                reason -> fail("unreadable: " + reason),
                origin -> fail("foreign: " + origin),
                code -> fail("the code is unreadable"));
    }

    private static Reason reason(PageImage scan) {
        return reason(RECOGNISER.recognise(scan));
    }

    private static Reason reason(Recognition recognition) {
        return recognition.match(
                read -> failReason("read"),
                reason -> reason,
                origin -> failReason("foreign: " + origin),
                code -> failReason("the code is unreadable"));
    }

    private static Registration fail(String what) {
        throw new AssertionError(what);
    }

    private static Reason failReason(String what) {
        throw new AssertionError(what);
    }
}
