package org.tallyroom.recognise;

import java.util.Arrays;

/** A grid of dots that are set or not; dots outside it read as not set. */
final class Bitmap {

    private final int width;
    private final int height;
    private final boolean[] dots;

    Bitmap(int width, int height) {
        this(width, height, new boolean[width * height]);
    }

    private Bitmap(int width, int height, boolean[] dots) {
        this.width = width;
        this.height = height;
        this.dots = dots;
    }

    Bitmap copy() {
        return new Bitmap(width, height, Arrays.copyOf(dots, dots.length));
    }

    /** The dots set here or there, on grids of one size. */
    Bitmap with(Bitmap other) {
        Bitmap both = copy();
        for (int i = 0; i < dots.length; i++) {
            both.dots[i] |= other.dots[i];
        }
        return both;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean at(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && dots[y * width + x];
    }

    boolean at(int index) {
        return dots[index];
    }

    void put(int x, int y, boolean value) {
        dots[y * width + x] = value;
    }

    void put(int index, boolean value) {
        dots[index] = value;
    }

    /** Sets every dot of a rectangle, clipped to the grid; the right and bottom edges are included. */
    void fill(int left, int top, int right, int bottom) {
        for (int y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++) {
            for (int x = Math.max(0, left); x <= Math.min(width - 1, right); x++) {
                dots[y * width + x] = true;
            }
        }
    }

    /** The eight dots around one, clockwise from the one above, as bits 0 … 7. */
    int around(int x, int y) {
        return (at(x, y - 1) ? 1 : 0)
                | (at(x + 1, y - 1) ? 2 : 0)
                | (at(x + 1, y) ? 4 : 0)
                | (at(x + 1, y + 1) ? 8 : 0)
                | (at(x, y + 1) ? 16 : 0)
                | (at(x - 1, y + 1) ? 32 : 0)
                | (at(x - 1, y) ? 64 : 0)
                | (at(x - 1, y - 1) ? 128 : 0);
    }
}
