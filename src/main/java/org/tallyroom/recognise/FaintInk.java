package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for ink lighter than any criterion calls a mark, in rows that seem blank. Means over half a millimetre tell it
 * from grain: the grain of bare paper all over the answer area is the floor that it has to stand out from.
 */
final class FaintInk {

    /** Half the side of the square over which is averaged, dots: 0.5 mm in all. */
    private static final int HALF = 2;

    /** Of solid print: the levels of such a square together. */
    private static final int SOLID = (2 * HALF + 1) * (2 * HALF + 1) * AnswerPatch.BLACK;

    /**
     * How far a mean stands out from nine in ten of the bare ones, ratio of solid print: the back's ink shining through
     * in test-scans/no-marks reaches 0.08 to 0.095, the lightest pencil of test-scans/faint-pencil more.
     */
    private static final double OUT = 0.1;

    /** From here a line of a box is never reached by the average, dots. */
    private static final int CLEAR = HALF + 1;

    /** Less than this is no line of a pen, dots: 0.8 mm². */
    private static final int LEAST = 80;

    private static final int EVERY = 7;

    private final AnswerPatch patch;
    private final Bitmap clear;
    private final double limit;

    /** @param unseen the print's band and the ink that was found */
    FaintInk(AnswerPatch patch, Bitmap unseen, CellGrid cells) {
        this.patch = patch;
        this.clear = new Disc(CLEAR).grown(unseen);
        this.limit = floor(cells) + OUT * SOLID;
    }

    private int floor(CellGrid cells) {
        List<Integer> sums = new ArrayList<>();
        for (CellGrid.Spot spot : cells.spots()) {
            for (int y = (int) spot.cell().top() + CLEAR; y < spot.cell().bottom() - CLEAR; y += EVERY) {
                for (int x = (int) spot.cell().left() + CLEAR; x < spot.cell().right() - CLEAR; x += EVERY) {
                    if (!clear.at(x, y)) {
                        sums.add(patch.sum(x, y, HALF));
                    }
                }
            }
        }
        int[] sorted = sums.stream().mapToInt(sum -> sum).sorted().toArray();
        return sorted.length == 0 ? SOLID : sorted[(int) (0.9 * (sorted.length - 1))];
    }

    /** The largest extent of faint ink in one cell, dots; 0 without any. */
    double extent(CellGrid.Spot spot) {
        int left = (int) spot.cell().left() + CLEAR;
        int top = (int) spot.cell().top() + CLEAR;
        int width = (int) spot.cell().right() - CLEAR - left;
        int height = (int) spot.cell().bottom() - CLEAR - top;
        Bitmap faint = new Bitmap(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                faint.put(x, y, !clear.at(left + x, top + y) && patch.sum(left + x, top + y, HALF) >= limit);
            }
        }
        double most = 0;
        for (int at = faint.next(0); at >= 0; at = faint.next(at + 1)) {
            faint.put(at, false);
            Places places = new Places();
            places.add(at);
            places.takeConnected(faint);
            most = Math.max(most, extent(faint, places.toArray()));
        }
        return most;
    }

    private static double extent(Bitmap grid, int[] places) {
        if (places.length < LEAST) {
            return 0;
        }
        int across = spread(Arrays.stream(places).map(grid::x).toArray());
        int down = spread(Arrays.stream(places).map(grid::y).toArray());
        return Math.hypot(across, down);
    }

    private static int spread(int[] of) {
        return Arrays.stream(of).max().orElseThrow() - Arrays.stream(of).min().orElseThrow();
    }
}
