package org.tallyroom.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageFrame;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.recognise.Recognition.Reason;
import org.tallyroom.support.PrintedForms;
import org.tallyroom.support.Scans;

/**
 * Printed sheets, bent and hurt in known ways: the page is its own sheet's, and each box is found where the damage has
 * put it.
 */
class HurtPaperTest {

    private static final int DPI = 200;
    private static final double PER_MM = DPI / 25.4;
    private static final Recogniser RECOGNISER = PrintedForms.recogniser();
    private static final PageLayout LAYOUT = PrintedForms.LAYOUT.page(1);
    private static final PageImage PAGE = PrintedForms.page(0, DPI);
    private static final long SEED = 20261123;

    /** Where on the paper the light of a place comes from, mm. */
    private interface Bending extends UnaryOperator<PointMm> {}

    @TestFactory
    Stream<DynamicTest> bentPaperIsFollowed() {
        Map<String, Bending> bendings = new LinkedHashMap<>();
        bendings.put("a feeder's waves of 0.6 %", p -> new PointMm(p.x(), p.y() + 0.095 * Math.sin(p.y() * 2 * Math.PI / 100)));
        bendings.put("one half fed 0.6 % longer", p -> new PointMm(p.x(), p.y() + 0.006 * Math.max(0, p.y() - 130)));
        bendings.put("waves across", p -> new PointMm(p.x() + 0.12 * Math.sin(p.x() * 2 * Math.PI / 120), p.y()));
        bendings.put("a fold", p -> new PointMm(p.x(), p.y() + 0.3 * Math.max(0, 1 - Math.abs(p.y() - 150) / 30)));
        bendings.put("curled paper", p -> new PointMm(
                p.x() + 1.2 * Math.sin(p.y() * 2 * Math.PI / 500 + 1), p.y() + 1.5 * Math.sin(p.y() * 2 * Math.PI / 400)));
        bendings.put("a phone's perspective", p -> {
            double depth = 1 + 6e-4 * (p.x() - 105) + 5e-4 * (p.y() - 148.5);
            return new PointMm(105 + (p.x() - 105) / depth * 1.02, 148.5 + (p.y() - 148.5) / depth * 1.02);
        });
        return bendings.entrySet().stream().map(bending -> DynamicTest.dynamicTest(bending.getKey(), () -> {
            Recognition.Read read = read(bent(PAGE, bending.getValue()));
            assertThat(read.code()).isEqualTo(PrintedForms.code(0));
            assertThat(farthest(read.reading().registration(), bending.getValue())).as("mm").isLessThan(0.12);
            assertThat(read.reading().registration().residualMm()).isLessThan(0.12);
        }));
    }

    @TestFactory
    Stream<DynamicTest> hurtPaperIsItsOwnSheet() {
        Random random = new Random(SEED);
        Map<String, PageImage> scans = new LinkedHashMap<>();
        scans.put("two corners torn off", Scans.drawnOver(PAGE, white(corner(210, 0, -45, 45), corner(0, 297, 38, -40))));
        scans.put("punched holes on a dark lid", Scans.drawnOver(PAGE, g -> {
            for (double y : new double[] {44, 118, 199, 272}) {
                g.fill(new Ellipse2D.Double(9, y, 6, 6));
            }
        }));
        scans.put("a coffee cup", Scans.drawnOver(PAGE, g -> {
            g.setStroke(new BasicStroke(3));
            g.setColor(new Color(150, 150, 150));
            g.draw(new Ellipse2D.Double(140, 30, 70, 70));
        }));
        scans.put("faded print on gray paper", Scans.toned(PAGE, 0.22, 170, 3, SEED));
        scans.put("deep shadow", Scans.shaded(Scans.toned(PAGE, 0.9, 10, 4, SEED), 0.75));
        scans.put("JPEG quality 20", Scans.jpeg(Scans.turned(PAGE, 91.5, 0.96), 20));
        scans.put("a copy of a copy of a copy", copied(copied(copied(PAGE, random), random), random));
        scans.put("a fax of half the lines", fax(Scans.turned(PAGE, 1, 0.98)));
        scans.put("fifteen degrees", Scans.turned(PAGE, 195, 0.93));
        return scans.entrySet().stream().map(scan -> DynamicTest.dynamicTest(scan.getKey(), () -> {
            Recognition.Read read = read(scan.getValue());
            assertThat(read.code()).as("seed %d", SEED).isEqualTo(PrintedForms.code(0));
            assertThat(read.reading().registration().residualMm()).isLessThan(0.25);
        }));
    }

    @Test
    void aSheetOnADarkTableIsFoundAmongTheTablesSpots() {
        Random random = new Random(SEED);
        PageImage table = Scans.mapped(PAGE, PAGE.width() * 6 / 5, PAGE.height() * 6 / 5, (x, y) ->
                new PointPx(x - PAGE.width() / 10.0 + 0.05 * y - 60, y - PAGE.height() / 10.0 - 0.04 * x));
        PageImage photo = Scans.drawnOver(table, g -> {
            Path2D outside = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            outside.append(new Rectangle2D.Double(0, 0, 210, 297), false);
            outside.append(new Rectangle2D.Double(24, 36, 164, 236), false);
            g.clip(outside);
            for (int i = 0; i < 400; i++) {
                int gray = 20 + random.nextInt(70);
                g.setColor(new Color(gray, gray, gray));
                double size = 3 + 12 * random.nextDouble();
                g.fill(new Ellipse2D.Double(210 * random.nextDouble(), 297 * random.nextDouble(), size, size));
            }
        });
        assertThat(RECOGNISER.recognise(photo)).as("seed %d", SEED).isNotInstanceOf(Recognition.Foreign.class);
        assertThat(Constellation.guesses(PageFrame.marks(), Scene.of(photo).squares()).get(0).marks())
                .as("seed %d", SEED)
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    void theFootOfAnotherSheetIsAnOverlapThoughItShowsFewMarks() {
        PageImage upper = PrintedForms.page(1, DPI);
        int kept = (int) (70 * PER_MM);
        PageImage both = Scans.mapped(PAGE, PAGE.width(), PAGE.height(), (x, y) -> new PointPx(x, y));
        byte[] gray = new byte[both.width() * both.height()];
        for (int y = 0; y < both.height(); y++) {
            PageImage from = y < kept ? upper : both;
            from.copyRow(0, y < kept ? upper.height() - kept + y : y, both.width(), gray, y * both.width());
        }
        assertThat(reason(PageImage.ofGray(both.width(), both.height(), gray))).isEqualTo(Reason.OVERLAP);
    }

    @TestFactory
    Stream<DynamicTest> aStripOfAnotherSheetThatPeepsOutIsAnOverlap() {
        PageImage other = PrintedForms.page(1, DPI);
        Map<String, PageImage> strips = new LinkedHashMap<>();
        strips.put("on the right", beneath(other, 20, 0));
        strips.put("at the foot", beneath(other, 0, 22));
        strips.put("head to foot", beneath(Scans.turned(other, 180, 1), 0, 20));
        return strips.entrySet().stream().map(strip -> DynamicTest.dynamicTest(
                strip.getKey(), () -> assertThat(reason(strip.getValue())).isEqualTo(Reason.OVERLAP)));
    }

    @Test
    void blackSquaresThatSomebodyDrewInTheMarginAreNoSecondSheet() {
        PageImage drawn = Scans.drawnOver(PAGE, g -> {
            g.fill(new Rectangle2D.Double(60, 284, 5, 5));
            g.fill(new Rectangle2D.Double(150, 266, 5, 5));
            g.fill(new Rectangle2D.Double(4, 200, 5, 5));
        });
        assertThat(read(drawn).code()).isEqualTo(PrintedForms.code(0));
    }

    /** The page on another one, of which a strip shows at the right edge or the foot of the picture, mm. */
    private static PageImage beneath(PageImage other, double right, double foot) {
        int across = (int) (right * PER_MM);
        int down = (int) (foot * PER_MM);
        int width = PAGE.width();
        byte[] gray = new byte[width * PAGE.height()];
        for (int y = 0; y < PAGE.height(); y++) {
            other.copyRow(0, y, width, gray, y * width);
            if (y + down < PAGE.height()) {
                PAGE.copyRow(across, y + down, width - across, gray, y * width);
            }
        }
        return PageImage.ofGray(width, PAGE.height(), gray);
    }

    private static PageImage bent(PageImage page, Bending bending) {
        return Scans.mapped(page, page.width(), page.height(), (x, y) -> {
            PointMm from = bending.apply(new PointMm(x / PER_MM, y / PER_MM));
            return new PointPx(from.x() * PER_MM, from.y() * PER_MM);
        });
    }

    /** How far the box that is farthest off lies from where the damage has put it, mm. */
    private static double farthest(Registration registration, Bending bending) {
        return LAYOUT.rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(cell -> cell.box().centre())
                .mapToDouble(box -> {
                    PointPx seen = registration.pose().toPixels(box);
                    return bending.apply(new PointMm(seen.x() / PER_MM, seen.y() / PER_MM)).distance(box);
                })
                .max()
                .orElseThrow();
    }

    private static Path2D corner(double x, double y, double across, double down) {
        Path2D torn = new Path2D.Double();
        torn.moveTo(x, y);
        torn.lineTo(x + across, y);
        torn.lineTo(x + across / 3, y + down / 2);
        torn.lineTo(x, y + down);
        torn.closePath();
        return torn;
    }

    private static Consumer<Graphics2D> white(Path2D... areas) {
        return g -> {
            g.setColor(Color.WHITE);
            for (Path2D area : areas) {
                g.fill(area);
            }
        };
    }

    /** Each copy is a little blurred, turned and dirty, and harder than its original. */
    private static PageImage copied(PageImage page, Random random) {
        PageImage blurred = Scans.turned(page, random.nextDouble() - 0.5, 0.99 + 0.02 * random.nextDouble());
        PageImage hard = Scans.toned(blurred, 1.35, -50, 6, random.nextLong());
        return Scans.drawnOver(hard, g -> {
            for (int i = 0; i < 60; i++) {
                g.fill(new Ellipse2D.Double(210 * random.nextDouble(), 297 * random.nextDouble(), 0.3, 0.3));
            }
        });
    }

    /** 1 bit, and each second line of the picture repeated: 200 × 100 dpi made square. */
    private static PageImage fax(PageImage page) {
        PageImage coarse = Scans.mapped(
                page, page.width(), page.height(), (x, y) -> new PointPx(x, 2 * Math.floor(y / 2) + 1));
        return Scans.bilevel(coarse, 150);
    }

    private static Reason reason(PageImage scan) {
        return RECOGNISER.recognise(scan)
                .match(read -> fail("read"), why -> why, origin -> fail("foreign"), code -> fail("no code"));
    }

    private static Recognition.Read read(PageImage scan) {
        return RECOGNISER.recognise(scan).match(
                read -> read,
                reason -> fail("unreadable: " + reason),
                origin -> fail("foreign: " + origin),
                code -> fail("the code is unreadable"));
    }

    private static <T> T fail(String what) {
        throw new AssertionError(what);
    }
}
