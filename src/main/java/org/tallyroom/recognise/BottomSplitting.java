package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts strokes that were followed from one mark into another: two lowest vertices in two cells are two ticks. */
final class BottomSplitting {

    /** Between two ticks the line rises at least this much above both vertices, dots: 1 mm. */
    private static final double RISE = 10;

    /** The way around a circle, dots: 5 mm. */
    private static final double LOOP = 50;

    /** What a circle's own ends may stick out, dots: 2 mm. */
    private static final double REST = 20;

    private BottomSplitting() {}

    static List<Stroke> split(List<Stroke> strokes, CellGrid cells) {
        List<Stroke> parts = new ArrayList<>();
        strokes.forEach(stroke -> split(stroke, cells, parts));
        return parts;
    }

    private static void split(Stroke stroke, CellGrid cells, List<Stroke> parts) {
        Optional<List<Stroke>> nine = nine(stroke, cells);
        if (nine.isPresent()) {
            parts.addAll(nine.get());
            return;
        }
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

    /** A tick's tail that ends on the circle of another cell was followed around it, like a 9: a tick and a circle. */
    private static Optional<List<Stroke>> nine(Stroke stroke, CellGrid cells) {
        double length = stroke.length();
        int last = stroke.line().last();
        for (Stroke.Pass a : stroke.passes()) {
            for (Stroke.Pass b : stroke.passes()) {
                if (a.junction() == b.junction() && b.at() - a.at() >= LOOP) {
                    int from = (int) Math.round(a.at() * last / length);
                    int to = (int) Math.min(last, Math.round(b.at() * last / length));
                    Stroke loop = part(stroke, from, to);
                    Stroke tail = from > last - to ? part(stroke, 0, from) : part(stroke, to, last);
                    if (Shape.loop(loop).isPresent()
                            && Math.min(from, last - to) < REST
                            && elsewhere(loop, tail, cells)) {
                        return Optional.of(List.of(loop, tail));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean elsewhere(Stroke loop, Stroke tail, CellGrid cells) {
        Anchor circle = Anchor.of(loop, cells);
        Anchor tick = Anchor.of(tail, cells);
        return tail.length() >= REST
                && !cells.cellAt(circle.x(), circle.y()).equals(cells.cellAt(tick.x(), tick.y()));
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
