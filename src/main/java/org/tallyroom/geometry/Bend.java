package org.tallyroom.geometry;

import java.util.List;

/**
 * How far the print lies beside where a flat, evenly fed sheet would have it: uneven feed, folds and curled paper move
 * it, smoothly, by tenths of a millimetre. Known at the nodes of a grid, blended in between, at its edge also beyond.
 *
 * @param stepMm distance of the nodes, mm; the first lies at the paper's top left corner
 * @param columns nodes side by side; 0 for paper that is flat
 * @param right by how much the print lies to the right, hundredths of a millimetre, row by row
 * @param down by how much it lies further down, the same
 */
public record Bend(double stepMm, int columns, List<Integer> right, List<Integer> down) {

    /** A hundredth of a millimetre: a tenth of a pixel at 300 dpi. */
    public static final double UNIT_MM = 0.01;

    private static final Bend NONE = new Bend(1, 0, List.of(), List.of());

    public Bend {
        right = List.copyOf(right);
        down = List.copyOf(down);
        boolean whole = columns == 0 ? right.isEmpty() : columns > 1 && right.size() % columns == 0;
        if (!(stepMm > 0) || !whole || right.size() != down.size() || right.size() == columns && columns > 0) {
            throw new IllegalArgumentException("a grid of " + columns + " columns and " + right.size() + " nodes");
        }
    }

    public static Bend none() {
        return NONE;
    }

    /** Where on a flat sheet the print of a place lies. */
    public PointMm moved(PointMm place) {
        if (columns == 0) {
            return place;
        }
        double x = within(place.x() / stepMm, columns - 1);
        double y = within(place.y() / stepMm, right.size() / columns - 1);
        return new PointMm(place.x() + blended(right, x, y), place.y() + blended(down, x, y));
    }

    /** The place whose print lies here; the inverse of {@link #moved} to a thousandth of a millimetre. */
    public PointMm unmoved(PointMm seen) {
        PointMm place = seen;
        for (int step = 0; step < 3 && columns > 0; step++) {
            PointMm moved = moved(place);
            place = new PointMm(place.x() + seen.x() - moved.x(), place.y() + seen.y() - moved.y());
        }
        return place;
    }

    private static double within(double at, int last) {
        return Math.max(0, Math.min(last, at));
    }

    private double blended(List<Integer> nodes, double x, double y) {
        int left = Math.min((int) x, columns - 2);
        int top = Math.min((int) y, right.size() / columns - 2);
        double fx = x - left;
        double fy = y - top;
        int at = top * columns + left;
        double upper = nodes.get(at) * (1 - fx) + nodes.get(at + 1) * fx;
        double lower = nodes.get(at + columns) * (1 - fx) + nodes.get(at + columns + 1) * fx;
        return UNIT_MM * (upper * (1 - fy) + lower * fy);
    }
}
