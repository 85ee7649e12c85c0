package org.tallyroom.recognise;

import java.util.Arrays;

/** Inked dots of a patch: the places one thing a pen did covers. */
final class Dots {

    private final int width;
    private final int[] places;

    /** @param places row by row numbers on a grid of this width */
    Dots(int width, int[] places) {
        this.width = width;
        this.places = places.clone();
    }

    int count() {
        return places.length;
    }

    int x(int i) {
        return places[i] % width;
    }

    int y(int i) {
        return places[i] / width;
    }

    Dots and(Dots other) {
        int[] both = Arrays.copyOf(places, places.length + other.places.length);
        System.arraycopy(other.places, 0, both, places.length, other.places.length);
        return new Dots(width, both);
    }
}
