package org.tallyroom.recognise;

import java.util.Arrays;

/**
 * Fills what ink surrounds and print hides: where a stroke runs through the corner of two printed lines, the dots in
 * between cannot be seen, and unfilled they would tear the stroke into two around a hole.
 */
final class EnclosedPrint {

    /** A larger hole may be the inside of a loop around print, dots: 1.5 mm². */
    private static final int LARGEST = 150;

    /** A hole of bare paper up to this size is grain, dots: 0.06 mm². */
    private static final int GRAIN = 6;

    private final Bitmap ink;
    private final Bitmap band;
    private final int[] hole = new int[LARGEST + 1];
    private int size;

    private EnclosedPrint(Bitmap ink, Bitmap band) {
        this.ink = ink;
        this.band = band;
    }

    /** Sets the dots of {@code ink} that lie in such holes. */
    static void fill(Bitmap ink, Bitmap band) {
        EnclosedPrint enclosed = new EnclosedPrint(ink, band);
        Bitmap corners = ink.copy();
        corners.andShifted(ink, ink.stride() - 1);
        Bitmap starts = new Bitmap(ink.width(), ink.height());
        starts.orShifted(corners, 1);
        for (int at = starts.next(0); at >= 0; at = starts.next(at + 1)) {
            if (!ink.at(at)) {
                enclosed.hole(at);
            }
        }
    }

    /** Spreads from the hole's first corner until it is enclosed or too large. */
    private void hole(int start) {
        size = 0;
        take(start);
        int bare = 0;
        for (int i = 0; i < size && size <= LARGEST && bare <= GRAIN; i++) {
            int x = ink.x(hole[i]);
            int y = ink.y(hole[i]);
            bare += band.at(x, y) ? 0 : 1;
            if (x == 0 || y == 0 || x == ink.width() - 1 || y == ink.height() - 1) {
                size = LARGEST + 1;
            } else {
                take(hole[i] - 1);
                take(hole[i] + 1);
                take(hole[i] - ink.stride());
                take(hole[i] + ink.stride());
            }
        }
        boolean small = size <= LARGEST && bare <= GRAIN;
        if (small) {
            Arrays.stream(hole, 0, size).forEach(dot -> ink.put(dot, true));
        }
    }

    private void take(int dot) {
        for (int i = 0; i < Math.min(size, hole.length); i++) {
            if (hole[i] == dot) {
                return;
            }
        }
        if (!ink.at(dot)) {
            if (size < hole.length) {
                hole[size] = dot;
            }
            size++;
        }
    }
}
