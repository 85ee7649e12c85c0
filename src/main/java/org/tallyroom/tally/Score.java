package org.tallyroom.tally;

import java.util.Optional;

/**
 * What a tally means for the threshold.
 *
 * @param valid valid votes of the item
 * @param rate the satisfaction rate of the rows that are decided; none without a valid vote or without its denominator
 * @param low the rate if everything open turns out not satisfied
 * @param high the rate if everything open turns out satisfied
 * @param margin M of trust.md: on which side of the threshold the decided rows are, and how far
 * @param k the verdict of the decided rows stands unless at least this many sheets were misread; none without a
 *     verdict, or where no number of misread sheets could turn it
 */
public record Score(
        long valid,
        Optional<Fraction> rate,
        Optional<Fraction> low,
        Optional<Fraction> high,
        long margin,
        Optional<Long> k,
        Verdict verdict) {

    public Score {
        if (verdict == Verdict.REPEAT) {
            throw new IllegalArgumentException("a single item cannot be repeated");
        }
        if (k.isPresent() && verdict != Verdict.MEETS && verdict != Verdict.BELOW) {
            throw new IllegalArgumentException("a margin in sheets without a verdict");
        }
    }

    /** The same figures without their verdict, because the paper itself does not add up. */
    Score withheld(Verdict instead) {
        return verdict == Verdict.NONE ? this : new Score(valid, rate, low, high, margin, Optional.empty(), instead);
    }
}
