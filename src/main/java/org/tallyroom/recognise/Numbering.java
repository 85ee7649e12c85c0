package org.tallyroom.recognise;

/**
 * Numbers the set dots of a bitmap from 0, row by row: what is known of inked dots alone then fits into arrays as short
 * as the ink is little. Good as long as the bitmap stays as it is.
 */
final class Numbering {

    private final Bitmap dots;
    private final int[] before;

    Numbering(Bitmap dots) {
        this.dots = dots;
        this.before = dots.countsBefore();
    }

    int size() {
        return number(dots.places() - 1) + (dots.at(dots.places() - 1) ? 1 : 0);
    }

    /** The number of a set dot. */
    int number(int place) {
        return before[place >> 6] + dots.countWithin(place);
    }
}
