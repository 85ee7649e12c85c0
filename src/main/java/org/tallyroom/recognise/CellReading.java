package org.tallyroom.recognise;

import java.util.List;

/**
 * The ink that belongs to one option's cell, print subtracted.
 *
 * @param inkMm2 area of that ink, mm²
 * @param crossingMm the shortest arm, in mm, of the most balanced crossing of two of its strokes; 0 without a crossing
 * @param foreignMm length, in mm, of other cells' strokes inside this cell's box
 * @param unownedMm length, in mm, of ink in this cell that may as well belong to another cell
 */
public record CellReading(
        String option,
        double inkMm2,
        double crossingMm,
        double foreignMm,
        double unownedMm,
        List<StrokeReading> strokes) {

    public CellReading {
        strokes = List.copyOf(strokes);
    }
}
