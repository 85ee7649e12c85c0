package org.tallyroom.tally;

import java.util.Map;

/**
 * What is known of the paper besides its answers.
 *
 * @param printed sheets printed per lot, without those of a voided set
 * @param figures what people counted by hand
 * @param strayPages pages that were not read and whose unit is unknown, in the whole meeting
 */
public record Ledger(Map<Lot, Long> printed, Map<Lot, Figures> figures, long strayPages) {

    public Ledger {
        printed = Map.copyOf(printed);
        figures = Map.copyOf(figures);
        if (strayPages < 0) {
            throw new IllegalArgumentException("a negative number of pages");
        }
    }

    public long printed(Lot lot) {
        return printed.getOrDefault(lot, 0L);
    }

    public Figures figures(Lot lot) {
        return figures.getOrDefault(lot, Figures.UNKNOWN);
    }
}
