package org.tallyroom.rehearsal;

/** Smooth chance over a plane: the same place and seed always give the same value, 0..1 (lattice value noise). */
final class Texture {

    private Texture() {}

    static double at(double x, double y, long seed) {
        long column = (long) Math.floor(x);
        long line = (long) Math.floor(y);
        double fx = smooth(x - column);
        double fy = smooth(y - line);
        double upper = mix(knot(column, line, seed), knot(column + 1, line, seed), fx);
        double lower = mix(knot(column, line + 1, seed), knot(column + 1, line + 1, seed), fx);
        return mix(upper, lower, fy);
    }

    private static double knot(long column, long line, long seed) {
        return (Seed.mix(seed + column * 0x9E3779B97F4A7C15L + line * 0xC2B2AE3D27D4EB4FL) >>> 11) * 0x1p-53;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
