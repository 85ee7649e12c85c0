package org.tallyroom.tally;

/**
 * The count of one item, for one respondent type or for all of them. It cannot exist unless its columns add up to the
 * sheets that were seen.
 *
 * @param respondentType a respondent type's id, or {@link #ALL}
 * @param sheets sheets seen, counted apart from the columns
 */
public record Tally(String item, String respondentType, Columns columns, long sheets, Votes votes, Score score) {

    /** Stands for all respondent types together. */
    public static final String ALL = "all";

    public Tally {
        if (columns.sheets() != sheets) {
            throw new IllegalArgumentException(
                    "the columns of " + item + " add up to " + columns.sheets() + ", not to " + sheets + " sheets");
        }
        if (votes.valid() + votes.empty() + columns.doubtful() + columns.held() != sheets) {
            throw new IllegalArgumentException("the votes of " + item + " do not add up to " + sheets + " sheets");
        }
    }

    public Verdict verdict() {
        return score.verdict();
    }
}
