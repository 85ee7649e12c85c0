package org.tallyroom.ballot;

/**
 * What a person decided about one row, or about a whole sheet. Decisions are only ever appended; undoing one is
 * deciding again.
 *
 * @param sheet the sheet's short code
 * @param item an item id, or {@link #ALL}
 * @param outcome an option id, {@link #BLANK}, {@link #OVERMARKED} or {@link #DOUBTFUL} (open again, as the machine
 *     left it); for {@link #ALL} also {@link #INVALID} (the whole sheet) or {@link #VALID} (the whole sheet again), any
 *     other outcome for {@link #ALL} settles every row that was in doubt
 * @param by who decided
 * @param reason why, in their words
 */
public record Decision(String sheet, String item, String outcome, String by, String reason) {

    public static final String ALL = "all";
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
}
