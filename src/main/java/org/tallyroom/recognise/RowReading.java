package org.tallyroom.recognise;

import java.util.List;
import org.tallyroom.geometry.RectMm;

/**
 * The raw measures of one answer row.
 *
 * @param place the row band on the paper, mm: where a crop for a person is cut
 */
public record RowReading(String item, RectMm place, List<CellReading> cells) {

    public RowReading {
        cells = List.copyOf(cells);
    }
}
