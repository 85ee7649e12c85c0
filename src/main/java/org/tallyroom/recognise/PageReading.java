package org.tallyroom.recognise;

import java.util.List;

/**
 * What was measured on one registered page; raw, so that criteria can be changed without scanning again.
 *
 * @param streaks lines drawn over the page by dirt on the scanner's glass
 * @param rows one for each row of the page's layout, in its order
 */
public record PageReading(Registration registration, int streaks, List<RowReading> rows) {

    public PageReading {
        rows = List.copyOf(rows);
    }
}
