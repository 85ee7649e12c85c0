package org.tallyroom.recognise;

import java.util.Arrays;

/** A growing list of places on a {@link Bitmap}. */
final class Places {

    private int[] places = new int[64];
    private int count;

    void add(int place) {
        places = count == places.length ? Arrays.copyOf(places, 2 * count) : places;
        places[count++] = place;
    }

    int count() {
        return count;
    }

    int at(int i) {
        return places[i];
    }

    int last() {
        return places[count - 1];
    }

    /** Takes all dots out of {@code from} that hang together with these, across corners too, and adds them. */
    void takeConnected(Bitmap from) {
        for (int i = 0; i < count; i++) {
            int middle = places[i];
            for (int rest = from.around(middle); rest != 0; rest &= rest - 1) {
                int beside = middle + from.step(Integer.numberOfTrailingZeros(rest));
                from.put(beside, false);
                add(beside);
            }
        }
    }

    int[] toArray() {
        return Arrays.copyOf(places, count);
    }
}
