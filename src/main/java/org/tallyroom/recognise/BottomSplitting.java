package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.List;

/** Parts strokes that were followed from one mark into another: two lowest vertices in two cells are two ticks. */
final class BottomSplitting {

    /** Between two ticks the line rises at least this much above both vertices, dots: 1 mm. */
    private static final double RISE = 10;

    private BottomSplitting() {}

    static List<Stroke> split(List<Stroke> strokes, CellGrid cells) {
        List<Stroke> parts = new ArrayList<>();
        strokes.forEach(stroke -> split(stroke, cells, parts));
        return parts;
    }

    private static void split(Stroke stroke, CellGrid cells, List<Stroke> parts) {
        Trace line = stroke.line();
        List<Integer> bottoms = stroke.closed() ? List.of() : Shape.bottoms(line, RISE);
        for (int i = 1; i < bottoms.size(); i++) {
            int a = bottoms.get(i - 1);
            int b = bottoms.get(i);
            if (!cells.cellAt(line.x(a), line.y(a)).equals(cells.cellAt(line.x(b), line.y(b)))) {
                int top = highest(line, a, b);
                parts.add(part(stroke, 0, top));
                split(part(stroke, top, line.last()), cells, parts);
                return;
            }
        }
        parts.add(stroke);
    }

    private static int highest(Trace line, int from, int to) {
        int top = from;
        for (int i = from; i <= to; i++) {
            top = line.y(i) < line.y(top) ? i : top;
        }
        return top;
    }

    private static Stroke part(Stroke whole, int from, int to) {
        double scale = whole.length() / Math.max(1, whole.line().last());
        List<Stroke.Pass> passes = whole.passes().stream()
                .filter(pass -> pass.at() >= from * scale && pass.at() <= to * scale)
                .map(pass -> new Stroke.Pass(pass.junction(), pass.at() - from * scale))
                .toList();
        return new Stroke(whole.line().part(from, to), false, whole.halfWidth(), passes);
    }
}
