package org.tallyroom.ballot;

import java.util.List;
import org.tallyroom.calibration.Answer;

/**
 * A sheet that is counted. Rows still in doubt stay in doubt: they count as nothing and leave the bounds open.
 *
 * @param rows every item of the form, in its order
 */
public record Ballot(String sheet, String unit, String respondentType, List<Row> rows, Standing standing)
        implements BallotOutcome {

    public Ballot {
        rows = List.copyOf(rows);
        if (standing == Standing.UNFILLED && !rows.stream().allMatch(r -> r.answer() instanceof Answer.Blank)) {
            throw new IllegalArgumentException("an unfilled sheet with an answer: " + sheet);
        }
    }

    public List<Row> doubtful() {
        return standing == Standing.INVALID ? List.of() : rows.stream().filter(Row::doubtful).toList();
    }

    /** The class of a returned sheet (trust.md, Accounting). */
    public enum Standing {
        VALID,
        /** Every item is blank. */
        UNFILLED,
        /** A person declared the whole sheet invalid. */
        INVALID
    }
}
