package org.tallyroom.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.PageLayout.TextRun;
import org.tallyroom.sheetcode.QrModules;

/** Draws in millimetres from the top left corner on a PDF page, whose own points count up from the bottom left. */
final class Canvas {

    /** A point is 1/72 inch. */
    static final double PT_PER_MM = 72 / 25.4;

    private final PDPageContentStream out;
    private final double heightMm;
    private final PDFont regular;
    private final PDFont bold;

    Canvas(PDPageContentStream out, double heightMm, PDFont regular, PDFont bold) {
        this.out = out;
        this.heightMm = heightMm;
        this.regular = regular;
        this.bold = bold;
    }

    /** @param gray 0 black … 1 white */
    void fill(RectMm area, double gray) throws IOException {
        out.setNonStrokingColor((float) gray);
        rect(area);
        out.fill();
        out.setNonStrokingColor(0f);
    }

    void outline(RectMm area, double widthMm) throws IOException {
        out.setLineWidth(points(widthMm));
        rect(area);
        out.stroke();
    }

    void line(PointMm from, PointMm to, double widthMm) throws IOException {
        out.setLineWidth(points(widthMm));
        out.moveTo(points(from.x()), up(from.y()));
        out.lineTo(points(to.x()), up(to.y()));
        out.stroke();
    }

    void text(TextRun run) throws IOException {
        out.beginText();
        out.setFont(run.bold() ? bold : regular, (float) run.sizePt());
        out.newLineAtOffset(points(run.baseline().x()), up(run.baseline().y()));
        out.showText(run.text());
        out.endText();
    }

    /** Neighbouring modules of a row as one rectangle, all in one path: no hair lines show between them. */
    void code(QrModules modules, RectMm place) throws IOException {
        double side = place.width() / QrModules.SIDE;
        for (int row = 0; row < QrModules.SIDE; row++) {
            for (int from = 0; from < QrModules.SIDE; from++) {
                int to = from;
                while (to < QrModules.SIDE && modules.dark(to, row)) {
                    to++;
                }
                if (to > from) {
                    rect(new RectMm(place.x() + from * side, place.y() + row * side, (to - from) * side, side));
                    from = to;
                }
            }
        }
        out.fill();
    }

    private void rect(RectMm area) throws IOException {
        out.addRect(points(area.x()), up(area.bottom()), points(area.width()), points(area.height()));
    }

    private float up(double y) {
        return points(heightMm - y);
    }

    private static float points(double mm) {
        return (float) (mm * PT_PER_MM);
    }
}
