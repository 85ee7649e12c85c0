package org.tallyroom.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.support.SampleMeeting;

/** The marks must tell which way up a page lies, also when some of them are torn off or scribbled over. */
class ConstellationTest {

    private static final double MAY_BE_MISTAKEN_MM = 3;

    private static final Map<String, UnaryOperator<PointMm>> TURNS = Map.of(
            "90°", p -> new PointMm(-p.y(), p.x()),
            "180°", p -> new PointMm(-p.x(), -p.y()),
            "270°", p -> new PointMm(p.y(), -p.x()),
            "mirrored left to right", p -> new PointMm(-p.x(), p.y()),
            "mirrored top to bottom", p -> new PointMm(p.x(), -p.y()),
            "mirrored at the diagonal", p -> new PointMm(p.y(), p.x()),
            "mirrored at the other diagonal", p -> new PointMm(-p.y(), -p.x()));

    @Test
    void noTurnAndNoMirrorImageFitsEvenWithTwoMarksMissing() {
        PageLayout page = SampleMeeting.of("joint-assessment").layout(0, 0).page(1);
        List<PointMm> pageMarks = PageFrame.marks().stream().map(m -> m.square().centre()).toList();
        List<PointMm> all = page.marks().stream().map(m -> m.square().centre()).toList();
        TURNS.forEach((name, turn) -> {
            assertThat(bestFit(pageMarks, turn)).as("page marks, %s", name).isGreaterThan(MAY_BE_MISTAKEN_MM);
            assertThat(bestFit(all, turn)).as("all marks, %s", name).isGreaterThan(MAY_BE_MISTAKEN_MM);
        });
    }

    @Test
    void marksStandFreeAndWellInsideThePaper() {
        PageLayout page = SampleMeeting.of("joint-assessment").layout(0, 0).page(1);
        RectMm inner = new RectMm(0, 0, page.widthMm(), page.heightMm()).grow(-PageFrame.EDGE_MM + 1e-6);
        assertThat(page.marks()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(page.marks().stream().filter(m -> m.place() == PageLayout.Mark.Place.TABLE)).hasSize(4);
        for (PageLayout.Mark mark : page.marks()) {
            RectMm square = mark.square();
            assertThat(inner.contains(new PointMm(square.x(), square.y()))).as("%s", square).isTrue();
            assertThat(inner.contains(new PointMm(square.right(), square.bottom()))).as("%s", square).isTrue();
            RectMm white = square.grow(2);
            page.marks().stream().filter(o -> o != mark).forEach(o -> assertApart(white, o.square()));
            page.codes().forEach(code -> assertApart(white, code.grow(PageFrame.QUIET_MM)));
            page.bands().forEach(band -> assertApart(white, band.area()));
            page.shortCodes().forEach(code -> assertApart(white, code.area()));
            page.rows().forEach(row -> row.cells().forEach(cell -> assertApart(white, cell.cell())));
            page.rules().forEach(rule -> assertApart(white, around(rule)));
        }
    }

    @Test
    void marksStandLeftAndRightInEveryThird() {
        List<PointMm> marks = PageFrame.marks().stream().map(m -> m.square().centre()).toList();
        for (int third = 0; third < 3; third++) {
            double from = third * PageFrame.HEIGHT_MM / 3;
            double to = from + PageFrame.HEIGHT_MM / 3;
            assertThat(marks).anyMatch(p -> p.x() < 30 && p.y() >= from && p.y() < to);
            assertThat(marks).anyMatch(p -> p.x() > 180 && p.y() >= from && p.y() < to);
        }
    }

    static void assertApart(RectMm a, RectMm b) {
        boolean apart = a.right() <= b.x() || b.right() <= a.x() || a.bottom() <= b.y() || b.bottom() <= a.y();
        assertThat(apart).as("%s and %s", a, b).isTrue();
    }

    static RectMm around(PageLayout.Rule rule) {
        double width = rule.to().x() - rule.from().x();
        double height = rule.to().y() - rule.from().y();
        return new RectMm(rule.from().x(), rule.from().y(), width, height).grow(rule.widthMm() / 2);
    }

    /**
     * The least rms distance in mm, over every pair of missing marks, after the turned marks were moved and scaled onto
     * the true ones as well as they go: every turned mark to its nearest place, again and again (ICP), from several
     * starts.
     */
    private static double bestFit(List<PointMm> marks, UnaryOperator<PointMm> turn) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < marks.size(); i++) {
            for (int j = i; j < marks.size(); j++) {
                List<PointMm> seen = new ArrayList<>();
                for (int k = 0; k < marks.size(); k++) {
                    if (k != i && k != j) {
                        seen.add(turn.apply(marks.get(k)));
                    }
                }
                for (double dx = -40; dx <= 40; dx += 20) {
                    for (double dy = -40; dy <= 40; dy += 20) {
                        best = Math.min(best, fit(seen, marks, new PointMm(dx, dy)));
                    }
                }
            }
        }
        return best;
    }

    private static double fit(List<PointMm> seen, List<PointMm> marks, PointMm shift) {
        PointMm from = middle(seen);
        PointMm to = new PointMm(middle(marks).x() + shift.x(), middle(marks).y() + shift.y());
        double scale = 1;
        double rms = Double.MAX_VALUE;
        for (int round = 0; round < 15; round++) {
            List<PointMm> nearest = new ArrayList<>();
            double sum = 0;
            for (PointMm p : seen) {
                PointMm moved = new PointMm(
                        to.x() + scale * (p.x() - from.x()), to.y() + scale * (p.y() - from.y()));
                PointMm near = marks.stream()
                        .min((a, b) -> Double.compare(a.distance(moved), b.distance(moved)))
                        .orElseThrow();
                nearest.add(near);
                sum += near.distance(moved) * near.distance(moved);
            }
            rms = Math.sqrt(sum / seen.size());
            to = middle(nearest);
            double up = 0;
            double down = 0;
            for (int i = 0; i < seen.size(); i++) {
                double x = seen.get(i).x() - from.x();
                double y = seen.get(i).y() - from.y();
                up += x * (nearest.get(i).x() - to.x()) + y * (nearest.get(i).y() - to.y());
                down += x * x + y * y;
            }
            scale = Math.max(0.85, Math.min(1.15, up / down));
        }
        return rms;
    }

    private static PointMm middle(List<PointMm> points) {
        return new PointMm(
                points.stream().mapToDouble(PointMm::x).average().orElseThrow(),
                points.stream().mapToDouble(PointMm::y).average().orElseThrow());
    }
}
