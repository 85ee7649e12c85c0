package org.tallyroom.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.PageFrame;
import org.tallyroom.layout.PageLayout.Mark;
import org.tallyroom.layout.PageLayout.TextRun;
import org.tallyroom.layout.TextMetrics;
import org.tallyroom.sheetcode.QrModules;

/**
 * The page to print before the forms: rulers that show whether the printer scales, marks and codes at the forms'
 * places, and gray steps that show whether it prints evenly.
 */
public final class CheckPdf {

    /** Every reader can read it, and it is the code of no sheet. */
    private static final String CODE_TEXT = "TALLYROOM PRINT CHECK";

    private static final double RULER_MM = 100;
    private static final double RULER_X = 45;
    private static final double LEVEL_Y = 115;
    private static final double UPRIGHT_TOP = 125;
    private static final double FINE_MM = 0.15;
    private static final int STEPS = 9;

    private final Lettering lettering;

    public CheckPdf(Lettering lettering) {
        this.lettering = lettering;
    }

    /** @throws org.tallyroom.message.WorldBroke when it cannot be written */
    public void write(OutputStream out) {
        lettering.write(out, document -> document.page(this::page));
    }

    private void page(Canvas canvas) throws IOException {
        for (Mark mark : PageFrame.marks()) {
            canvas.fill(mark.square(), 0);
        }
        for (RectMm place : PageFrame.codes()) {
            canvas.code(QrModules.of(CODE_TEXT), place);
        }
        lettering.centred(canvas, lettering.say("pdf.check.title"), 32, 18);
        double y = 48;
        for (String key : List.of("ruler", "marks", "codes", "steps", "boxes", "wrong")) {
            canvas.text(new TextRun(lettering.say("pdf.check." + key), new PointMm(26, y), 11, false));
            y += 9;
        }
        rulers(canvas);
        steps(canvas);
        boxes(canvas);
    }

    private void rulers(Canvas canvas) throws IOException {
        canvas.line(new PointMm(RULER_X, LEVEL_Y), new PointMm(RULER_X + RULER_MM, LEVEL_Y), FINE_MM);
        canvas.line(new PointMm(RULER_X, UPRIGHT_TOP), new PointMm(RULER_X, UPRIGHT_TOP + RULER_MM), FINE_MM);
        for (int mm = 0; mm <= RULER_MM; mm++) {
            double length = mm % 10 == 0 ? 5 : mm % 5 == 0 ? 3.5 : 2;
            double across = RULER_X + mm;
            double down = UPRIGHT_TOP + mm;
            canvas.line(new PointMm(across, LEVEL_Y - length), new PointMm(across, LEVEL_Y), FINE_MM);
            canvas.line(new PointMm(RULER_X - length, down), new PointMm(RULER_X, down), FINE_MM);
            if (mm % 10 == 0) {
                canvas.text(new TextRun(mm + "", new PointMm(across - 1, LEVEL_Y - 6), 8, false));
                canvas.text(new TextRun(mm + "", new PointMm(RULER_X - 11, down + 1), 8, false));
            }
        }
    }

    private static void steps(Canvas canvas) throws IOException {
        for (int i = 0; i < STEPS; i++) {
            canvas.fill(new RectMm(60 + i * 11, 135, 10, 12), i / (double) (STEPS - 1));
        }
        canvas.outline(new RectMm(59, 134, STEPS * 11 + 1, 14), FINE_MM);
    }

    /** Three boxes as on the forms, to try the pens in. */
    private static void boxes(Canvas canvas) throws IOException {
        for (int i = 0; i < 3; i++) {
            canvas.outline(new RectMm(60 + i * 25, 165, 18, 10), 0.5 * TextMetrics.MM_PER_PT);
            canvas.outline(new RectMm(66.5 + i * 25, 167.5, 5, 5), 0.25);
        }
    }
}
