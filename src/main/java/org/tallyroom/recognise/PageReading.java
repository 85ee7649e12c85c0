package org.tallyroom.recognise;

import java.util.List;

/**
 * What was measured on one registered page; raw, so that criteria can be changed without scanning again.
 *
 * @param rows one for each row of the page's layout, in its order
 */
public record PageReading(Registration registration, List<RowReading> rows) {

    public PageReading {
        rows = List.copyOf(rows);
    }
}
