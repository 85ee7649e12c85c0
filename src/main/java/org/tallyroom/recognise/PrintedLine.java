package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.List;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.PageLayout;

/**
 * A straight piece of print in the answer area, short enough for one local shift.
 *
 * @param level runs left to right; otherwise top to bottom
 * @param at y of a level line, x of an upright one, mm
 * @param from where it begins along its direction, mm
 * @param to where it ends, mm
 * @param width mm
 */
record PrintedLine(boolean level, double at, double from, double to, double width) {

    private static final double PIECE_MM = 10;

    double length() {
        return to - from;
    }

    PrintedLine shifted(double mm) {
        return new PrintedLine(level, at + mm, from, to, width);
    }

    /** The four sides of a box; its outline lies half inside and half outside the rectangle. */
    static List<PrintedLine> box(PageLayout.Cell cell) {
        RectMm box = cell.box();
        double w = cell.boxLineMm();
        return List.of(
                new PrintedLine(true, box.y(), box.x(), box.right(), w),
                new PrintedLine(true, box.bottom(), box.x(), box.right(), w),
                new PrintedLine(false, box.x(), box.y(), box.bottom(), w),
                new PrintedLine(false, box.right(), box.y(), box.bottom(), w));
    }

    /** The layout's rules inside {@code area}, in pieces of about 10 mm. */
    static List<PrintedLine> rules(PageLayout layout, RectMm area) {
        List<PrintedLine> pieces = new ArrayList<>();
        for (PageLayout.Rule rule : layout.rules()) {
            boolean level = Math.abs(rule.from().y() - rule.to().y()) < Math.abs(rule.from().x() - rule.to().x());
            double at = level ? rule.from().y() : rule.from().x();
            double from = level ? Math.min(rule.from().x(), rule.to().x()) : Math.min(rule.from().y(), rule.to().y());
            double to = level ? Math.max(rule.from().x(), rule.to().x()) : Math.max(rule.from().y(), rule.to().y());
            double low = level ? area.y() : area.x();
            double high = level ? area.bottom() : area.right();
            double start = Math.max(from, level ? area.x() : area.y());
            double end = Math.min(to, level ? area.right() : area.bottom());
            if (at >= low - 1 && at <= high + 1 && end > start) {
                int parts = (int) Math.max(1, Math.round((end - start) / PIECE_MM));
                for (int i = 0; i < parts; i++) {
                    double step = (end - start) / parts;
                    pieces.add(new PrintedLine(level, at, start + i * step, start + (i + 1) * step, rule.widthMm()));
                }
            }
        }
        return pieces;
    }
}
