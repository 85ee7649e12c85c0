package org.tallyroom.recognise;

import java.util.List;

/**
 * The ink that belongs to one option's cell, print subtracted.
 *
 * @param inkMm2 area of that ink, mm²
 * @param crossingMm the shortest arm, in mm, of the most balanced crossing of two of its strokes; 0 without a crossing
 * @param lineCrossingMm the same, of strokes too large to be a remnant of thick ink under print
 * @param hollows in the outline of all its ink: 4 for a cross, 1 for a tick, 0 for a loop, a stroke or a dot
 * @param notches in the outline of its solid ink, the gaps between lines left open: 3 or 4 for a thick cross
 * @param solidity ink over the area of its convex outline, ratio 0..1
 * @param roundness of the convex outline around its lines: 1 for a circle, 0 for a straight line
 * @param innerMm length, in mm, of its lines inside that outline: about 0 for a loop, even one that print cut into arcs
 * @param heartMm length, in mm, of its lines in the middle of that outline: 0 for a loop, however often it goes round
 * @param alongMm2 area, in mm², of ink along the print, which may be nothing but print
 * @param unownedMm length, in mm, of the longest line in this cell that marks no single cell
 * @param unownedDeepMm the same, of the part at least 1 mm inside the cell
 * @param risingMm the same, of the longest such line that begins in this cell, as the tail of a mark that was crossed out
 * @param unownedCrossingMm the shortest arm, in mm, of the most balanced crossing of such a line with this cell's strokes
 * @param passingMm length, in mm, at least 1 mm inside the cell, of the longest line that marks another cell
 *     and has met a further line, or loops
 * @param strangerMm how far outside this cell, in mm, the nearest mark of another row is anchored; {@link #FAR} without one
 * @param filling how its ink fills the box
 * @param redMm extent, in mm, of the largest red stroke in the cell that is no part of a seal's outline; 0 on gray pages
 */
public record CellReading(
        String option,
        double inkMm2,
        double crossingMm,
        double lineCrossingMm,
        int hollows,
        int notches,
        double solidity,
        double roundness,
        double innerMm,
        double heartMm,
        double alongMm2,
        double unownedMm,
        double unownedDeepMm,
        double risingMm,
        double unownedCrossingMm,
        double passingMm,
        double strangerMm,
        BoxFilling filling,
        double redMm,
        List<StrokeReading> strokes) {

    /** Farther than any limit of a border, mm. */
    static final double FAR = 99;

    public CellReading {
        strokes = List.copyOf(strokes);
    }
}
