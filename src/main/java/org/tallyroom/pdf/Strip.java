package org.tallyroom.pdf;

import java.io.IOException;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.layout.PageLayout.TextRun;

/**
 * A part of a report that stays on one page.
 *
 * @param heightMm what it needs, with the space below it
 */
record Strip(double heightMm, Drawing drawing) {

    /** Draws with its upper edge {@code topMm} below the upper edge of the paper. */
    interface Drawing {
        void on(Canvas canvas, double topMm) throws IOException;
    }

    static Strip space(double heightMm) {
        return new Strip(heightMm, (canvas, top) -> {});
    }

    Strip above(Strip below) {
        return new Strip(heightMm + below.heightMm, (canvas, top) -> {
            drawing.on(canvas, top);
            below.drawing.on(canvas, top + heightMm);
        });
    }

    static TextRun run(String text, PointMm baseline, TextSize size) {
        return new TextRun(text, baseline, size.pt(), size.bold());
    }
}
