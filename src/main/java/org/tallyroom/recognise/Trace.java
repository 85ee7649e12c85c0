package org.tallyroom.recognise;

import java.util.Arrays;

/** A line of points on the patch's grid, one dot or so apart: the centre line of a pen. */
final class Trace {

    private final double[] xs;
    private final double[] ys;

    Trace(double[] xs, double[] ys) {
        if (xs.length == 0 || xs.length != ys.length) {
            throw new IllegalArgumentException("a trace of " + xs.length + " and " + ys.length + " points");
        }
        this.xs = xs.clone();
        this.ys = ys.clone();
    }

    int points() {
        return xs.length;
    }

    double x(int i) {
        return xs[i];
    }

    double y(int i) {
        return ys[i];
    }

    int last() {
        return xs.length - 1;
    }

    double length() {
        double sum = 0;
        for (int i = 1; i < xs.length; i++) {
            sum += Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
        }
        return sum;
    }

    Trace reversed() {
        double[] rx = new double[xs.length];
        double[] ry = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            rx[i] = xs[xs.length - 1 - i];
            ry[i] = ys[xs.length - 1 - i];
        }
        return new Trace(rx, ry);
    }

    Trace then(Trace next) {
        double[] cx = Arrays.copyOf(xs, xs.length + next.xs.length);
        double[] cy = Arrays.copyOf(ys, ys.length + next.ys.length);
        System.arraycopy(next.xs, 0, cx, xs.length, next.xs.length);
        System.arraycopy(next.ys, 0, cy, ys.length, next.ys.length);
        return new Trace(cx, cy);
    }

    /** The points from one index to another, both included. */
    Trace part(int from, int to) {
        return new Trace(Arrays.copyOfRange(xs, from, to + 1), Arrays.copyOfRange(ys, from, to + 1));
    }

    /** Points one dot apart along the line, each the mean of its neighbourhood of {@code reach} dots on either side. */
    Trace even(int reach) {
        double length = length();
        int n = (int) Math.max(1, Math.round(length)) + 1;
        double[] ex = new double[n];
        double[] ey = new double[n];
        int segment = 1;
        double before = 0;
        for (int i = 0; i < n; i++) {
            double at = length * i / (n - 1);
            while (segment < last() && before + step(segment) < at) {
                before += step(segment++);
            }
            double part = segment > last() || step(segment) == 0 ? 0 : Math.min(1, (at - before) / step(segment));
            int to = Math.min(segment, last());
            ex[i] = xs[to - (segment > last() ? 0 : 1)] * (1 - part) + xs[to] * part;
            ey[i] = ys[to - (segment > last() ? 0 : 1)] * (1 - part) + ys[to] * part;
        }
        return new Trace(means(ex, reach), means(ey, reach));
    }

    private double step(int i) {
        return Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
    }

    /** Near the ends the neighbourhood shrinks, so that the ends stay where they are. */
    private static double[] means(double[] of, int reach) {
        double[] mean = new double[of.length];
        for (int i = 0; i < of.length; i++) {
            int r = Math.min(reach, Math.min(i, of.length - 1 - i));
            double sum = 0;
            for (int k = i - r; k <= i + r; k++) {
                sum += of[k];
            }
            mean[i] = sum / (2 * r + 1);
        }
        return mean;
    }
}
