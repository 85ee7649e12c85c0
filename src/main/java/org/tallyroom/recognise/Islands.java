package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The dots of a bitmap in groups: dots belong together when some way between them has no gap wider than allowed. */
final class Islands {

    private final Bitmap land;
    private final Bitmap seen;

    private Islands(Bitmap land) {
        this.land = land;
        this.seen = new Bitmap(land.width(), land.height());
    }

    /** @param reach half of the widest gap, dots, less than the bitmap's frame is wide */
    static List<Dots> of(Bitmap dots, int reach) {
        Islands islands = new Islands(grown(dots, reach));
        List<Dots> found = new ArrayList<>();
        for (int at = dots.next(0); at >= 0; at = dots.next(at + 1)) {
            if (!islands.seen.at(at)) {
                int[] places = Arrays.stream(islands.around(at)).filter(dots::at).toArray();
                found.add(new Dots(dots, places));
            }
        }
        return found;
    }

    /** Every dot with the square around it. */
    private static Bitmap grown(Bitmap dots, int reach) {
        Bitmap rows = dots.copy();
        for (int step = 1; step <= reach; step++) {
            rows.orShifted(dots, step);
            rows.orShifted(dots, -step);
        }
        Bitmap squares = rows.copy();
        for (int step = 1; step <= reach; step++) {
            squares.orShifted(rows, step * dots.stride());
            squares.orShifted(rows, -step * dots.stride());
        }
        return squares;
    }

    private int[] around(int start) {
        int[] places = new int[64];
        int size = 1;
        places[0] = start;
        seen.put(start, true);
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < 8; k++) {
                int next = places[i] + land.step(k);
                if (land.at(next) && !seen.at(next)) {
                    seen.put(next, true);
                    places = size == places.length ? Arrays.copyOf(places, 2 * size) : places;
                    places[size++] = next;
                }
            }
        }
        return Arrays.copyOf(places, size);
    }
}
