package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which pens have ink near a place: their dots, sorted into square blocks, so that few of them are looked at. */
final class InkBlocks {

    /** Side of a block, dots: no query reaches farther than a marker's half width beyond it. */
    private static final int SIDE = 32;

    private static final long ROW = 1L << 32;

    private final Map<Long, List<Part>> blocks = new HashMap<>();

    /** The dots of one pen in one block, by their numbers. */
    private record Part(PageInk.Pen pen, Places dots) {

        boolean within(double x, double y, double reach) {
            for (int i = 0; i < dots.count(); i++) {
                double across = square(pen.dots().x(dots.at(i)) - x);
                if (across + square(pen.dots().y(dots.at(i)) - y) <= reach * reach) {
                    return true;
                }
            }
            return false;
        }

        private static double square(double a) {
            return a * a;
        }
    }

    InkBlocks(List<PageInk.Pen> pens) {
        for (PageInk.Pen pen : pens) {
            Map<Long, Part> own = new HashMap<>();
            for (int i = 0; i < pen.dots().count(); i++) {
                own.computeIfAbsent(block(pen.dots().x(i), pen.dots().y(i)), b -> new Part(pen, new Places()))
                        .dots()
                        .add(i);
            }
            own.forEach((block, part) -> blocks.computeIfAbsent(block, b -> new ArrayList<>()).add(part));
        }
    }

    /** The pens with a dot within this way of the place, {@code wider} for those of broad lines by their half width. */
    Stream<PageInk.Pen> near(double x, double y, double reach, boolean wider) {
        List<PageInk.Pen> near = new ArrayList<>();
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                for (Part part : blocks.getOrDefault(block(x + dx * SIDE, y + dy * SIDE), List.of())) {
                    double far = reach + (wider ? part.pen().stroke().halfWidth() : 0);
                    if (part.within(x, y, Math.min(SIDE, far))) {
                        near.add(part.pen());
                    }
                }
            }
        }
        return near.stream();
    }

    private static long block(double x, double y) {
        return Math.floorDiv((int) Math.floor(y), SIDE) * ROW + Math.floorDiv((int) Math.floor(x), SIDE);
    }
}
