package org.tallyroom.tally;

/**
 * One item's votes as the threshold sees them.
 *
 * @param satisfied valid votes for a satisfying option
 * @param unsatisfied other valid votes
 * @param empty decided rows that are no valid vote: blank, invalid or an excluded option
 * @param open sheets that may still become any of the three
 */
public record Votes(long satisfied, long unsatisfied, long empty, long open) {

    public Votes {
        if (satisfied < 0 || unsatisfied < 0 || empty < 0 || open < 0) {
            throw new IllegalArgumentException("a negative number of votes");
        }
    }

    public long valid() {
        return satisfied + unsatisfied;
    }

    public Votes plus(Votes other) {
        return new Votes(
                satisfied + other.satisfied, unsatisfied + other.unsatisfied, empty + other.empty, open + other.open);
    }

    Votes open(long sheets) {
        return new Votes(satisfied, unsatisfied, empty, sheets);
    }
}
