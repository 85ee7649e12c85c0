package org.tallyroom.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageFrame;
import org.tallyroom.layout.PageLayout.Mark;
import org.tallyroom.recognise.Recognition.Reason;
import org.tallyroom.support.BadFiles;
import org.tallyroom.support.PrintedForms;
import org.tallyroom.support.Scans;

/** Paper that is none of ours is never read, and never takes a person's time as a form with an unreadable code. */
class ForeignPaperTest {

    private static final Recogniser RECOGNISER = PrintedForms.recogniser();
    private static final PageImage WHITE = white(1654, 2339);

    @TestFactory
    Stream<DynamicTest> otherPapersAreNotAForm() {
        Map<String, PageImage> papers = new LinkedHashMap<>();
        papers.put("a letter", BadFiles.letter());
        papers.put("newsprint", newsprint(1));
        papers.put("a table", Scans.drawnOver(WHITE, ForeignPaperTest::table));
        papers.put("another form with four corner squares", Scans.drawnOver(WHITE, ForeignPaperTest::fourCorners));
        papers.put("a chessboard", Scans.drawnOver(WHITE, ForeignPaperTest::chessboard));
        papers.put("noise", Scans.toned(WHITE, 0, 128, 60, 5));
        papers.put("a dark page", Scans.toned(WHITE, 0, 20, 6, 6));
        papers.put("a photo of something", blobs(7));
        return papers.entrySet().stream().map(paper -> DynamicTest.dynamicTest(paper.getKey(), () -> assertThat(
                        reason(paper.getValue()))
                .isIn(Reason.NOT_A_FORM, Reason.NO_REGISTRATION)));
    }

    @Test
    void aPageWithoutInkIsEmptyWhateverTheScannerAdds() {
        assertThat(reason(BadFiles.emptyPage())).isEqualTo(Reason.EMPTY_PAGE);
        assertThat(reason(Scans.toned(WHITE, 0.9, 0, 4, 8))).isEqualTo(Reason.EMPTY_PAGE);
        PageImage dusty = Scans.drawnOver(WHITE, g -> {
            Random random = new Random(9);
            for (int i = 0; i < 60; i++) {
                g.fill(new Ellipse2D.Double(210 * random.nextDouble(), 297 * random.nextDouble(), 0.3, 0.3));
            }
            g.fill(new Rectangle2D.Double(0, 0, 210, 1.5));
            g.fill(new Rectangle2D.Double(208, 0, 2, 297));
        });
        assertThat(reason(dusty)).isEqualTo(Reason.EMPTY_PAGE);
    }

    @Test
    void aHandwrittenLineIsInk() {
        PageImage note = Scans.drawnOver(WHITE, g -> {
            g.setStroke(new BasicStroke(0.5f));
            for (int i = 0; i < 12; i++) {
                g.draw(new Ellipse2D.Double(40 + 5 * i, 100, 4, 5));
            }
        });
        assertThat(reason(note)).isEqualTo(Reason.NOT_A_FORM);
    }

    @Test
    void ourOwnFormSeenFromBehindIsNotOurs() {
        PageImage page = PrintedForms.page(0, 150);
        PageImage mirrored =
                Scans.mapped(page, page.width(), page.height(), (x, y) -> new PointPx(page.width() - x, y));
        assertThat(reason(mirrored)).isIn(Reason.NOT_A_FORM, Reason.NO_REGISTRATION);
    }

    @Test
    void ourMarksWithoutOurPrintAreNeverRead() {
        PageImage marks = Scans.drawnOver(WHITE, g -> {
            for (Mark mark : PageFrame.marks()) {
                g.fill(new Rectangle2D.Double(mark.square().x(), mark.square().y(), 5, 5));
            }
        });
        assertThat(RECOGNISER.recognise(marks)).isNotInstanceOf(Recognition.Read.class);
        assertThat(RECOGNISER.recognise(marks, PrintedForms.code(0)))
                .isEqualTo(new Recognition.Unreadable(Reason.NO_REGISTRATION));
    }

    @Test
    void squaresStrewnAtRandomAreNeverAPage() {
        long seed = 11;
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            PageImage strewn = Scans.drawnOver(white(827, 1169), g -> {
                for (int i = 0; i < 8 + random.nextInt(30); i++) {
                    g.fill(new Rectangle2D.Double(10 + 185 * random.nextDouble(), 10 + 270 * random.nextDouble(), 5, 5));
                }
            });
            assertThat(RECOGNISER.recognise(strewn)).as("seed %d, round %d", seed, round)
                    .isInstanceOf(Recognition.Unreadable.class);
        }
    }

    private static Reason reason(PageImage paper) {
        return RECOGNISER.recognise(paper).match(
                read -> fail("read"),
                reason -> reason,
                origin -> fail("foreign: " + origin),
                unread -> fail("a form whose code cannot be read"));
    }

    private static Reason fail(String what) {
        throw new AssertionError(what);
    }

    private static void table(Graphics2D g) {
        g.setStroke(new BasicStroke(0.3f));
        for (int i = 0; i <= 24; i++) {
            g.draw(new Line2D.Double(20, 25 + 10 * i, 190, 25 + 10 * i));
        }
        for (int i = 0; i <= 6; i++) {
            g.draw(new Line2D.Double(20 + 170.0 / 6 * i, 25, 20 + 170.0 / 6 * i, 265));
        }
        for (int i = 0; i < 24; i++) {
            g.fill(new Rectangle2D.Double(25 + 170.0 / 6 * (i * 7 % 6), 27.5 + 10 * i, 5, 5));
        }
    }

    private static void fourCorners(Graphics2D g) {
        for (double x : new double[] {12, 193}) {
            for (double y : new double[] {12, 280}) {
                g.fill(new Rectangle2D.Double(x, y, 5, 5));
            }
        }
        text(g, 40, 30, List.of("Questionnaire", "Please fill in one circle in each row."));
        for (int row = 0; row < 18; row++) {
            for (int column = 0; column < 5; column++) {
                g.draw(new Ellipse2D.Double(100 + 15 * column, 60 + 11 * row, 5, 5));
            }
        }
    }

    private static void chessboard(Graphics2D g) {
        for (int i = 0; i < 400; i++) {
            if ((i % 20 + i / 20) % 2 == 0) {
                g.fill(new Rectangle2D.Double(15 + 9 * (i % 20), 20 + 9 * (i / 20), 5, 5));
            }
        }
    }

    private static PageImage newsprint(long seed) {
        Random random = new Random(seed);
        return Scans.toned(Scans.drawnOver(WHITE, g -> {
            for (int column = 0; column < 5; column++) {
                for (int line = 0; line < 80; line++) {
                    text(g, 10 + 39 * column, 20 + 3.3 * line, List.of(words(random)));
                }
            }
            for (int i = 0; i < 6; i++) {
                g.fill(new Rectangle2D.Double(10 + 39 * (i % 5), 30 + 40 * i, 36, 20 + 5 * i));
            }
            g.setFont(g.getFont().deriveFont(Font.BOLD, 14f));
            g.drawString("DAILY PAPER", 20, 16);
        }), 0.8, 10, 6, seed);
    }

    private static String words(Random random) {
        StringBuilder line = new StringBuilder();
        while (line.length() < 28) {
            line.append((char) ('a' + random.nextInt(26)));
            line.append(random.nextInt(6) == 0 ? " " : "");
        }
        return line.toString();
    }

    private static PageImage blobs(long seed) {
        Random random = new Random(seed);
        return Scans.drawnOver(WHITE, g -> {
            for (int i = 0; i < 300; i++) {
                g.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
                double size = 3 + 40 * random.nextDouble() * random.nextDouble();
                g.fill(new Ellipse2D.Double(210 * random.nextDouble(), 297 * random.nextDouble(), size, size));
            }
        });
    }

    private static void text(Graphics2D g, double x, double y, List<String> lines) {
        g.setFont(new Font(Font.SERIF, Font.PLAIN, 1).deriveFont(2.8f));
        for (int i = 0; i < lines.size(); i++) {
            g.drawString(lines.get(i), (float) x, (float) (y + 5 * i));
        }
    }

    private static PageImage white(int width, int height) {
        byte[] gray = new byte[width * height];
        Arrays.fill(gray, (byte) 255);
        return PageImage.ofGray(width, height, gray);
    }
}
