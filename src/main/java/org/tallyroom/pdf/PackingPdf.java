package org.tallyroom.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.layout.PageFrame;
import org.tallyroom.layout.PageLayout.TextRun;
import org.tallyroom.layout.TextMetrics;

/** Prints packing lists: one page a unit, which files to print, how many sheets, and how to print them. */
public final class PackingPdf {

    private static final double LEFT = 25;
    private static final double RIGHT = PageFrame.WIDTH_MM - LEFT;
    private static final double TABLE_TOP = 68;
    private static final double ROW = 9;

    /** More files than this go on a further page. */
    private static final int ROWS_ON_A_PAGE = 12;

    /** Where the columns of the table begin, mm. */
    private static final double[] COLUMNS = {LEFT, 90, 127, 145, 163};

    private static final double THIN_MM = 0.5 * TextMetrics.MM_PER_PT;
    private static final double THICK_MM = 1.25 * TextMetrics.MM_PER_PT;

    private final Lettering lettering;

    public PackingPdf(Lettering lettering) {
        this.lettering = lettering;
    }

    /** @throws org.tallyroom.message.WorldBroke when it cannot be written */
    public void write(OutputStream out, List<PackingList> lists) {
        lettering.write(out, document -> {
            for (PackingList list : lists) {
                for (int from = 0; from == 0 || from < list.entries().size(); from += ROWS_ON_A_PAGE) {
                    int first = from;
                    document.page(canvas -> page(canvas, list, first));
                }
            }
        });
    }

    private void page(Canvas canvas, PackingList list, int from) throws IOException {
        lettering.centred(canvas, lettering.say("pdf.packing.title"), 32, 20);
        left(canvas, lettering.say("pdf.packing.meeting", list.meeting()), LEFT, 46, RIGHT - LEFT);
        left(canvas, lettering.say("pdf.packing.unit", list.unit()), LEFT, 54, RIGHT - LEFT);
        left(canvas, lettering.say("pdf.packing.lead", list.leadUnit()), LEFT, 62, RIGHT - LEFT);
        List<PackingList.Entry> entries =
                list.entries().subList(from, Math.min(list.entries().size(), from + ROWS_ON_A_PAGE));
        row(canvas, TABLE_TOP, headings());
        double y = TABLE_TOP + ROW;
        for (PackingList.Entry entry : entries) {
            row(canvas, y, cells(entry));
            y += ROW;
        }
        boolean last = from + ROWS_ON_A_PAGE >= list.entries().size();
        if (last) {
            row(canvas, y, total(list));
            y += ROW;
        }
        grid(canvas, y);
        if (last) {
            notes(canvas, y + 12);
        }
    }

    private List<String> headings() {
        return List.of(
                lettering.say("pdf.packing.file"),
                lettering.say("pdf.packing.type"),
                lettering.say("pdf.packing.sheets"),
                lettering.say("pdf.packing.pages"),
                lettering.say("pdf.packing.done"));
    }

    private static List<String> cells(PackingList.Entry entry) {
        return List.of(
                entry.file(), entry.respondentType(), entry.sheets() + "", entry.pages() + "", "");
    }

    private List<String> total(PackingList list) {
        int sheets = list.entries().stream().mapToInt(PackingList.Entry::sheets).sum();
        int pages = list.entries().stream().mapToInt(PackingList.Entry::pages).sum();
        return List.of(lettering.say("pdf.packing.total"), "", sheets + "", pages + "", "");
    }

    private void row(Canvas canvas, double top, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            double right = i + 1 < COLUMNS.length ? COLUMNS[i + 1] : RIGHT;
            left(canvas, cells.get(i), COLUMNS[i] + 1.5, top + 6, right - COLUMNS[i] - 3);
        }
    }

    private void grid(Canvas canvas, double bottom) throws IOException {
        for (double y = TABLE_TOP; y <= bottom + 0.1; y += ROW) {
            boolean edge = y == TABLE_TOP || y > bottom - 0.1;
            canvas.line(new PointMm(LEFT, y), new PointMm(RIGHT, y), edge ? THICK_MM : THIN_MM);
        }
        for (double x : COLUMNS) {
            canvas.line(new PointMm(x, TABLE_TOP), new PointMm(x, bottom), x == LEFT ? THICK_MM : THIN_MM);
        }
        canvas.line(new PointMm(RIGHT, TABLE_TOP), new PointMm(RIGHT, bottom), THICK_MM);
    }

    private void notes(Canvas canvas, double top) throws IOException {
        double y = top;
        for (String key : List.of("each-page", "scale", "paper", "check", "secrecy", "signed")) {
            left(canvas, lettering.say("pdf.packing." + key), LEFT, y, RIGHT - LEFT);
            y += key.equals("secrecy") ? 18 : 8;
        }
    }

    /** At 12 pt, or smaller where the place is narrow: a long file name stays readable. */
    private void left(Canvas canvas, String text, double x, double y, double widthMm) throws IOException {
        double full = lettering.metrics().widthMm(text, 12, false);
        double sizePt = full <= widthMm ? 12 : 12 * widthMm / full;
        canvas.text(new TextRun(text, new PointMm(x, y), sizePt, false));
    }
}
