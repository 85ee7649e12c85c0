package org.tallyroom.office;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.tallyroom.message.Message;
import org.tallyroom.message.Sentences;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.report.Block;
import org.tallyroom.report.Report;

/**
 * Writes a report's tables as one CSV file: UTF-8 with a byte order mark, without which office programs in China show
 * Chinese as noise, and with every text kept from being taken for a formula.
 */
public final class ReportCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What makes a spreadsheet calculate a cell (OWASP, CSV injection), also in full width. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?%?");
    private static final String END_OF_RECORD = "\r\n";

    private ReportCsv() {}

    /** @throws WorldBroke if the file cannot be written */
    public static void write(Report report, Path file, Sentences sentences) {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(BYTE_ORDER_MARK);
            out.write(record(Stream.of(sentences.say(report.title()))));
            for (Message line : report.lines()) {
                out.write(record(Stream.of(sentences.say(line))));
            }
            for (Block.Table table : report.tables()) {
                out.write(record(Stream.empty()));
                out.write(record(Stream.of(sentences.say(table.caption()))));
                write(Grid.of(table, sentences), out);
            }
            out.write(record(Stream.empty()));
            for (Message note : Notes.of(report)) {
                out.write(record(Stream.of(sentences.say(note))));
            }
        } catch (IOException e) {
            throw new WorldBroke(Message.of("office.not-written", String.valueOf(file.getFileName())), e);
        }
    }

    private static void write(Grid grid, Writer out) throws IOException {
        out.write(record(grid.heads().stream()));
        for (List<Grid.Value> row : grid.rows()) {
            out.write(record(row.stream().map(ReportCsv::written)));
        }
    }

    private static String record(Stream<String> cells) {
        return CSVFormat.EXCEL.format(cells.map(ReportCsv::safe).toArray()) + END_OF_RECORD;
    }

    private static String written(Grid.Value value) {
        if (value instanceof Grid.Text t) {
            return t.text();
        } else if (value instanceof Grid.Figure f) {
            return f.percent()
                    ? BigDecimal.valueOf(f.scaled(), f.decimals() - 2) + "%"
                    : BigDecimal.valueOf(f.scaled(), f.decimals()).toPlainString();
        }
        return "";
    }

    /** An apostrophe before it makes a formula a text. */
    static String safe(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
