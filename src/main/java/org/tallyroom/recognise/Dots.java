package org.tallyroom.recognise;

import java.util.Arrays;

/** Inked dots of a patch: the places one thing a pen did covers. */
final class Dots {

    private final Bitmap grid;
    private final int[] places;

    /** @param places as {@code grid} numbers them */
    Dots(Bitmap grid, int[] places) {
        this.grid = grid;
        this.places = places.clone();
    }

    int count() {
        return places.length;
    }

    int x(int i) {
        return grid.x(places[i]);
    }

    int y(int i) {
        return grid.y(places[i]);
    }

    /** Those of them that are set on another grid of this size. */
    Dots on(Bitmap other) {
        return new Dots(grid, Arrays.stream(places).filter(other::at).toArray());
    }

    Dots and(Dots other) {
        int[] both = Arrays.copyOf(places, places.length + other.places.length);
        System.arraycopy(other.places, 0, both, places.length, other.places.length);
        return new Dots(grid, both);
    }
}
