package org.tallyroom.recognise;

import java.util.List;

/** The dots that print may have darkened: every printed line with a tolerance for blur and for the fit's error. */
final class PrintBand {

    /** Blur of a line's edge on office scans plus the error of the local fit: 0.15 mm, measured on empty forms. */
    private static final double TOLERANCE_MM = 0.16;

    private PrintBand() {}

    static Bitmap of(AnswerPatch patch, List<PrintedLine> lines) {
        Bitmap band = new Bitmap(patch.width(), patch.height());
        for (PrintedLine line : lines) {
            double half = line.width() / 2 + TOLERANCE_MM;
            if (line.level()) {
                band.fill(
                        dot(patch.column(line.from() - half)),
                        dot(patch.row(line.at() - half)),
                        dot(patch.column(line.to() + half)),
                        dot(patch.row(line.at() + half)));
            } else {
                band.fill(
                        dot(patch.column(line.at() - half)),
                        dot(patch.row(line.from() - half)),
                        dot(patch.column(line.at() + half)),
                        dot(patch.row(line.to() + half)));
            }
        }
        return band;
    }

    private static int dot(double grid) {
        return (int) Math.floor(grid);
    }
}
