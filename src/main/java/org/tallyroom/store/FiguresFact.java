package org.tallyroom.store;

import java.util.Map;

/**
 * Accounting figures somebody entered for a unit and type; later ones stand over earlier.
 *
 * @param seq from 1
 * @param vote which vote of the unit they belong to: 1, and one more whenever it was printed again
 */
public record FiguresFact(
        String unit, String respondentType, int seq, int vote, Map<String, Integer> figures, String enteredBy) {
    public FiguresFact {
        figures = Map.copyOf(figures);
    }
}
