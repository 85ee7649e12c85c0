package org.tallyroom.store;

import java.util.Map;

/** Accounting figures somebody entered for a unit and type; later ones stand over earlier. @param seq from 1 */
public record FiguresFact(
        String unit, String respondentType, int seq, Map<String, Integer> figures, String enteredBy) {
    public FiguresFact {
        figures = Map.copyOf(figures);
    }
}
