package org.tallyroom.tally;

import java.util.Optional;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.meeting.CountingRules.Denominator;
import org.tallyroom.meeting.CountingRules.Exact;
import org.tallyroom.meeting.CountingRules.Threshold;

/**
 * A threshold a/c in whole numbers (trust.md, The two-thirds rule in integers). With w satisfied of D, the margin is
 * M = c·w − a·D; the rate is above the threshold if M &gt; 0, exactly on it if M = 0. D is the number of valid votes,
 * or a figure people entered. For valid votes this is M = (c−a)·w − a·l with l valid votes not satisfied.
 *
 * <p>Everything open may become satisfied, not satisfied or invalid. The rate and M grow with every sheet that becomes
 * satisfied and shrink with every one that becomes not satisfied, and an invalid one lies between: so both extremes are
 * reached where all that is open goes one way.
 */
public record Yardstick(Threshold threshold, Exact exact, Denominator denominator) {

    public static Yardstick of(CountingRules rules) {
        return new Yardstick(rules.threshold(), rules.exact(), rules.denominator());
    }

    /**
     * Lays the threshold on some votes.
     *
     * @param figure D where the denominator is a figure people entered; empty if it is unknown. Without it there is
     *     neither rate nor verdict, and the margin is that over the sheets seen
     */
    public Score measure(Votes votes, Optional<Long> figure) {
        if (votes.valid() == 0 && votes.open() == 0) {
            return withoutRate(votes, 0, Verdict.NONE);
        }
        if (denominator != Denominator.VALID && figure.isEmpty()) {
            return withoutRate(votes, margin(votes.satisfied(), votes.valid() + votes.empty()), Verdict.OPEN);
        }
        long now = base(votes.valid(), figure);
        long whole = base(votes.valid() + votes.open(), figure);
        long most = votes.satisfied() + votes.open();
        long margin = margin(votes.satisfied(), now);
        Verdict verdict = verdict(votes, margin(votes.satisfied(), whole), margin(most, whole));
        return new Score(
                votes.valid(),
                votes.valid() == 0 ? Optional.empty() : rate(votes.satisfied(), now),
                rate(votes.satisfied(), whole),
                rate(most, whole),
                margin,
                k(votes, margin, verdict),
                verdict);
    }

    private static Score withoutRate(Votes votes, long margin, Verdict verdict) {
        Optional<Fraction> none = Optional.empty();
        return new Score(votes.valid(), none, none, none, margin, Optional.empty(), verdict);
    }

    public long margin(long satisfied, long base) {
        return threshold.den() * satisfied - threshold.num() * base;
    }

    /** Whether a margin of zero passes is the meeting's rule: "not below 2/3" or "above 2/3". */
    public boolean passes(long margin) {
        return switch (exact) {
            case PASSES -> margin >= 0;
            case FAILS -> margin > 0;
        };
    }

    private long base(long valid, Optional<Long> figure) {
        return denominator == Denominator.VALID ? valid : figure.orElseThrow();
    }

    private static Optional<Fraction> rate(long satisfied, long base) {
        return base == 0 ? Optional.empty() : Optional.of(new Fraction(satisfied, base));
    }

    private Verdict verdict(Votes votes, long lowest, long highest) {
        if (votes.valid() == 0) {
            return Verdict.OPEN;
        }
        if (passes(lowest)) {
            return Verdict.MEETS;
        }
        return passes(highest) ? Verdict.OPEN : Verdict.BELOW;
    }

    /** One misread sheet moves the margin by at most c; so many turn the verdict, if there are so many to misread. */
    private Optional<Long> k(Votes votes, long margin, Verdict verdict) {
        long c = threshold.den();
        return switch (verdict) {
            case MEETS -> Optional.of(exact == Exact.PASSES ? Math.floorDiv(margin, c) + 1 : ceilDiv(margin, c))
                    .filter(k -> k <= votes.satisfied());
            case BELOW -> Optional.of(exact == Exact.PASSES ? ceilDiv(-margin, c) : Math.floorDiv(-margin, c) + 1)
                    .filter(k -> k <= votes.unsatisfied() + votes.empty());
            case OPEN, NONE, REPEAT -> Optional.empty();
        };
    }

    private static long ceilDiv(long dividend, long divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }
}
