package org.tallyroom.recognise;

import java.util.List;

/**
 * The ink that belongs to one option's cell, print subtracted.
 *
 * @param inkMm2 area of that ink, mm²
 * @param crossingMm the shortest arm, in mm, of the most balanced crossing of two of its strokes; 0 without a crossing
 * @param unownedMm length, in mm, of the longest line in this cell that marks no single cell
 */
public record CellReading(
        String option,
        double inkMm2,
        double crossingMm,
        double unownedMm,
        List<StrokeReading> strokes) {

    public CellReading {
        strokes = List.copyOf(strokes);
    }
}
