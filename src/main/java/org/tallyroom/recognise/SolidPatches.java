package org.tallyroom.recognise;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Solid ink as things of their own: each connected patch with its middle as anchor. */
final class SolidPatches {

    private SolidPatches() {}

    static List<PageInk.Pen> of(AnswerPatch patch, Bitmap solid, CellGrid cells) {
        List<PageInk.Pen> patches = new ArrayList<>();
        Bitmap left = solid.copy();
        DistanceField depth = DistanceField.inside(solid);
        for (int i = 0; i < solid.width() * solid.height(); i++) {
            if (left.at(i)) {
                patches.add(pen(patch, depth, taken(left, i), cells));
            }
        }
        return patches;
    }

    /** Takes one connected patch out of {@code left}. */
    private static List<Integer> taken(Bitmap left, int start) {
        List<Integer> dots = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        left.put(start, false);
        while (!open.isEmpty()) {
            int at = open.pop();
            dots.add(at);
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int x = at % left.width() + dx;
                    int y = at / left.width() + dy;
                    if (left.at(x, y)) {
                        left.put(x, y, false);
                        open.push(y * left.width() + x);
                    }
                }
            }
        }
        return dots;
    }

    private static PageInk.Pen pen(AnswerPatch patch, DistanceField depth, List<Integer> dots, CellGrid cells) {
        double x = 0;
        double y = 0;
        double[] dark = new double[dots.size()];
        double core = 0;
        double[] xs = new double[dots.size()];
        double[] ys = new double[dots.size()];
        for (int i = 0; i < xs.length; i++) {
            int dotX = dots.get(i) % patch.width();
            int dotY = dots.get(i) / patch.width();
            xs[i] = dotX + 0.5;
            ys[i] = dotY + 0.5;
            x += xs[i] / dots.size();
            y += ys[i] / dots.size();
            dark[i] = patch.dark(dotX, dotY);
            core = Math.max(core, depth.at(dotX, dotY));
        }
        Stroke outline = new Stroke(new Trace(xs, ys), false, core, List.of());
        double extent = Math.max(outline.right() - outline.left(), outline.bottom() - outline.top());
        double cx = x;
        double cy = y;
        Anchor middle = Anchor.at(Anchor.Kind.LOOP, cx, cy, cells);
        Arrays.sort(dark);
        double contrast = dark[(int) (0.9 * (dark.length - 1))];
        Dots all = new Dots(patch.width(), dots.stream().mapToInt(Integer::intValue).toArray());
        return new PageInk.Pen(outline, middle, Math.max(1, 2 * core), extent, contrast, all);
    }
}
