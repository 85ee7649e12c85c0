package org.tallyroom.ballot;

import java.util.Optional;
import org.tallyroom.calibration.Doubt;

/**
 * What a person decided about one row, or about a whole sheet. Decisions are only ever appended; undoing one is
 * deciding again.
 *
 * @param sheet the sheet's short code
 * @param item an item id, {@link #ALL}, or {@link #CROSSES} or {@link #COLUMN}: the rows of the sheet that the machine
 *     doubted for that reason
 * @param outcome an option id, {@link #BLANK}, {@link #OVERMARKED} or {@link #DOUBTFUL} (open again, as the machine
 *     left it); for {@link #ALL} also {@link #INVALID} (the whole sheet) or {@link #VALID} (the whole sheet again), any
 *     other outcome for {@link #ALL} settles every row that was in doubt
 * @param by who decided
 * @param reason why, in their words
 */
public record Decision(String sheet, String item, String outcome, String by, String reason) {

    public static final String ALL = "all";
    public static final String CROSSES = "crosses";
    public static final String COLUMN = "column";
    public static final String BLANK = "blank";
    public static final String OVERMARKED = "overmarked";
    public static final String DOUBTFUL = "doubtful";
    public static final String INVALID = "invalid";
    public static final String VALID = "valid";

    public Decision {
        if (by.isBlank()) {
            throw new IllegalArgumentException("a decision without a person");
        }
    }

    boolean concernsSheet() {
        return item.equals(ALL) && (outcome.equals(INVALID) || outcome.equals(VALID));
    }

    /** The rows that one decision settles together: × rows, or those that one stroke runs through. */
    public static Optional<String> together(Doubt doubt) {
        return switch (doubt) {
            case CROSS -> Optional.of(CROSSES);
            case COLUMN -> Optional.of(COLUMN);
            case WEAK, ALTERATION, RED, BORDER, LOST, UNSEEN -> Optional.empty();
        };
    }

    /** @param doubt why the machine doubted the row; empty when it did not */
    public boolean concerns(String row, Optional<Doubt> doubt) {
        return item.equals(row)
                || doubt.isPresent() && item.equals(ALL) && !concernsSheet()
                || doubt.flatMap(Decision::together).filter(item::equals).isPresent();
    }
}
