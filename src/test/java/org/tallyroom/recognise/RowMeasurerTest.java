package org.tallyroom.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.support.MarkedForm;
import org.tallyroom.support.TestMarks;
import org.tallyroom.support.TestPen;

/** Strokes on a form printed by the product and rasterised by poppler: measured in mm, given to the right cell. */
class RowMeasurerTest {

    private final SplittableRandom random = new SplittableRandom(1);

    @ParameterizedTest
    @ValueSource(ints = {150, 200, 300, 600})
    void anEmptyFormMeasuresNoInk(int dpi) {
        MarkedForm form = MarkedForm.at(dpi);
        List<RowReading> rows = RowMeasurer.measure(form.scanned(form.sheet(), random, 4));
        assertThat(rows).hasSize(form.layout().rows().size());
        for (RowReading row : rows) {
            assertThat(row.seen()).isEqualTo(1);
            assertThat(row.boxShiftMm()).isLessThan(0.1);
            assertThat(row.cells()).allSatisfy(cell -> assertThat(cell.inkMm2()).isLessThan(0.05));
        }
    }

    @Test
    void aTickIsMeasuredInMillimetres() {
        MarkedForm form = MarkedForm.at(300);
        float[] sheet = form.sheet();
        RectMm box = cell(form, 3, 1).box();
        double x = box.centre().x();
        double y = box.centre().y() + 1;
        form.pen(sheet, random).take(0.5, 0.9, 0).stroke(x - 2, y - 2, x, y, x + 4, y - 5);
        StrokeReading tick = only(RowMeasurer.measure(form.scanned(sheet, random, 3)).get(3).cells().get(1));
        double length = Math.hypot(2, 2) + Math.hypot(4, 5);
        assertThat(tick.lengthMm()).isBetween(length - 0.7, length + 0.3);
        assertThat(tick.anchor().distance(new PointMm(x, y))).isLessThan(0.4);
        assertThat(tick.corners()).isEqualTo(1);
        assertThat(tick.inkMm2()).isBetween(0.4 * length, 0.75 * length);
    }

    @Test
    void aTailInOtherCellsIsNoInkOfTheirs() {
        MarkedForm form = MarkedForm.at(300);
        float[] sheet = form.sheet();
        RectMm box = cell(form, 5, 0).box();
        double x = box.centre().x();
        double y = box.centre().y() + 1;
        form.pen(sheet, random).take(0.5, 0.9, 0).stroke(x - 3, y - 4, x, y, x + 12, y - 11);
        List<RowReading> rows = RowMeasurer.measure(form.scanned(sheet, random, 3));
        assertThat(only(rows.get(5).cells().get(0)).lengthMm()).isGreaterThan(15);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).cells().size(); c++) {
                if (r != 5 || c != 0) {
                    assertThat(rows.get(r).cells().get(c).inkMm2()).as(r + "/" + c).isLessThan(0.1);
                }
            }
        }
    }

    @Test
    void oneStrokeDownAColumnBelongsToNoRow() {
        MarkedForm form = MarkedForm.at(300);
        float[] sheet = form.sheet();
        RectMm first = cell(form, 2, 1).box();
        RectMm last = cell(form, 7, 1).box();
        double x = first.centre().x();
        form.pen(sheet, random).take(0.5, 0.9, 0).stroke(x, first.y(), x + 0.8, last.bottom());
        List<RowReading> rows = RowMeasurer.measure(form.scanned(sheet, random, 3));
        for (int r = 2; r <= 7; r++) {
            assertThat(rows.get(r).throughMm()).as("row " + r).isGreaterThan(50);
            assertThat(rows.get(r).cells().get(1).inkMm2()).isLessThan(0.1);
        }
        assertThat(rows.get(9).throughMm()).isZero();
    }

    @Test
    void aCircleHasItsCentreInTheCellAndNoCorners() {
        MarkedForm form = MarkedForm.at(300);
        float[] sheet = form.sheet();
        RectMm box = cell(form, 8, 2).box();
        TestPen pen = form.pen(sheet, random).take(0.5, 0.9, 0);
        new TestMarks(pen, random).oval(box.centre().x(), box.centre().y(), 3.8, 3.4, 20, 365);
        CellReading cell = RowMeasurer.measure(form.scanned(sheet, random, 3)).get(8).cells().get(2);
        assertThat(cell.roundness()).isGreaterThan(0.85);
        assertThat(cell.innerMm()).isLessThan(0.5);
        assertThat(cell.hollows()).isZero();
        assertThat(cell.strokes().stream().mapToDouble(StrokeReading::lengthMm).sum()).isBetween(19.0, 25.0);
    }

    private static PageLayout.Cell cell(MarkedForm form, int row, int column) {
        return form.layout().rows().get(row).cells().get(column);
    }

    private static StrokeReading only(CellReading cell) {
        List<StrokeReading> large = cell.strokes().stream().filter(s -> s.extentMm() > 0.5).toList();
        assertThat(large).hasSize(1);
        return large.get(0);
    }
}
