package org.tallyroom.recognise;

import java.util.List;

/** The dots that print may have darkened: every printed line with a tolerance for blur and for the fit's error. */
final class PrintBand {

    /** Blur of a line's edge on office scans plus the error of the local fit: 0.15 mm, measured on empty forms. */
    static final double TOLERANCE_MM = 0.16;

    private PrintBand() {}

    static Bitmap of(AnswerPatch patch, List<PrintedLine> lines, PrintBlur blur) {
        Bitmap band = new Bitmap(patch.width(), patch.height());
        for (PrintedLine line : lines) {
            int[] frame = frame(patch, line);
            int out = blur.hiding(line);
            band.fill(frame[0] - out, frame[1] - out, frame[2] + out, frame[3] + out);
        }
        return band;
    }

    /** The first and last columns and rows that a line may darken on office scans: left, top, right, bottom. */
    static int[] frame(AnswerPatch patch, PrintedLine line) {
        double half = line.width() / 2 + TOLERANCE_MM;
        double left = (line.level() ? line.from() : line.at()) - half;
        double top = (line.level() ? line.at() : line.from()) - half;
        double right = (line.level() ? line.to() : line.at()) + half;
        double bottom = (line.level() ? line.at() : line.to()) + half;
        return new int[] {dot(patch.column(left)), dot(patch.row(top)), dot(patch.column(right)), dot(patch.row(bottom))};
    }

    /** The outermost row or column of a line's band: above or to the left of it (−1), below or to the right (1). */
    static int edge(AnswerPatch patch, PrintedLine line, int sign) {
        int[] frame = frame(patch, line);
        int first = line.level() ? 1 : 0;
        return frame[sign < 0 ? first : first + 2];
    }

    private static int dot(double grid) {
        return (int) Math.floor(grid);
    }
}
