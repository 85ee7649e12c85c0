package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The convex outline around a cell's lines. A circle lies on its outline even when print cut it into arcs; a cross, a
 * scribble or a tick inside a circle does not.
 */
final class Hull {

    /** A line lies on the outline when it is nearer than this share of the outline's radius, 0.7 mm at most. */
    private static final double ON_SHARE = 0.28;

    private static final double ON = 7;

    /** The middle of an outline is deeper than this share of its radius. */
    private static final double HEART_SHARE = 0.45;

    private final List<double[]> corners;

    /** Lengths of the sides, each from the corner of its index. */
    private final double[] sides;

    private Hull(List<double[]> corners) {
        this.corners = corners;
        this.sides = new double[corners.size()];
        for (int i = 0; i < sides.length; i++) {
            double[] a = corners.get(i);
            double[] b = corners.get((i + 1) % sides.length);
            sides[i] = Math.max(1e-9, Math.hypot(b[0] - a[0], b[1] - a[1]));
        }
    }

    static Hull around(List<Stroke> strokes) {
        List<double[]> points = new ArrayList<>();
        for (Stroke stroke : strokes) {
            for (int i = 0; i <= stroke.line().last(); i++) {
                points.add(new double[] {stroke.line().x(i), stroke.line().y(i)});
            }
        }
        return of(points);
    }

    /** Andrew's monotone chain (1979). */
    static Hull of(List<double[]> places) {
        List<double[]> points = new ArrayList<>(places);
        points.sort(Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]));
        List<double[]> hull = new ArrayList<>();
        chain(points, hull);
        List<double[]> back = new ArrayList<>(points);
        Collections.reverse(back);
        chain(back, hull);
        return new Hull(hull);
    }

    List<double[]> corners() {
        return corners;
    }

    private static void chain(List<double[]> points, List<double[]> hull) {
        int base = hull.size();
        for (double[] p : points) {
            while (hull.size() >= base + 2 && turn(hull.get(hull.size() - 2), hull.get(hull.size() - 1), p) <= 0) {
                hull.remove(hull.size() - 1);
            }
            hull.add(p);
        }
        if (!hull.isEmpty()) {
            hull.remove(hull.size() - 1);
        }
    }

    private static double turn(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }

    /** 1 for a circle, 0.6 for an even triangle, 0 for a straight line. */
    double roundness() {
        double around = 0;
        for (int i = 0; i < corners.size(); i++) {
            double[] a = corners.get(i);
            double[] b = corners.get((i + 1) % corners.size());
            around += Math.hypot(b[0] - a[0], b[1] - a[1]);
        }
        return around == 0 ? 0 : 4 * Math.PI * area() / (around * around);
    }

    double area() {
        double area = 0;
        for (int i = 0; i < corners.size(); i++) {
            double[] a = corners.get(i);
            double[] b = corners.get((i + 1) % corners.size());
            area += (a[0] * b[1] - b[0] * a[1]) / 2;
        }
        return Math.abs(area);
    }

    /** Length of the strokes that does not lie on the outline, dots. */
    double inner(List<Stroke> strokes) {
        return deeper(strokes, Math.min(ON, ON_SHARE * Math.sqrt(area() / Math.PI)));
    }

    /** Length of the strokes in the middle of the outline, where a circle has none however often it was drawn round. */
    double heart(List<Stroke> strokes) {
        return deeper(strokes, HEART_SHARE * Math.sqrt(area() / Math.PI));
    }

    private double deeper(List<Stroke> strokes, double on) {
        double inner = 0;
        for (Stroke stroke : strokes) {
            for (int i = 0; i <= stroke.line().last(); i++) {
                inner += isDeeper(stroke.line().x(i), stroke.line().y(i), on) ? 1 : 0;
            }
        }
        return inner;
    }

    private boolean isDeeper(double x, double y, double than) {
        double[] place = {x, y};
        for (int i = 0; i < sides.length; i++) {
            double[] next = corners.get(i + 1 == sides.length ? 0 : i + 1);
            if (Math.abs(turn(corners.get(i), next, place)) / sides[i] <= than) {
                return false;
            }
        }
        return sides.length > 0;
    }
}
