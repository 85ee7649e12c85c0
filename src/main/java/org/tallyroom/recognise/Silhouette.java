package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.List;

/**
 * The outline of all ink in a cell, thick lines and all. Four hollows make a cross, however short and thick its arms
 * are; a tick has one, a loop, a stroke, a dot or a filled box none.
 */
final class Silhouette {

    /** A hollow is at least this deep, dots: 0.25 mm, and this share of the whole. */
    private static final double DEEP = 2.5;

    private static final double DEEP_SHARE = 0.1;

    /** Deep enough whatever the size, dots: 0.8 mm. */
    private static final double DEEPEST = 8;

    /** Half width of a single line whose ends are ragged where print cuts them, dots: 0.8 mm across. */
    private static final double THICK = 4;

    /** A line that was followed over a gap shows this share of its width there. */
    private static final double BRIDGE = 0.8;

    private final Bitmap ink;
    private final Bitmap hidden;
    private final Hull hull;

    private Silhouette(Bitmap ink, Bitmap hidden) {
        this.ink = ink;
        this.hidden = hidden;
        this.hull = Hull.of(edges(ink));
    }

    static Silhouette of(Dots dots) {
        return of(dots, List.of(), new Bitmap(1, 1));
    }

    /**
     * @param lines what a pen drew without a break, though it skipped or print hides it
     * @param band where print may hide ink
     */
    static Silhouette of(Dots dots, List<Stroke> lines, Bitmap band) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < dots.count(); i++) {
            left = Math.min(left, dots.x(i));
            top = Math.min(top, dots.y(i));
            right = Math.max(right, dots.x(i));
            bottom = Math.max(bottom, dots.y(i));
        }
        Bitmap ink = new Bitmap(Math.max(0, right - left) + 1, Math.max(0, bottom - top) + 1);
        for (int i = 0; i < dots.count(); i++) {
            ink.put(dots.x(i) - left, dots.y(i) - top, true);
        }
        for (Stroke line : lines) {
            bridge(line, ink, left, top);
        }
        boolean thick = lines.size() == 1 && lines.get(0).halfWidth() >= THICK;
        return new Silhouette(
                ink,
                thick
                        ? band.cut(left, top, left + ink.width() - 1, top + ink.height() - 1)
                        : new Bitmap(ink.width(), ink.height()));
    }

    private static void bridge(Stroke stroke, Bitmap ink, int left, int top) {
        double half = Math.max(1, BRIDGE * stroke.halfWidth());
        for (int i = 0; i <= stroke.line().last(); i++) {
            double x = stroke.line().x(i) - left;
            double y = stroke.line().y(i) - top;
            for (int dy = (int) (y - half); dy <= y + half; dy++) {
                for (int dx = (int) (x - half); dx <= x + half; dx++) {
                    if (dx >= 0 && dy >= 0 && dx < ink.width() && dy < ink.height()
                            && Math.hypot(dx + 0.5 - x, dy + 0.5 - y) <= half) {
                        ink.put(dx, dy, true);
                    }
                }
            }
        }
    }

    /** The outer dots of each row are enough for the hull. */
    private static List<double[]> edges(Bitmap ink) {
        List<double[]> edges = new ArrayList<>();
        for (int y = 0; y < ink.height(); y++) {
            int first = 0;
            while (first < ink.width() && !ink.at(first, y)) {
                first++;
            }
            int last = ink.width() - 1;
            while (last > first && !ink.at(last, y)) {
                last--;
            }
            if (first < ink.width()) {
                edges.add(new double[] {first + 0.5, y + 0.5});
                edges.add(new double[] {last + 0.5, y + 0.5});
            }
        }
        return edges;
    }

    /** Ink over the area of its convex outline: 1 for a disc or a full square, 0.88 at most for a cross. */
    double solidity() {
        return hull.area() < 1 ? 1 : Math.min(1, ink.count() / hull.area());
    }

    int hollows() {
        double deep = Math.max(DEEP, Math.min(DEEPEST, DEEP_SHARE * Math.max(ink.width(), ink.height())));
        int hollows = 0;
        List<double[]> corners = hull.corners();
        for (int i = 0; i < corners.size(); i++) {
            hollows += hollow(corners.get(i), corners.get((i + 1) % corners.size()), deep) ? 1 : 0;
        }
        return hollows;
    }

    /** Whether the ink lies so deep behind one side of the hull, and bare paper in between where thick ink is ragged. */
    private boolean hollow(double[] a, double[] b, double deep) {
        double side = Math.hypot(b[0] - a[0], b[1] - a[1]);
        double dx = (b[0] - a[0]) / side;
        double dy = (b[1] - a[1]) / side;
        for (double along = 1.5; along < side - 1; along++) {
            int steps = 0;
            int bare = 0;
            int x = (int) (a[0] + along * dx);
            int y = (int) (a[1] + along * dy);
            while (steps < side && !ink.at(x, y)) {
                bare += hidden.at(x, y) ? 0 : 1;
                steps++;
                x = (int) (a[0] + along * dx - steps * dy);
                y = (int) (a[1] + along * dy + steps * dx);
            }
            if (steps >= deep && bare >= DEEP) {
                return true;
            }
        }
        return false;
    }
}
