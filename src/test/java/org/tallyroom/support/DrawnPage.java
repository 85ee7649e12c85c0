package org.tallyroom.support;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageFrame;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.layout.PageLayout.Cell;
import org.tallyroom.layout.PageLayout.Mark;
import org.tallyroom.layout.PageLayout.Row;
import org.tallyroom.layout.PageLayout.Rule;
import org.tallyroom.sheetcode.QrModules;

/**
 * A page drawn straight from its layout under any turn and scale, with a second set of eyes for the registration: no
 * PDF, no poppler, no resampling between print and scan.
 */
public final class DrawnPage {

    private static final int ROWS = 14;
    private static final List<String> OPTIONS = List.of("good", "fair", "poor");

    private final PageLayout layout;
    private final List<Consumer<Graphics2D>> ink = new ArrayList<>();

    private DrawnPage(PageLayout layout) {
        this.layout = layout;
    }

    /** A page of the frame all forms share, with a plain table of 14 rows and its four marks. */
    public static PageLayout plainLayout() {
        double left = 25;
        double top = 78;
        double answers = 120;
        double right = 174;
        double foot = top + ROWS * 10;
        List<Rule> rules = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i <= ROWS; i++) {
            rules.add(new Rule(new PointMm(left, top + 10 * i), new PointMm(right, top + 10 * i), 0.18));
        }
        for (double x : new double[] {left, answers, answers + 18, answers + 36, right}) {
            rules.add(new Rule(new PointMm(x, top), new PointMm(x, foot), 0.18));
        }
        for (int i = 0; i < ROWS; i++) {
            List<Cell> cells = new ArrayList<>();
            for (int o = 0; o < OPTIONS.size(); o++) {
                RectMm cell = new RectMm(answers + 18 * o, top + 10 * i, 18, 10);
                cells.add(new Cell(
                        OPTIONS.get(o), cell, new RectMm(cell.x() + 6.5, cell.y() + 2.5, 5, 5), 0.25));
            }
            rows.add(new Row("item-" + i, cells));
        }
        List<Mark> marks = new ArrayList<>(PageFrame.marks());
        for (double x : new double[] {left, right}) {
            for (double y : new double[] {top - 6, foot + 2}) {
                marks.add(new Mark(
                        new RectMm(Math.min(x, right - 4), y, 4, 4), Mark.Place.TABLE));
            }
        }
        return new PageLayout(
                1, PageFrame.WIDTH_MM, PageFrame.HEIGHT_MM, marks, PageFrame.codes(), PageFrame.shortCodes(), List.of(),
                rules, List.of(), rows);
    }

    /** The layout as a printer puts it on paper, with a code's text in both QR copies. */
    public static DrawnPage of(PageLayout layout, String code) {
        DrawnPage page = new DrawnPage(layout);
        page.ink.add(g -> page.print(g, QrModules.of(code)));
        return page;
    }

    /** Nothing printed: for letters, tables and other papers. */
    public static DrawnPage bare() {
        return new DrawnPage(plainLayout());
    }

    /** Something drawn over the page, in millimetres. */
    public DrawnPage with(Consumer<Graphics2D> drawing) {
        ink.add(drawing);
        return this;
    }

    /** A pen's way over the page: x and y in millimetres, one after the other. */
    public DrawnPage pen(double widthMm, double... way) {
        return with(g -> {
            Path2D path = new Path2D.Double();
            path.moveTo(way[0], way[1]);
            for (int i = 2; i < way.length; i += 2) {
                path.lineTo(way[i], way[i + 1]);
            }
            g.setStroke(new BasicStroke((float) widthMm, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(path);
        });
    }

    public DrawnPage white(RectMm area) {
        return with(g -> {
            g.setColor(Color.WHITE);
            g.fill(new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height()));
            g.setColor(Color.BLACK);
        });
    }

    public PageImage at(double dpi) {
        return scan(dpi, 0, 1, true);
    }

    /** Turned clockwise about the middle of the frame, which is as large as a turned page needs. */
    public PageImage scan(double dpi, double degrees, double scale, boolean wholeFrame) {
        double perMm = dpi / 25.4;
        boolean sideways = Math.abs(Math.sin(Math.toRadians(degrees))) > 0.7;
        double slack = wholeFrame ? 1 : 1.3;
        int width = (int) Math.round(perMm * slack * (sideways ? layout.heightMm() : layout.widthMm()));
        int height = (int) Math.round(perMm * slack * (sideways ? layout.widthMm() : layout.heightMm()));
        AffineTransform to = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        to.rotate(Math.toRadians(degrees));
        to.scale(perMm * scale, perMm * scale);
        to.translate(-layout.widthMm() / 2, -layout.heightMm() / 2);
        return drawn(width, height, to);
    }

    public PageImage drawn(int width, int height, AffineTransform paperToImage) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.transform(paperToImage);
        g.setColor(Color.BLACK);
        ink.forEach(drawing -> drawing.accept(g));
        g.dispose();
        return PageImage.ofGray(width, height, ((DataBufferByte) picture.getRaster().getDataBuffer()).getData().clone());
    }

    private void print(Graphics2D g, QrModules modules) {
        for (Mark mark : layout.marks()) {
            fill(g, mark.square());
        }
        for (Rule rule : layout.rules()) {
            g.setStroke(new BasicStroke((float) rule.widthMm(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            g.draw(new Line2D.Double(rule.from().x(), rule.from().y(), rule.to().x(), rule.to().y()));
        }
        for (Row row : layout.rows()) {
            for (Cell cell : row.cells()) {
                g.setStroke(new BasicStroke((float) cell.boxLineMm()));
                g.draw(rectangle(cell.box()));
            }
        }
        for (RectMm code : layout.codes()) {
            Path2D dark = new Path2D.Double();
            double module = code.width() / QrModules.SIDE;
            for (int y = 0; y < QrModules.SIDE; y++) {
                for (int x = 0; x < QrModules.SIDE; x++) {
                    if (modules.dark(x, y)) {
                        dark.append(
                                new Rectangle2D.Double(code.x() + x * module, code.y() + y * module, module, module),
                                false);
                    }
                }
            }
            g.fill(dark);
        }
    }

    private static void fill(Graphics2D g, RectMm area) {
        g.fill(rectangle(area));
    }

    private static Rectangle2D rectangle(RectMm area) {
        return new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height());
    }
}
