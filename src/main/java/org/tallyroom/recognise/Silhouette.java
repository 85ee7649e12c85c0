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

    private final Bitmap ink;
    private final Hull hull;
    private final int dots;

    private Silhouette(Bitmap ink, Hull hull, int dots) {
        this.ink = ink;
        this.hull = hull;
        this.dots = dots;
    }

    static Silhouette of(Dots dots) {
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
        return new Silhouette(ink, Hull.of(edges(ink)), dots.count());
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
        return hull.area() < 1 ? 1 : Math.min(1, dots / hull.area());
    }

    int hollows() {
        double deep = Math.max(DEEP, Math.min(DEEPEST, DEEP_SHARE * Math.max(ink.width(), ink.height())));
        int hollows = 0;
        List<double[]> corners = hull.corners();
        for (int i = 0; i < corners.size(); i++) {
            hollows += depth(corners.get(i), corners.get((i + 1) % corners.size())) >= deep ? 1 : 0;
        }
        return hollows;
    }

    /** How far the ink lies behind one side of the hull, dots. */
    private double depth(double[] a, double[] b) {
        double side = Math.hypot(b[0] - a[0], b[1] - a[1]);
        double dx = (b[0] - a[0]) / side;
        double dy = (b[1] - a[1]) / side;
        double most = 0;
        for (double along = 1.5; along < side - 1; along++) {
            int steps = 0;
            while (steps < side
                    && !ink.at((int) (a[0] + along * dx - steps * dy), (int) (a[1] + along * dy + steps * dx))) {
                steps++;
            }
            most = Math.max(most, steps);
        }
        return most;
    }
}
