package org.tallyroom.recognise;

import java.util.List;

/**
 * How the ink of a cell fills its box: lines drawn to and fro fill it all over, run one way and stay in it.
 *
 * @param covered share of the box's fields, sixteen of one size, that have some ink, ratio 0..1
 * @param grain how much the edges of that ink run one way, ratio: 0 as in a cross or a circle, 1 as in hatching
 *     (coherence of the structure tensor: Bigün and Granlund, 1987)
 * @param within share of the cell's ink that lies in the box or close to it, ratio 0..1
 * @param spillMm how much wider or higher than the box the cell's strokes are, both sides together, mm
 */
public record BoxFilling(double covered, double grain, double within, double spillMm) {

    private static final BoxFilling NONE = new BoxFilling(0, 0, 0, 0);

    /** Fields on each side of a box. */
    private static final int SIDE = 4;

    /** The printed outline and its blur are left out, dots. */
    private static final int OUTLINE = 4;

    /** How far over its box a filling may run and be close to it, dots: 0.8 mm. */
    private static final int CLOSE = 8;

    /** A field with less is bare but for what a neighbouring one's line sends over, ratio. */
    private static final double INKED = 0.1;

    /** A fifth of a box: fillings have at least twice as much ink, most other marks less. */
    private static final double LITTLE = 0.2;

    /** @param own the strokes that belong to this cell */
    static BoxFilling of(PageInk page, List<PageInk.Pen> own, CellGrid.Spot spot) {
        Bitmap ink = page.ink();
        CellGrid.Area inner = spot.box().grown(-OUTLINE);
        double dots = (inner.right() - inner.left()) * (inner.bottom() - inner.top());
        if (dots < SIDE * SIDE || count(ink, inner) < LITTLE * dots) {
            return NONE;
        }
        double close = count(ink, spot.box().grown(CLOSE));
        double within = close / Math.max(close, count(ink, spot.cell()));
        return new BoxFilling(covered(ink, inner), grain(page.patch(), inner), within, spill(own, spot.box()));
    }

    private static double covered(Bitmap ink, CellGrid.Area inner) {
        double width = (inner.right() - inner.left()) / SIDE;
        double height = (inner.bottom() - inner.top()) / SIDE;
        int covered = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            double left = inner.left() + i % SIDE * width;
            double top = inner.top() + i / SIDE * height;
            int inked = count(ink, new CellGrid.Area(left, top, left + width - 1, top + height - 1));
            covered += inked >= INKED * width * height ? 1 : 0;
        }
        return (double) covered / (SIDE * SIDE);
    }

    private static double grain(AnswerPatch patch, CellGrid.Area inner) {
        double across = 0;
        double down = 0;
        double both = 0;
        for (int y = (int) inner.top() + 1; y < inner.bottom() - 1; y++) {
            for (int x = (int) inner.left() + 1; x < inner.right() - 1; x++) {
                double dx = patch.dark(x + 1, y) - patch.dark(x - 1, y);
                double dy = patch.dark(x, y + 1) - patch.dark(x, y - 1);
                across += dx * dx;
                down += dy * dy;
                both += dx * dy;
            }
        }
        double all = across + down;
        return all == 0 ? 0 : Math.hypot(across - down, 2 * both) / all;
    }

    private static double spill(List<PageInk.Pen> own, CellGrid.Area box) {
        double left = own.stream().mapToDouble(pen -> pen.stroke().left()).min().orElse(box.left());
        double top = own.stream().mapToDouble(pen -> pen.stroke().top()).min().orElse(box.top());
        double right = own.stream().mapToDouble(pen -> pen.stroke().right()).max().orElse(box.right());
        double bottom = own.stream().mapToDouble(pen -> pen.stroke().bottom()).max().orElse(box.bottom());
        double wider = right - left - (box.right() - box.left());
        double higher = bottom - top - (box.bottom() - box.top());
        return Math.max(0, Math.max(wider, higher)) / AnswerPatch.PER_MM;
    }

    private static int count(Bitmap ink, CellGrid.Area area) {
        return ink.count((int) area.left(), (int) area.top(), (int) area.right(), (int) area.bottom());
    }
}
