package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Solid ink as things of their own: each connected patch with its middle as anchor. */
final class SolidPatches {

    private SolidPatches() {}

    static List<PageInk.Pen> of(AnswerPatch patch, Bitmap solid, CellGrid cells) {
        List<PageInk.Pen> patches = new ArrayList<>();
        Bitmap left = solid.copy();
        DistanceField depth = DistanceField.inside(solid);
        for (int at = left.next(0); at >= 0; at = left.next(at + 1)) {
            left.put(at, false);
            Places places = new Places();
            places.add(at);
            places.takeConnected(left);
            patches.add(pen(patch, depth, new Dots(solid, places.toArray()), cells));
        }
        return patches;
    }

    private static PageInk.Pen pen(AnswerPatch patch, DistanceField depth, Dots dots, CellGrid cells) {
        double x = 0;
        double y = 0;
        double[] dark = new double[dots.count()];
        double core = 0;
        double[] xs = new double[dots.count()];
        double[] ys = new double[dots.count()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = dots.x(i) + 0.5;
            ys[i] = dots.y(i) + 0.5;
            x += xs[i] / dots.count();
            y += ys[i] / dots.count();
            dark[i] = patch.dark(dots.x(i), dots.y(i));
            core = Math.max(core, depth.at(dots.x(i), dots.y(i)));
        }
        Stroke outline = new Stroke(new Trace(xs, ys), false, core, List.of());
        double extent = Math.max(outline.right() - outline.left(), outline.bottom() - outline.top());
        Anchor middle = Anchor.at(Anchor.Kind.LOOP, x, y, cells);
        Arrays.sort(dark);
        double contrast = dark[(int) (0.9 * (dark.length - 1))];
        return new PageInk.Pen(outline, middle, Math.max(1, 2 * core), extent, contrast, dots);
    }
}
