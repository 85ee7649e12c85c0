package org.tallyroom.bench;

import java.util.List;
import java.util.Locale;

/**
 * Pearson's test of whether a rate is the same in all groups.
 *
 * @param p chance of so large a value when the rates are alike, 0..1
 */
record ChiSquare(double value, int freedom, double p) {

    private static final int TERMS = 1000;
    private static final double ENOUGH = 1e-14;

    /** @param groups one {@code {hits, misses}} a group; groups without a trial are left out */
    static ChiSquare of(List<long[]> groups) {
        List<long[]> tried = groups.stream().filter(g -> g[0] + g[1] > 0).toList();
        double hits = tried.stream().mapToLong(g -> g[0]).sum();
        double all = hits + tried.stream().mapToLong(g -> g[1]).sum();
        if (tried.size() < 2 || hits == 0 || hits == all) {
            return new ChiSquare(0, Math.max(0, tried.size() - 1), 1);
        }
        double sum = 0;
        for (long[] group : tried) {
            double expected = (group[0] + group[1]) * hits / all;
            double rest = group[0] + group[1] - expected;
            sum += square(group[0] - expected) / expected + square(group[1] - rest) / rest;
        }
        int freedom = tried.size() - 1;
        return new ChiSquare(sum, freedom, survival(sum, freedom));
    }

    private static double square(double x) {
        return x * x;
    }

    /** The upper tail of the χ² distribution: the regularised incomplete gamma function Q(freedom / 2, value / 2). */
    static double survival(double value, int freedom) {
        double a = freedom / 2.0;
        double x = value / 2;
        if (x <= 0) {
            return 1;
        }
        double front = Math.exp(a * Math.log(x) - x - logGamma(a));
        return x < a + 1 ? 1 - front * series(a, x) : front * fraction(a, x);
    }

    /** Abramowitz and Stegun 6.5.29. */
    private static double series(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < TERMS && term > sum * ENOUGH; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    /** Abramowitz and Stegun 6.5.31, evaluated from its far end. */
    private static double fraction(double a, double x) {
        double tail = 0;
        for (int n = TERMS; n > 0; n--) {
            tail = n * (n - a) / (x + 2 * n + 1 - a - tail);
        }
        return 1 / (x + 1 - a - tail);
    }

    /** For halves of whole numbers, which degrees of freedom make: Γ(1/2) = √π, Γ(1) = 1, Γ(a + 1) = a Γ(a). */
    private static double logGamma(double a) {
        double from = a == Math.rint(a) ? 1 : 0.5;
        double log = from == 1 ? 0 : Math.log(Math.PI) / 2;
        for (double step = from; step < a; step++) {
            log += Math.log(step);
        }
        return log;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "χ² = %.1f, %d degrees of freedom, p = %.3f", value, freedom, p);
    }
}
