package org.tallyroom.ballot;

import java.util.List;
import java.util.Set;

/**
 * A sheet that must not be counted until two people have decided.
 *
 * @param reasons at least one
 * @param rows every item of the form, in its order
 * @param undecided the items that two people have not yet decided alike
 */
public record Held(
        String sheet, String unit, String respondentType, Set<Reason> reasons, List<Row> rows, List<String> undecided)
        implements BallotOutcome {

    public Held {
        reasons = Set.copyOf(reasons);
        rows = List.copyOf(rows);
        undecided = List.copyOf(undecided);
        if (reasons.isEmpty() || undecided.isEmpty()) {
            throw new IllegalArgumentException("a sheet held for nothing: " + sheet);
        }
    }

    /** Each has a sentence {@code ballot.held.<name>}, in lower case. */
    public enum Reason {
        /** A page of the sheet was not read. */
        INCOMPLETE,
        /** Two pictures of one page say different things. */
        DISPUTED,
        /** The code was met on several papers, so nobody knows which one is the sheet. */
        PHOTOCOPIED
    }
}
