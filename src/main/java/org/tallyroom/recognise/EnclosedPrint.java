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
        for (int y = 1; y < ink.height() - 1; y++) {
            for (int x = 1; x < ink.width() - 1; x++) {
                if (!ink.at(x, y) && ink.at(x - 1, y) && ink.at(x, y - 1)) {
                    enclosed.hole(y * ink.width() + x);
                }
            }
        }
    }

    /** Spreads from the hole's first corner until it is enclosed or too large. */
    private void hole(int start) {
        size = 0;
        take(start);
        int bare = 0;
        for (int i = 0; i < size && size <= LARGEST && bare <= GRAIN; i++) {
            int x = hole[i] % ink.width();
            int y = hole[i] / ink.width();
            bare += band.at(x, y) ? 0 : 1;
            if (x == 0 || y == 0 || x == ink.width() - 1 || y == ink.height() - 1) {
                size = LARGEST + 1;
            } else {
                take(hole[i] - 1);
                take(hole[i] + 1);
                take(hole[i] - ink.width());
                take(hole[i] + ink.width());
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
