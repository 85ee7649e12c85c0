package org.tallyroom.store;

import java.util.List;

/**
 * A person's decision about an item of a sheet, or {@code all} of it.
 *
 * @param seq from 1 for each sheet
 * @param criteria number of the criteria in force when it was decided, from 1
 */
public record DecisionFact(
        String tokenHash,
        int seq,
        String item,
        String outcome,
        List<String> deciders,
        String reason,
        int criteria) {
    public DecisionFact {
        deciders = List.copyOf(deciders);
    }
}
