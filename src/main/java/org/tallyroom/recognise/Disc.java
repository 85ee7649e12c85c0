package org.tallyroom.recognise;

import java.util.Arrays;

/**
 * The dots nearer than a reach to a middle dot, in {@link DistanceField}'s measure. Grows and shrinks what is set in a
 * bitmap by laying it over itself, shifted once for each row of the disc: all dots of a row at once.
 */
final class Disc {

    private static final double DIAGONAL = 1.38;

    /** Half widths of the rows, from the middle row up. */
    private final int[] half;

    private final int area;

    /** @param reach dots, from the middle of a dot to an edge */
    Disc(double reach) {
        double way = reach + 0.5;
        half = new int[(int) Math.ceil(way)];
        for (int dy = 0; dy < half.length; dy++) {
            while (way(half[dy] + 1, dy) < way) {
                half[dy]++;
            }
        }
        area = 2 * half[0] + 1 + 2 * Arrays.stream(half).skip(1).map(h -> 2 * h + 1).sum();
    }

    private static double way(int dx, int dy) {
        return Math.max(dx, dy) - Math.min(dx, dy) + DIAGONAL * Math.min(dx, dy);
    }

    /** The dots in reach of a set dot. The grid needs an empty margin as wide as the disc's reach. */
    Bitmap grown(Bitmap dots) {
        Bitmap grown = new Bitmap(dots.width(), dots.height());
        Bitmap run = dots.copy();
        int wide = 0;
        for (int dy = half.length - 1; dy >= 0; dy--) {
            for (; wide < half[dy]; wide++) {
                run.orShifted(dots, wide + 1);
                run.orShifted(dots, -wide - 1);
            }
            grown.orShifted(run, dy * dots.stride());
            grown.orShifted(run, -dy * dots.stride());
        }
        return grown;
    }

    /** The dots that have only set dots in reach. */
    Bitmap shrunk(Bitmap dots) {
        if (dots.count() < area) {
            return new Bitmap(dots.width(), dots.height());
        }
        Bitmap shrunk = dots.copy();
        Bitmap run = dots.copy();
        int wide = 0;
        for (int dy = half.length - 1; dy >= 0; dy--) {
            for (; wide < half[dy]; wide++) {
                run.andShifted(dots, wide + 1);
                run.andShifted(dots, -wide - 1);
            }
            shrunk.andShifted(run, dy * dots.stride());
            shrunk.andShifted(run, -dy * dots.stride());
        }
        return shrunk;
    }
}
