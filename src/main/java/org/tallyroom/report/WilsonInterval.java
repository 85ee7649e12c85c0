package org.tallyroom.report;

import org.tallyroom.tally.Fraction;

/**
 * How far a rate of so few people could be moved by chance (Wilson 1927, 95 %). An illustration beside a comparison of
 * groups, never part of a verdict: those present are counted, not sampled.
 *
 * @param low ratio 0..1
 * @param high ratio 0..1
 */
record WilsonInterval(double low, double high) {

    /** Two-sided 95 % quantile of the normal distribution. */
    private static final double Z = 1.959964;

    static WilsonInterval of(Fraction rate) {
        double n = rate.den();
        double p = rate.num() / n;
        double centre = p + Z * Z / (2 * n);
        double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        return new WilsonInterval(Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale));
    }

    String inPercent() {
        return Math.round(low * 100) + "–" + Math.round(high * 100) + "%";
    }
}
