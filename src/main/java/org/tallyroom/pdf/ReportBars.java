package org.tallyroom.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.report.Block;
import org.tallyroom.report.Wording;
import org.tallyroom.tally.Fraction;

/**
 * Sets rates as level bars on a scale from none to all, with the threshold as a dashed line through them. Black and
 * gray only, so that a copy says the same; each bar has its fraction beside it.
 */
final class ReportBars {

    private static final double LABEL_MM = 72;
    private static final double FIGURE_MM = 32;
    private static final double GAP_MM = 2;
    private static final double SCALE_MM = PageFlow.WIDTH_MM - LABEL_MM - FIGURE_MM - 2 * GAP_MM;
    private static final double PITCH_MM = 8.5;
    private static final double BAR_MM = 4.6;
    private static final double HEAD_MM = 7;
    private static final double SPACE_BELOW_MM = 6;
    private static final double DASH_MM = 1.3;
    private static final double TROUGH_GRAY = 0.95;
    private static final double BAR_GRAY = 0.38;
    private static final double BELOW_GRAY = 0.72;

    private final ReportText text;
    private final Block.Bars bars;

    ReportBars(ReportText text, Block.Bars bars) {
        this.text = text;
        this.bars = bars;
    }

    void place(PageFlow flow) {
        List<Block.Bar> waiting = new ArrayList<>(bars.bars());
        String caption = text.say(bars.caption());
        if (height(Math.min(3, waiting.size())) > flow.room()) {
            flow.newPage();
        }
        while (!waiting.isEmpty()) {
            int fitting = (int) ((flow.room() - height(0)) / PITCH_MM);
            List<Block.Bar> part = List.copyOf(waiting.subList(0, Math.min(Math.max(1, fitting), waiting.size())));
            waiting = waiting.subList(part.size(), waiting.size());
            flow.place(new Strip(height(part.size()), (canvas, top) -> draw(canvas, top, new Part(caption, part))));
        }
    }

    private static double height(int bars) {
        return TextSize.STRONG.lineMm() + HEAD_MM + bars * PITCH_MM + SPACE_BELOW_MM;
    }

    private void draw(Canvas canvas, double top, Part part) throws IOException {
        TextSize head = TextSize.STRONG;
        canvas.text(Strip.run(part.caption, new PointMm(PageFlow.LEFT_MM, top + head.baselineMm()), head));
        double first = top + head.lineMm() + HEAD_MM;
        for (int i = 0; i < part.bars.size(); i++) {
            draw(canvas, part.bars.get(i), first + i * PITCH_MM);
        }
        threshold(canvas, first, first + part.bars.size() * PITCH_MM);
    }

    private void draw(Canvas canvas, Block.Bar bar, double top) throws IOException {
        TextSize size = bar.strong() ? TextSize.CELL_STRONG : TextSize.CELL;
        double baseline = top + PITCH_MM / 2 - size.lineMm() / 2 + size.baselineMm();
        String label = fitted(text.printable(bar.label()), size);
        double labelLeft = PageFlow.LEFT_MM + LABEL_MM - text.width(label, size);
        canvas.text(Strip.run(label, new PointMm(labelLeft, baseline), size));
        double y = top + (PITCH_MM - BAR_MM) / 2;
        canvas.fill(new RectMm(scaleLeft(), y, SCALE_MM, BAR_MM), TROUGH_GRAY);
        String figure = bar.rate().map(r -> text.say(Wording.rate(r))).orElse("—");
        if (bar.rate().isPresent()) {
            Fraction rate = bar.rate().get();
            double gray = rate.compareTo(bars.threshold()) < 0 ? BELOW_GRAY : BAR_GRAY;
            canvas.fill(new RectMm(scaleLeft(), y, Math.max(0.2, at(rate) - scaleLeft()), BAR_MM), gray);
        }
        if (bar.low().isPresent() && bar.high().isPresent() && !bar.low().equals(bar.high())) {
            bounds(canvas, bar, y + BAR_MM / 2);
        }
        canvas.text(Strip.run(figure, new PointMm(scaleLeft() + SCALE_MM + GAP_MM, baseline), size));
    }

    /** What is open reaches from the lower to the upper bound. */
    private static void bounds(Canvas canvas, Block.Bar bar, double y) throws IOException {
        double low = at(bar.low().orElseThrow());
        double high = at(bar.high().orElseThrow());
        canvas.line(new PointMm(low, y), new PointMm(high, y), 0.35);
        canvas.line(new PointMm(low, y - 1.2), new PointMm(low, y + 1.2), 0.35);
        canvas.line(new PointMm(high, y - 1.2), new PointMm(high, y + 1.2), 0.35);
    }

    private void threshold(Canvas canvas, double top, double bottom) throws IOException {
        double x = at(bars.threshold());
        TextSize size = TextSize.CELL_STRONG;
        String label = bars.threshold().num() + "/" + bars.threshold().den();
        canvas.text(Strip.run(label, new PointMm(x - text.width(label, size) / 2, top - 1.6), size));
        for (double y = top - 0.6; y < bottom; y += 2 * DASH_MM) {
            canvas.line(new PointMm(x, y), new PointMm(x, Math.min(bottom, y + DASH_MM)), 0.45);
        }
    }

    private String fitted(String label, TextSize size) {
        List<String> lines = text.lines(label, LABEL_MM, size);
        if (lines.size() == 1) {
            return label;
        }
        String start = text.lines(label, LABEL_MM - text.width("…", size), size).get(0);
        return start + "…";
    }

    private static double scaleLeft() {
        return PageFlow.LEFT_MM + LABEL_MM + GAP_MM;
    }

    private static double at(Fraction rate) {
        return scaleLeft() + SCALE_MM * Math.min(1.0, (double) rate.num() / rate.den());
    }

    private record Part(String caption, List<Block.Bar> bars) {}
}
