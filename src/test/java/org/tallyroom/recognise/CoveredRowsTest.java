package org.tallyroom.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tallyroom.calibration.Doubt;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.FormLayout;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.support.JudgedPage;
import org.tallyroom.support.PrintedForms;
import org.tallyroom.support.SampleMeeting;
import org.tallyroom.support.Scans;

/**
 * Something lies on the boxes, or they have been torn off: whatever was marked there cannot be seen, and its row is a
 * question, never blank. Rows beside it, and rows whose print is only pale, stay what they are.
 */
class CoveredRowsTest {

    private static final int DPI = 200;
    private static final double SHADOW_MM = 0.4;

    /** Between what is certainly hidden and what is certainly seen, either answer will do: share of a box's area. */
    private static final double HIDDEN = 0.5;

    private static final double TOUCHED = 0.02;

    /** Three options in a row, and four. */
    private static final List<String> FORMS = List.of("joint-assessment", "english-sample");

    private record Form(FormLayout layout, Recogniser recogniser, PageImage blank) {

        static Form of(String name) {
            SampleMeeting meeting = SampleMeeting.of(name);
            FormLayout layout = meeting.layout(0, 0);
            return new Form(
                    layout,
                    new Recogniser(new Printed(meeting.seal(), Map.of(new Printed.Kind(0, 0, 0), layout))),
                    PrintedForms.drawn(List.of(meeting.sheet(layout, 0, 0, 1)), DPI).get(0));
        }

        PageLayout page() {
            return layout.page(1);
        }

        JudgedPage judged(PageImage scan) {
            return JudgedPage.of(scan, "scan", 1, recogniser);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatLiesOnBoxesMakesTheirRowsQuestions() {
        return FORMS.stream().flatMap(name -> {
            Form form = Form.of(name);
            return covers(form.page()).entrySet().stream().map(cover -> DynamicTest.dynamicTest(
                    name + ", " + cover.getKey(),
                    () -> check(form, cover.getValue(), cover.getKey().contains("dark") ? 30 : 248)));
        });
    }

    @TestFactory
    Stream<DynamicTest> palePrintIsNoCover() {
        return FORMS.stream().flatMap(name -> {
            Form form = Form.of(name);
            Map<String, PageImage> scans = new LinkedHashMap<>();
            scans.put("faded to a quarter", Scans.toned(form.blank, 0.25, 170, 2, 3));
            scans.put("in deep shadow", Scans.shaded(form.blank, 0.7));
            scans.put("black and white, thin", Scans.bilevel(form.blank, 110));
            scans.put("black and white, fat", Scans.bilevel(form.blank, 215));
            scans.put("JPEG of quality 25", Scans.jpeg(Scans.turned(form.blank, 1.3, 0.97), 25));
            return scans.entrySet().stream().map(scan -> DynamicTest.dynamicTest(
                    name + ", " + scan.getKey(),
                    () -> assertThat(form.judged(scan.getValue()).doubts().values()).doesNotContain(Doubt.UNSEEN)));
        });
    }

    private static Map<String, Area> covers(PageLayout page) {
        RectMm first = page.rows().get(2).cells().get(0).box();
        RectMm last = page.rows().get(4).cells().get(page.rows().get(4).cells().size() - 1).box();
        RectMm foot = page.rows().get(page.rows().size() - 1).cells().get(0).cell();
        Map<String, Area> covers = new LinkedHashMap<>();
        covers.put("correction tape on one box", rectangle(first.x() - 2, first.y() + 0.3, 11, first.height()));
        covers.put("a sticker", turned(rectangle(last.x() - 8, last.y() - 9, 17, 22), last, 7));
        covers.put("a strip of paper across", turned(rectangle(60, first.y() - 6, 170, 17), first, 1));
        covers.put("a strip of paper down a column", rectangle(first.x() - 4, -5, 12, 320));
        covers.put("a hole", new Area(new Ellipse2D.Double(last.x() - 1, last.y() - 1, 7, 7)));
        covers.put("a corner gone before a white lid", corner(212, 299, -140, foot.bottom() - 400));
        covers.put("a corner gone before a dark lid", corner(212, 299, -140, foot.bottom() - 400));
        covers.put("the tip of a folded corner", tip(last));
        covers.put("a folded corner", folded(new Area(corner(212, -2, -70, 140))));
        return covers;
    }

    private static void check(Form form, Area cover, int gray) {
        PageImage scan = Scans.drawnOver(form.blank, g -> {
            shadow(g, cover);
            g.setColor(new Color(gray, gray, gray));
            g.fill(cover);
        });
        JudgedPage judged = form.judged(Scans.turned(scan, 0.6, 0.995));
        assertThat(judged.state()).isEqualTo(JudgedPage.READ);
        Set<String> hidden = rows(form, cover, HIDDEN);
        assertThat(hidden).isNotEmpty();
        assertThat(judged.doubts().keySet()).as("doubtful").containsAll(hidden);
        assertThat(rows(form, cover, TOUCHED)).as("touched").containsAll(judged.doubts().keySet());
        judged.answers().forEach((item, answer) -> assertThat(answer).as(item).isIn("blank", JudgedPage.DOUBTFUL));
    }

    private static void shadow(Graphics2D g, Area cover) {
        g.setColor(new Color(0, 0, 0, 60));
        g.fill(cover.createTransformedArea(AffineTransform.getTranslateInstance(SHADOW_MM, SHADOW_MM)));
    }

    /** Rows of which this share of a box, or of a cell's outline, lies beneath the cover. */
    private static Set<String> rows(Form form, Area cover, double share) {
        Set<String> rows = new TreeSet<>();
        for (PageLayout.Row row : form.page().rows()) {
            Stream<RectMm> places = row.cells().stream()
                    .map(cell -> share == HIDDEN ? cell.box() : cell.cell());
            if (places.anyMatch(place -> hides(cover, place, share))) {
                rows.add(row.item());
            }
        }
        return rows;
    }

    private static boolean hides(Area cover, RectMm area, double share) {
        int inside = 0;
        for (int i = 0; i < 400; i++) {
            double x = area.x() + area.width() * (i % 20 + 0.5) / 20;
            inside += cover.contains(x, area.y() + area.height() * (i / 20 + 0.5) / 20) ? 1 : 0;
        }
        return inside > share * 400;
    }

    private static Area rectangle(double x, double y, double width, double height) {
        return new Area(new Rectangle2D.Double(x, y, width, height));
    }

    private static Area turned(Area area, RectMm around, double degrees) {
        return area.createTransformedArea(
                AffineTransform.getRotateInstance(Math.toRadians(degrees), around.x(), around.y()));
    }

    /** With its shadow it looks like a tick between the box and the rule above it. */
    private static Area tip(RectMm box) {
        Path2D tip = new Path2D.Double();
        tip.moveTo(box.x() + 1, box.y() + 0.2);
        tip.lineTo(box.x() - 17, box.y() - 38);
        tip.lineTo(212, box.y() - 18);
        tip.closePath();
        return new Area(tip);
    }

    private static Area corner(double x, double y, double across, double down) {
        Path2D torn = new Path2D.Double();
        torn.moveTo(x, y);
        torn.lineTo(x + across, y);
        torn.lineTo(x, y + down);
        torn.closePath();
        return new Area(torn);
    }

    /** The corner, and its mirror image, which now lies on the page with its blank back up. */
    private static Area folded(Area corner) {
        Rectangle2D box = corner.getBounds2D();
        double dx = box.getWidth();
        double dy = box.getHeight();
        double squared = dx * dx + dy * dy;
        AffineTransform mirror = new AffineTransform(
                (dx * dx - dy * dy) / squared, 2 * dx * dy / squared,
                2 * dx * dy / squared, (dy * dy - dx * dx) / squared, 0, 0);
        mirror.translate(-box.getX(), -box.getY());
        mirror.preConcatenate(AffineTransform.getTranslateInstance(box.getX(), box.getY()));
        Area both = new Area(corner);
        both.add(corner.createTransformedArea(mirror));
        return both;
    }
}
