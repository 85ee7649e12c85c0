package org.tallyroom.bench;

import java.util.Locale;
import org.tallyroom.rehearsal.Shape;

/** What is drawn into one row, as the tables name it. */
enum Mark {
    TICK_TO_4_MM,
    TICK_TO_8_MM,
    TICK_TO_12_MM,
    TICK_TO_16_MM,
    CIRCLE,
    FILL,
    STROKE,
    DOT,
    MARK_AND_REST,
    CROSS,
    ALTERED,
    OVERMARKED,
    COLUMN,
    REST,
    BLANK;

    static Mark plain(Shape shape, double sizeMm) {
        return switch (shape) {
            case TICK -> tick(sizeMm);
            case CIRCLE -> CIRCLE;
            case FILL -> FILL;
            case STROKE -> STROKE;
            case DOT -> DOT;
            case CROSS, SCRIBBLE, REST -> throw new IllegalArgumentException("not a plain mark: " + shape);
        };
    }

    private static Mark tick(double sizeMm) {
        if (sizeMm < 8) {
            return sizeMm < 4 ? TICK_TO_4_MM : TICK_TO_8_MM;
        }
        return sizeMm < 12 ? TICK_TO_12_MM : TICK_TO_16_MM;
    }

    /** One mark that says one thing: the rows whose doubts are budgeted. */
    boolean plain() {
        return ordinal() <= MARK_AND_REST.ordinal();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
