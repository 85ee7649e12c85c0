package org.tallyroom.recognise;

import java.util.List;
import org.tallyroom.geometry.RectMm;

/**
 * The raw measures of one answer row: numbers only, so that other criteria can judge them again.
 *
 * @param place the row band on the paper, mm: where a crop for a person is cut
 * @param seen ratio 0..1 of the row's cells that lies inside the picture, neither covered nor under a wide streak;
 *     0 also for a row without ink on a page whose thin print has been lost
 * @param lossy whether the picture is black and white only and this page's lines are in crumbs: more ink may be gone
 *     from it, and no ink is no blank row
 * @param faintMm extent, in mm, of ink too light for a mark; looked for only where a row seems blank
 * @param boxShiftMm median distance between the printed boxes and where the registration expects them, mm
 * @param throughMm height, in mm, of the tallest stroke without a vertex that runs through this row and another one
 */
public record RowReading(
        String item,
        RectMm place,
        double seen,
        boolean lossy,
        double faintMm,
        double boxShiftMm,
        double throughMm,
        List<CellReading> cells) {

    public RowReading {
        cells = List.copyOf(cells);
    }
}
