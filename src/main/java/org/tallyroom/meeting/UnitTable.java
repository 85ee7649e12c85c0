package org.tallyroom.meeting;

import java.util.List;

/**
 * A table of units as an office program wrote it: rows of cells, the headings among them.
 *
 * @param file the name problems are reported under
 */
public record UnitTable(String file, List<Row> rows) {

    public UnitTable {
        rows = List.copyOf(rows);
    }

    /** @param line the row's number in the file, from 1 */
    public record Row(int line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** The cell in a column from 0, {@code ""} beyond the row's end. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }
}
