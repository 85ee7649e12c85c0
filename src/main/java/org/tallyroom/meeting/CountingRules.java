package org.tallyroom.meeting;

import java.util.List;

/**
 * How the marks are counted; locked before the first form is printed (domain.md §F gives the defaults and sources).
 *
 * @param satisfied option ids in the numerator
 * @param excluded option ids that are not valid votes (不了解)
 * @param exact what a rate of exactly the threshold does: 低于2/3 passes it, 未过2/3 fails it
 * @param unfilledName what an unmarked item is called on reports: 未填 or 弃权
 */
public record CountingRules(
        List<String> satisfied,
        List<String> excluded,
        Threshold threshold,
        Exact exact,
        Decides decides,
        Denominator denominator,
        Pool pool,
        String unfilledName,
        Crosses crosses,
        Alterations alterations,
        Quorum quorum) {

    public CountingRules {
        satisfied = List.copyOf(satisfied);
        excluded = List.copyOf(excluded);
    }

    /** A fraction, 0 &lt; num &lt; den. */
    public record Threshold(int num, int den) {
        public Threshold {
            if (num < 1 || num >= den) {
                throw new IllegalArgumentException("a threshold of " + num + "/" + den);
            }
        }
    }

    /** Present over due that the meeting needs, as a fraction; or none, the default. */
    public record Quorum(int num, int den) {
        public static final Quorum OFF = new Quorum(0, 1);
    }

    public enum Exact {
        PASSES,
        FAILS
    }

    public enum Decides {
        OVERALL,
        ANY
    }

    public enum Denominator {
        VALID,
        RETURNED,
        ISSUED,
        PRESENT
    }

    public enum Pool {
        ALL,
        SEPARATE
    }

    /** × means "against" in Chinese elections: a person decides, unless the meeting agreed that it is a mark. */
    public enum Crosses {
        REVIEW,
        COUNT
    }

    /** Altered rows: a person decides, or the item is invalid. */
    public enum Alterations {
        REVIEW,
        INVALID
    }
}
