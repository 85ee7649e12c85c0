package org.tallyroom.rehearsal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tallyroom.meeting.CountingRules;

/** How a unit's respondents feel, so that a rehearsal shows every kind of result. */
enum Mood {
    /** Clearly above the threshold. */
    WARM,
    /** Exactly on the threshold: the case that rounding gets wrong. */
    EXACT,
    /** Above the threshold, with open doubts that cannot change the verdict. */
    MIXED,
    /** Clearly below the threshold. */
    COOL;

    /** A unit smaller than this has no sheets to spare for doubts. */
    private static final int ROOMY = 10;

    /** What becomes of the overall item on each of {@code sheets} sheets; in no order that means anything. */
    List<Outcome> outcomes(int sheets, CountingRules.Threshold threshold) {
        int valid = switch (this) {
            case WARM, COOL -> sheets - (sheets >= ROOMY ? 1 : 0);
            case EXACT -> Math.max(sheets / threshold.den() * threshold.den(), Math.min(sheets, 1));
            case MIXED -> sheets - (sheets >= ROOMY ? 2 : 0);
        };
        int satisfied = switch (this) {
            case WARM -> share(valid, 4 * threshold.den() + 2 * threshold.num(), 6 * threshold.den());
            case EXACT -> share(valid, threshold.num(), threshold.den());
            case MIXED -> share(valid, threshold.den() + 3 * threshold.num(), 4 * threshold.den());
            case COOL -> valid * threshold.num() * 3 / (4 * threshold.den());
        };
        List<Outcome> outcomes = new ArrayList<>(Collections.nCopies(satisfied, Outcome.SATISFIED));
        outcomes.addAll(Collections.nCopies(valid - satisfied, Outcome.NOT_SATISFIED));
        for (int i = valid; i < sheets; i++) {
            outcomes.add(spoiled(i - valid));
        }
        return outcomes;
    }

    private Outcome spoiled(int number) {
        return switch (this) {
            case WARM -> Outcome.UNFILLED;
            case EXACT -> number % 2 == 0 ? Outcome.BLANK : Outcome.OVERMARKED;
            case MIXED -> number % 2 == 0 ? Outcome.CROSSED : Outcome.ALTERED;
            case COOL -> Outcome.OVERMARKED;
        };
    }

    private static int share(int valid, int num, int den) {
        return (valid * num + den - 1) / den;
    }

    /** What a respondent does with the overall item. */
    enum Outcome {
        SATISFIED,
        NOT_SATISFIED,
        BLANK,
        OVERMARKED,
        CROSSED,
        ALTERED,
        /** Nothing is filled in on the whole sheet. */
        UNFILLED
    }
}
