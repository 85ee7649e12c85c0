package org.tallyroom.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.message.Message;
import org.tallyroom.report.Block;
import org.tallyroom.report.Cell;
import org.tallyroom.report.Wording;
import org.tallyroom.tally.Fraction;

/** Sets a table: a caption, a head that is repeated on every page, a fine grid in a strong frame. */
final class ReportTable {

    /** 0.5 pt inside, 1.25 pt outside (domain.md §C.1). */
    private static final double GRID_MM = 0.18;

    private static final double FRAME_MM = 0.44;
    private static final double PADDING_MM = ColumnWidths.paddingMm(false);
    private static final double ROW_PADDING_MM = 0.9;
    private static final double LEAST_ROW_MM = 6.6;
    private static final double HEAD_GRAY = 0.92;
    private static final double GROUP_GRAY = 0.97;
    private static final double SPACE_BELOW_MM = 5;

    private final ReportText text;
    private final Block.Table table;
    private final double[] widths;
    private final TextSize headSize;

    ReportTable(ReportText text, Block.Table table) {
        this.text = text;
        this.table = table;
        ColumnWidths columns = ColumnWidths.of(text, table, this::say);
        this.widths = columns.millimetres();
        this.headSize = columns.headSize();
    }

    /** A part of the table on each page, never a head without rows under it. */
    void place(PageFlow flow) {
        Strip caption = caption();
        Row head = head();
        List<Row> waiting = table.lines().stream().map(this::row).toList();
        double least = caption.heightMm() + head.height + waiting.stream().limit(2).mapToDouble(r -> r.height).sum();
        if (least > flow.room()) {
            flow.newPage();
        }
        do {
            List<Row> part = fitting(waiting, flow.room() - caption.heightMm() - head.height);
            waiting = waiting.subList(part.size(), waiting.size());
            part.add(0, head);
            flow.place(caption.above(grid(part)));
            if (waiting.isEmpty()) {
                flow.place(Strip.space(Math.min(SPACE_BELOW_MM, flow.room())));
            } else {
                flow.newPage();
                caption = Strip.space(0);
            }
        } while (!waiting.isEmpty());
    }

    /** At least one row; and a group's name does not stay behind when its rows move on. */
    private static List<Row> fitting(List<Row> waiting, double room) {
        List<Row> part = new ArrayList<>();
        double left = room;
        for (Row row : waiting) {
            left -= row.height;
            if (left < 0 && !part.isEmpty()) {
                break;
            }
            part.add(row);
        }
        int last = part.size() - 1;
        if (last > 0 && part.size() < waiting.size() && part.get(last).kind == Kind.GROUP) {
            part.remove(last);
        }
        return part;
    }

    private Strip caption() {
        String caption = text.say(table.caption());
        TextSize size = TextSize.STRONG;
        return new Strip(size.lineMm() + 1, (canvas, top) -> canvas.text(
                Strip.run(caption, new PointMm(PageFlow.LEFT_MM, top + size.baselineMm()), size)));
    }

    private Row head() {
        List<String> cells = table.columns().stream().map(c -> text.say(c.head())).toList();
        return row(cells, headSize, Kind.HEAD);
    }

    private Row row(Block.Line line) {
        List<String> cells = line.cells().stream().map(this::say).toList();
        return switch (line.weight()) {
            case PLAIN -> row(cells, TextSize.CELL, Kind.LINE);
            case STRONG -> row(cells, TextSize.CELL_STRONG, Kind.LINE);
            case GROUP -> row(cells, TextSize.CELL_STRONG, Kind.GROUP);
        };
    }

    private String say(Cell cell) {
        return cell.match(new Written());
    }

    /** Cells as they are printed. */
    private final class Written implements Cell.Cases<String> {
        @Override
        public String words(Message words) {
            return text.say(words);
        }

        @Override
        public String number(long value) {
            return String.valueOf(value);
        }

        @Override
        public String rate(Fraction value) {
            return text.say(Wording.rateInCell(value));
        }

        @Override
        public String gap(long tenths) {
            return Wording.points(tenths);
        }

        @Override
        public String unknown() {
            return "—";
        }
    }

    private Row row(List<String> cells, TextSize size, Kind kind) {
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            double room = kind == Kind.GROUP ? PageFlow.WIDTH_MM : widths[i];
            boolean centred = kind == Kind.HEAD || table.columns().get(i).centred();
            lines.add(text.lines(cells.get(i), room - 2 * ColumnWidths.paddingMm(centred), size));
        }
        int most = lines.stream().mapToInt(List::size).max().orElse(1);
        return new Row(lines, size, kind, Math.max(LEAST_ROW_MM, most * lineMm(size) + 2 * ROW_PADDING_MM));
    }

    /** Inside cells lines stand closer than in running text. */
    private static double lineMm(TextSize size) {
        return size.lineMm() * 0.85;
    }

    private Strip grid(List<Row> rows) {
        double height = rows.stream().mapToDouble(r -> r.height).sum();
        return new Strip(height, (canvas, top) -> {
            double y = top;
            for (Row row : rows) {
                draw(canvas, row, y);
                y += row.height;
            }
            y = top;
            for (Row row : rows) {
                if (row.kind != Kind.GROUP) {
                    dividers(canvas, y, y + row.height);
                }
                y += row.height;
                canvas.line(new PointMm(PageFlow.LEFT_MM, y), new PointMm(right(), y), GRID_MM);
            }
            canvas.outline(new RectMm(PageFlow.LEFT_MM, top, PageFlow.WIDTH_MM, height), FRAME_MM);
        });
    }

    private void dividers(Canvas canvas, double top, double bottom) throws IOException {
        double x = PageFlow.LEFT_MM;
        for (int i = 0; i + 1 < widths.length; i++) {
            x += widths[i];
            canvas.line(new PointMm(x, top), new PointMm(x, bottom), GRID_MM);
        }
    }

    private void draw(Canvas canvas, Row row, double top) throws IOException {
        if (row.kind != Kind.LINE) {
            double gray = row.kind == Kind.HEAD ? HEAD_GRAY : GROUP_GRAY;
            canvas.fill(new RectMm(PageFlow.LEFT_MM, top, PageFlow.WIDTH_MM, row.height), gray);
        }
        double x = PageFlow.LEFT_MM;
        for (int i = 0; i < widths.length; i++) {
            List<String> lines = row.cells.get(i);
            double y = top + (row.height - lines.size() * lineMm(row.size)) / 2;
            boolean centred = row.kind == Kind.HEAD || table.columns().get(i).centred();
            for (String line : lines) {
                double room = widths[i] - text.width(line, row.size);
                double left = x + (centred ? room / 2 : PADDING_MM);
                double baseline = y + row.size.baselineMm() - (row.size.lineMm() - lineMm(row.size)) / 2;
                canvas.text(Strip.run(line, new PointMm(left, baseline), row.size));
                y += lineMm(row.size);
            }
            x += widths[i];
        }
    }

    private static double right() {
        return PageFlow.LEFT_MM + PageFlow.WIDTH_MM;
    }

    private record Row(List<List<String>> cells, TextSize size, Kind kind, double height) {}

    private enum Kind {
        HEAD,
        LINE,
        GROUP
    }
}
