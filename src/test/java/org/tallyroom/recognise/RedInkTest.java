package org.tallyroom.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tallyroom.calibration.Doubt;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.support.ColourScan;
import org.tallyroom.support.JudgedPage;
import org.tallyroom.support.PrintedForms;
import org.tallyroom.support.Scans;

/** Red ink on colour scans: a seal's outline says nothing, every other red stroke in a cell makes its row a question. */
class RedInkTest {

    private static final long SEED = 20261123;
    private static final Recogniser RECOGNISER = PrintedForms.recogniser();
    private static final List<PageLayout.Row> ROWS = PrintedForms.LAYOUT.page(1).rows();
    private static final PageImage PRINTED = PrintedForms.page(0, 200);
    private static final PageImage MARKED = Scans.drawnOver(PRINTED, pen -> {
        pen.setColor(new Color(30, 30, 30));
        ROWS.forEach(row -> tick(pen, row.cells().get(0).box().centre(), 0.5));
    });
    private static final String FIRST = ROWS.get(0).cells().get(0).option();
    private static final Color[] REDS = {
        new Color(205, 45, 55), new Color(225, 30, 40), new Color(180, 30, 45), new Color(230, 90, 90)
    };

    @Test
    void theOutlineOfASealIsNotSeen() {
        SplittableRandom random = new SplittableRandom(SEED);
        RectMm answers = answers();
        List<String> wrong = new ArrayList<>();
        int doubtful = 0;
        for (int i = 0; i < 24; i++) {
            boolean oval = i % 3 == 0;
            double across = random.nextDouble(oval ? 38 : 30, 46);
            double down = oval ? across * 0.68 : across;
            double x = random.nextDouble(answers.x() - 10, 184);
            double y = random.nextDouble(answers.y() - 10, answers.bottom() + 10);
            Color red = REDS[i % REDS.length];
            float line = (float) random.nextDouble(0.8, 1.3);
            JudgedPage page = judged(ColourScan.OFFICE, MARKED, pen -> {
                pen.setColor(red);
                pen.setStroke(new BasicStroke(line));
                pen.draw(new Ellipse2D.Double(x - across / 2, y - down / 2, across, down));
            });
            assertThat(page.state()).isEqualTo("read");
            page.answers().forEach((item, answer) -> {
                if (!answer.equals(FIRST) && !answer.equals("doubtful")) {
                    wrong.add(item + " " + answer);
                }
            });
            doubtful += page.doubts().size();
            if (!oval) {
                assertThat(page.doubts()).as("seal %d at %.1f, %.1f", i, x, y).doesNotContainValue(Doubt.RED);
            }
        }
        assertThat(wrong).as("seed %d", SEED).isEmpty();
        assertThat(doubtful).as("of %d rows, seed %d", 24 * ROWS.size(), SEED).isLessThanOrEqualTo(4);
    }

    @Test
    void whatStandsInASealMayBeAskedAboutAndIsNeverAMark() {
        SplittableRandom random = new SplittableRandom(SEED);
        RectMm answers = answers();
        for (int i = 0; i < 10; i++) {
            double x = random.nextDouble(answers.x(), answers.right());
            double y = random.nextDouble(answers.y(), answers.bottom());
            Color red = REDS[i % REDS.length];
            JudgedPage page = judged(ColourScan.OFFICE, MARKED, pen -> seal(pen, red, new PointMm(x, y)));
            assertThat(page.answers().values()).as("seal %d", i).isSubsetOf(FIRST, "doubtful");
            assertThat(page.doubts().values()).as("seal %d", i).containsOnly(Doubt.RED);
            assertThat(page.doubts()).as("seal %d at %.1f, %.1f", i, x, y).hasSizeLessThanOrEqualTo(5);
            JudgedPage bare = judged(ColourScan.OFFICE, PRINTED, pen -> seal(pen, red, new PointMm(x, y)));
            assertThat(bare.answers().values()).as("seal %d", i).isSubsetOf("blank", "doubtful");
        }
    }

    @Test
    void aRedMarkInACellIsAQuestion() {
        Map<String, BiConsumer<Graphics2D, RectMm>> marks = Map.of(
                "tick", (pen, box) -> tick(pen, box.centre(), 0.4),
                "thin tick", (pen, box) -> tick(pen, box.centre(), 0.3),
                "marker's tick", (pen, box) -> tick(pen, box.centre(), 1.2),
                "circle", (pen, box) -> pen.draw(new Ellipse2D.Double(box.x() - 1, box.y() - 1, 7, 6)),
                "dot", (pen, box) -> pen.fill(new Ellipse2D.Double(box.x() + 2, box.y() + 2, 1.5, 1.5)),
                "filling", (pen, box) -> pen.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height())),
                "stroke", (pen, box) -> pen.draw(new Line2D.Double(box.x() + 2.4, box.y() + 2.6, box.x() + 4.2, box.y() + 3)));
        marks.forEach((name, mark) -> {
            for (Color red : REDS) {
                for (int cell : new int[] {0, 2}) {
                    JudgedPage page = judged(ColourScan.OFFICE, MARKED, pen -> {
                        pen.setColor(red);
                        pen.setStroke(new BasicStroke(0.4f));
                        pen.translate(0.7, 0.8);
                        mark.accept(pen, ROWS.get(4).cells().get(cell).box());
                    });
                    assertOnlyRed(page, name + " " + red, Set.of(ROWS.get(4).item()));
                }
            }
        });
    }

    @Test
    void aRedStrokeOnTheBorderOfTwoCellsIsNotLost() {
        RectMm cell = ROWS.get(6).cells().get(1).cell();
        JudgedPage page = judged(ColourScan.OFFICE, PRINTED, pen -> {
            pen.setColor(REDS[0]);
            pen.setStroke(new BasicStroke(0.5f));
            pen.draw(new Line2D.Double(cell.right() - 0.2, cell.y() + 3, cell.right() + 0.2, cell.y() + 7));
        });
        assertThat(page.doubts()).containsOnly(Map.entry(ROWS.get(6).item(), Doubt.RED));
    }

    @Test
    void aRedPenAloneMakesEveryRowAQuestion() {
        JudgedPage page = judged(ColourScan.OFFICE, PRINTED, pen -> {
            pen.setColor(REDS[1]);
            ROWS.forEach(row -> tick(pen, row.cells().get(1).box().centre(), 0.5));
        });
        assertOnlyRed(page, "all", items());
    }

    @Test
    void aSheetCrossedOutInRedIsNoSeal() {
        RectMm answers = answers();
        JudgedPage column = judged(ColourScan.OFFICE, MARKED, pen -> {
            pen.setColor(REDS[0]);
            pen.setStroke(new BasicStroke(0.5f));
            double x = ROWS.get(0).cells().get(1).box().centre().x();
            pen.draw(new Line2D.Double(x, answers.y() + 2, x + 1.5, answers.bottom() - 2));
        });
        assertOnlyRed(column, "column", items());
        JudgedPage crossed = judged(ColourScan.OFFICE, MARKED, pen -> {
            pen.setColor(REDS[0]);
            pen.setStroke(new BasicStroke(0.5f));
            pen.draw(new Line2D.Double(answers.x(), answers.y(), answers.right(), answers.bottom()));
            pen.draw(new Line2D.Double(answers.right(), answers.y(), answers.x(), answers.bottom()));
        });
        assertOnlyRed(crossed, "crossed out", items());
    }

    @Test
    void aRedMarkUnderASealsOutlineIsAQuestion() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 24; i++) {
            double turn = random.nextDouble(2 * Math.PI);
            PointMm mark = ROWS.get(6).cells().get(1).box().centre();
            JudgedPage page = judged(ColourScan.OFFICE, MARKED, pen -> {
                pen.setColor(REDS[0]);
                tick(pen, mark, 0.5);
                pen.setStroke(new BasicStroke(1.1f));
                double x = mark.x() + 20.5 * Math.cos(turn);
                double y = mark.y() + 20.5 * Math.sin(turn);
                pen.draw(new Ellipse2D.Double(x - 20, y - 20, 40, 40));
            });
            assertThat(page.doubts()).as("turned by %.2f", turn).containsEntry(ROWS.get(6).item(), Doubt.RED);
        }
    }

    @Test
    void fringesOfTheScannerAreNoRedInk() {
        for (int shift : new int[] {-1, 1}) {
            ColourScan fringed = new ColourScan(new double[] {0.97, 0.97, 0.97}, shift, 80);
            JudgedPage page = judged(fringed, MARKED, pen -> {});
            assertThat(page.answers().values()).as("shift %d", shift).containsOnly(FIRST);
        }
    }

    @Test
    void warmLightIsNoRedInk() {
        for (double[] light : new double[][] {{0.95, 0.82, 0.68}, {0.95, 0.72, 0.52}, {0.7, 0.5, 0.35}}) {
            JudgedPage page = judged(new ColourScan(light, 0, 80), MARKED, pen -> {});
            assertThat(page.answers().values()).as("light %s", light[2]).containsOnly(FIRST);
            JudgedPage ticked = judged(new ColourScan(light, 0, 80), MARKED, pen -> {
                pen.setColor(REDS[0]);
                tick(pen, ROWS.get(3).cells().get(2).box().centre(), 0.5);
            });
            assertOnlyRed(ticked, "light " + light[2], Set.of(ROWS.get(3).item()));
        }
    }

    private static void assertOnlyRed(JudgedPage page, String what, Set<String> items) {
        assertThat(page.doubts().keySet()).as(what).isEqualTo(items);
        assertThat(page.doubts().values()).as(what).containsOnly(Doubt.RED);
        Map<String, String> others = page.answers().entrySet().stream()
                .filter(answer -> !items.contains(answer.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(others.values()).as(what).allMatch(FIRST::equals);
    }

    private static JudgedPage judged(ColourScan scan, PageImage page, Consumer<Graphics2D> ink) {
        return JudgedPage.of(scan.of(page, ink), "colour", 1, RECOGNISER);
    }

    private static Set<String> items() {
        return ROWS.stream().map(PageLayout.Row::item).collect(Collectors.toCollection(TreeSet::new));
    }

    private static RectMm answers() {
        return ROWS.stream()
                .flatMap(row -> row.cells().stream())
                .map(PageLayout.Cell::cell)
                .reduce(RectMm::union)
                .orElseThrow();
    }

    private static void tick(Graphics2D pen, PointMm at, double width) {
        pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D tick = new Path2D.Double();
        tick.moveTo(at.x() - 1.5, at.y() - 0.4);
        tick.lineTo(at.x() - 0.3, at.y() + 1.4);
        tick.lineTo(at.x() + 2.2, at.y() - 2.4);
        pen.draw(tick);
    }

    /** A round seal of 42 mm as an office has it: a ring, a star, and a name of twelve characters along the ring. */
    private static void seal(Graphics2D pen, Color red, PointMm middle) {
        pen.setColor(red);
        pen.setStroke(new BasicStroke(1.1f));
        pen.draw(new Ellipse2D.Double(middle.x() - 20.4, middle.y() - 20.4, 40.8, 40.8));
        Path2D star = new Path2D.Double();
        for (int k = 0; k < 10; k++) {
            double reach = k % 2 == 0 ? 7 : 2.7;
            double x = middle.x() + reach * Math.sin(k * Math.PI / 5);
            double y = middle.y() - reach * Math.cos(k * Math.PI / 5);
            if (k == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        pen.fill(star);
        pen.setStroke(new BasicStroke(0.5f));
        for (int k = 0; k < 12; k++) {
            AffineTransform before = pen.getTransform();
            pen.rotate(Math.toRadians(-130 + 260 * k / 11.0), middle.x(), middle.y());
            for (int line = 0; line < 3; line++) {
                double y = middle.y() - 18 + 1.8 * line;
                pen.draw(new Line2D.Double(middle.x() - 1.6, y, middle.x() + 1.6, y));
            }
            pen.draw(new Line2D.Double(middle.x(), middle.y() - 18.5, middle.x(), middle.y() - 14));
            pen.setTransform(before);
        }
    }
}
