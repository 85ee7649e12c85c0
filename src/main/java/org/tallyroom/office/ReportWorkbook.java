package org.tallyroom.office;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tallyroom.message.Message;
import org.tallyroom.message.Sentences;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.report.Block;
import org.tallyroom.report.Report;

/** Writes the tables of reports as a workbook, one sheet each: numbers as numbers, head frozen and repeated, A4. */
public final class ReportWorkbook {

    /** What Excel allows in a sheet's name. */
    private static final int LONGEST_NAME = 31;

    private static final int TITLE_ROW = 0;
    private static final int CAPTION_ROW = 1;
    private static final int HEAD_ROW = 2;
    private static final String HEAD_FILL = "EBEBEB";

    private final Workbook workbook;
    private final Sentences sentences;
    private final Set<String> names = new HashSet<>();

    private ReportWorkbook(Workbook workbook, Sentences sentences) {
        this.workbook = workbook;
        this.sentences = sentences;
    }

    /** @throws WorldBroke if the file cannot be written */
    public static void write(List<Report> reports, Path file, Sentences sentences) {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Tallyroom", "1.0")) {
            ReportWorkbook writing = new ReportWorkbook(workbook, sentences);
            for (Report report : reports) {
                for (Block.Table table : report.tables()) {
                    writing.sheet(report, table);
                }
                if (report.tables().isEmpty()) {
                    writing.words(report);
                }
            }
        } catch (IOException e) {
            throw new WorldBroke(Message.of("office.not-written", String.valueOf(file.getFileName())), e);
        }
    }

    private void sheet(Report report, Block.Table table) throws IOException {
        Grid grid = Grid.of(table, sentences);
        Worksheet sheet = begin(report, sentences.say(table.caption()));
        for (int column = 0; column < grid.heads().size(); column++) {
            sheet.value(HEAD_ROW, column, grid.heads().get(column));
            sheet.width(column, column == 0 ? 34 : 12);
        }
        sheet.range(HEAD_ROW, 0, HEAD_ROW, grid.heads().size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .fillColor(HEAD_FILL)
                .borderStyle(BorderStyle.THIN)
                .set();
        int row = HEAD_ROW + 1;
        for (int i = 0; i < grid.rows().size(); i++) {
            row(sheet, row++, grid.rows().get(i), table.lines().get(i).weight() != Block.Weight.PLAIN);
        }
        sheet.freezePane(1, HEAD_ROW + 1);
        sheet.repeatRows(HEAD_ROW);
        notes(sheet, row + 1, report);
        sheet.finish();
    }

    /** A report without a table: its sentences alone. */
    private void words(Report report) throws IOException {
        Worksheet sheet = begin(report, "");
        notes(sheet, HEAD_ROW, report);
        sheet.finish();
    }

    private Worksheet begin(Report report, String caption) {
        Worksheet sheet = workbook.newWorksheet(name(sentences.say(report.tab())));
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.footer("— &P —", Position.CENTER);
        sheet.value(TITLE_ROW, 0, sentences.say(report.title()));
        sheet.style(TITLE_ROW, 0).bold().fontSize(16).set();
        String lines = String.join("  ", report.lines().stream().map(sentences::say).toList());
        sheet.value(CAPTION_ROW, 0, caption.isEmpty() ? lines : caption + "  " + lines);
        return sheet;
    }

    private static void row(Worksheet sheet, int row, List<Grid.Value> values, boolean strong) {
        for (int column = 0; column < values.size(); column++) {
            Grid.Value value = values.get(column);
            if (value instanceof Grid.Text t) {
                sheet.value(row, column, t.text());
            } else if (value instanceof Grid.Figure f) {
                sheet.value(row, column, BigDecimal.valueOf(f.scaled(), f.decimals()));
            }
            var style = sheet.style(row, column).borderStyle(BorderStyle.THIN);
            if (strong) {
                style.bold();
            }
            if (value instanceof Grid.Figure f && f.decimals() > 0) {
                style.format(f.percent() ? "0.00%" : "0.0");
            }
            style.set();
        }
    }

    private void notes(Worksheet sheet, int from, Report report) {
        int row = from;
        for (Message note : Notes.of(report)) {
            sheet.value(row++, 0, sentences.say(note));
        }
    }

    /** Without what Excel forbids, and never twice. */
    private String name(String wished) {
        String clean = wished.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}']", " ").strip();
        String base = clean.isEmpty() ? "1" : clean;
        String name = cut(base, "");
        for (int number = 2; !names.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = cut(base, " " + number);
        }
        return name;
    }

    private static String cut(String name, String end) {
        int room = LONGEST_NAME - end.length();
        if (name.length() <= room) {
            return name + end;
        }
        int safe = Character.isHighSurrogate(name.charAt(room - 1)) ? room - 1 : room;
        return name.substring(0, safe) + end;
    }
}
