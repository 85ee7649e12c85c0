package org.tallyroom.tally;

/**
 * A rate that is never rounded: {@code num} of {@code den} ballots, not reduced, so that it can be found in the pile.
 */
public record Fraction(long num, long den) implements Comparable<Fraction> {

    public Fraction {
        if (num < 0 || den < 1) {
            throw new IllegalArgumentException("a rate of " + num + "/" + den);
        }
    }

    @Override
    public int compareTo(Fraction other) {
        return Long.compare(Math.multiplyExact(num, other.den), Math.multiplyExact(other.num, den));
    }

    /** The rate in hundredths of a per cent, rounded half up: for showing, never for comparing. */
    public long hundredthsOfPercent() {
        return (Math.multiplyExact(20_000L, num) + den) / (2 * den);
    }
}
