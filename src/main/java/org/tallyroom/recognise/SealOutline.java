package org.tallyroom.recognise;

import java.util.Arrays;

/**
 * Tells a seal by its outline: seen from its middle, an impression ends in almost every direction about as far away as
 * in the directions beside. A tick, a cross or a stroke does so in few directions only. Round and oval seals are known;
 * what stands inside the outline is not part of it.
 */
final class SealOutline {

    /** Directions looked into, one every 3°. */
    private static final int DIRECTIONS = 120;

    /** Directions on each side that are compared with, 21°: wider than a stroke that runs out over the ring. */
    private static final int BESIDE = 7;

    /** Share of the directions in which the outline must be seen: dry seals have gaps. */
    private static final double SEEN = 0.75;

    /** Half a small seal's width and half a large one's, mm: official seals are 30 to 58 mm wide, ovals 18 mm high. */
    private static final double LEAST_MM = 8;
    private static final double MOST_MM = 35;

    /** Length over width of an oval seal at most; 45 × 30 mm is common. */
    private static final double OVAL = 1.8;

    /** How wide the line of an outline is at most, mm: 1.2 mm is prescribed for the largest, and ink spreads. */
    private static final double LINE_MM = 1.7;

    /** Where a line is so much wider than elsewhere there is a mark beneath it, ratio. */
    private static final double THICKER = 1.35;

    /** How far beyond where it is expected the outline lies at most, mm: an oval's ends reach beyond the median. */
    private static final double OUTSIDE_MM = 0.8;

    /** How far inside, beside its line, mm: an oval bends within a direction. */
    private static final double INSIDE_MM = 0.6;

    private final Dots dots;
    private final double x;
    private final double y;
    private final double[] ends = new double[DIRECTIONS];

    private SealOutline(Dots dots) {
        this.dots = dots;
        int[] across = new int[dots.count()];
        int[] down = new int[dots.count()];
        for (int i = 0; i < dots.count(); i++) {
            across[i] = dots.x(i);
            down[i] = dots.y(i);
        }
        this.x = (Arrays.stream(across).min().orElseThrow() + Arrays.stream(across).max().orElseThrow()) / 2.0;
        this.y = (Arrays.stream(down).min().orElseThrow() + Arrays.stream(down).max().orElseThrow()) / 2.0;
        for (int i = 0; i < dots.count(); i++) {
            int direction = direction(i);
            ends[direction] = Math.max(ends[direction], away(i));
        }
    }

    /** Sets, in {@code outlines}, the dots of an impression's outline; none when it is no seal's. */
    static void mark(Dots impression, Bitmap outlines) {
        SealOutline seal = new SealOutline(impression);
        double[] line = seal.line();
        if (!seal.isOutline(line)) {
            return;
        }
        double[] widths = seal.widths(line);
        double width = Math.min(median(widths), LINE_MM * RedInk.PER_MM);
        double inside = width + INSIDE_MM * RedInk.PER_MM;
        for (int i = 0; i < impression.count(); i++) {
            int direction = seal.direction(i);
            double beyond = seal.away(i) - line[direction];
            if (widths[direction] <= THICKER * width && beyond >= -inside && beyond <= OUTSIDE_MM * RedInk.PER_MM) {
                outlines.put(impression.x(i), impression.y(i), true);
            }
        }
    }

    /** How much ink there is across the outline's line in each direction, dots. */
    private double[] widths(double[] line) {
        double[] widths = new double[DIRECTIONS];
        for (int i = 0; i < dots.count(); i++) {
            int d = direction(i);
            boolean near = Math.abs(away(i) - line[d]) <= LINE_MM * RedInk.PER_MM;
            widths[d] += near ? DIRECTIONS / (2 * Math.PI * line[d]) : 0;
        }
        return widths;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** How far away the outline is in each direction: the median of the ends around it. */
    private double[] line() {
        double[] line = new double[DIRECTIONS];
        double[] near = new double[2 * BESIDE + 1];
        for (int d = 0; d < DIRECTIONS; d++) {
            for (int k = -BESIDE; k <= BESIDE; k++) {
                near[k + BESIDE] = ends[Math.floorMod(d + k, DIRECTIONS)];
            }
            Arrays.sort(near);
            line[d] = near[BESIDE];
        }
        return line;
    }

    private boolean isOutline(double[] line) {
        double least = Arrays.stream(line).min().orElseThrow();
        double most = Arrays.stream(line).max().orElseThrow();
        int seen = 0;
        for (int d = 0; d < DIRECTIONS; d++) {
            seen += Math.abs(ends[d] - line[d]) <= LINE_MM / 2 * RedInk.PER_MM ? 1 : 0;
        }
        return seen >= SEEN * DIRECTIONS
                && least >= LEAST_MM * RedInk.PER_MM
                && most <= MOST_MM * RedInk.PER_MM
                && most <= OVAL * least;
    }

    private double away(int i) {
        return Math.hypot(dots.x(i) - x, dots.y(i) - y);
    }

    private int direction(int i) {
        double turn = Math.atan2(dots.y(i) - y, dots.x(i) - x) / (2 * Math.PI);
        return Math.floorMod((int) Math.floor(turn * DIRECTIONS), DIRECTIONS);
    }
}
