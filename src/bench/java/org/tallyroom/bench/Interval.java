package org.tallyroom.bench;

import java.util.Locale;

/**
 * Where a rate lies with 95 % confidence after {@code hits} of {@code trials}.
 *
 * @param low ratio 0..1
 * @param high ratio 0..1
 */
record Interval(double low, double high) {

    /** Two-sided 95 % quantile of the normal distribution. */
    private static final double Z = 1.959964;

    /** Nothing seen in n trials: the rate is below 3/n with 95 % confidence, since (1 - 3/n)^n is about e^-3. */
    private static final double THREE = 3;

    /** Wilson's interval (JASA 22, 1927); for none or all the rule of three (Hanley, Lippman-Hand, JAMA 249, 1983). */
    static Interval of(long hits, long trials) {
        if (trials < 1 || hits < 0 || hits > trials) {
            throw new IllegalArgumentException(hits + " of " + trials);
        }
        double three = Math.min(1, THREE / trials);
        if (hits == 0) {
            return new Interval(0, three);
        }
        return hits == trials ? new Interval(1 - three, 1) : wilson(hits, trials);
    }

    static Interval wilson(long hits, long trials) {
        double n = trials;
        double p = hits / n;
        double centre = p + Z * Z / (2 * n);
        double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        return new Interval(Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale));
    }

    /** In per cent, with as many digits as small rates need. */
    @Override
    public String toString() {
        return percent(low) + "–" + percent(high);
    }

    static String percent(double ratio) {
        double percent = 100 * ratio;
        int digits = percent == 0 || percent >= 10 ? 1 : percent >= 0.1 ? 2 : 4;
        return String.format(Locale.ROOT, "%." + digits + "f", percent);
    }
}
