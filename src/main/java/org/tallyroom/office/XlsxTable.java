package org.tallyroom.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.tallyroom.meeting.UnitTable;

/** Reads the first sheet of an XLSX workbook. */
final class XlsxTable {

    /** More than the 4,095 units a meeting may have, and not what a zip bomb would unpack to. */
    private static final int MOST_ROWS = 10_000;

    private XlsxTable() {}

    static UnitTable read(String name, byte[] bytes) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<UnitTable.Row> table = new ArrayList<>();
            rows.limit(MOST_ROWS).forEach(row -> table.add(new UnitTable.Row(row.getRowNum(), cells(row))));
            return new UnitTable(name, table);
        } catch (RuntimeException damaged) {
            // The library lets through whatever its zip and XML parsers throw on a damaged file.
            throw new IOException(damaged.getMessage(), damaged);
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(XlsxTable::text).orElse(""));
        }
        return cells;
    }

    /** Numbers as they look: 15, not 15.0. */
    private static String text(Cell cell) {
        return cell.getType() == CellType.NUMBER
                ? cell.asNumber().stripTrailingZeros().toPlainString()
                : cell.getText();
    }
}
