package org.tallyroom.recognise;

/**
 * What is darker than paper and not explained by print. Inside the print's band a dot is ink only where a stroke
 * demonstrably crosses: in some direction there is ink on both sides of the band, running on in that direction.
 */
final class InkMinusPrint {

    /** Where a stroke's edge ends, ratio of solid print: light pencil on office paper shows 0.25 and more. */
    static final double WEAK = 0.14;

    private static final int DIRECTIONS = 24;

    /** The longest way across a band that is believed, dots: 1.1 mm, the diagonal where two bands meet. */
    private static final int REACH = 11;

    /** Ink that has to lie in one direction on both sides together, dots: 0.9 mm. */
    private static final int RUN_ON = 9;

    private final Bitmap ink;
    private final Bitmap band;

    /** For each direction the steps along it, as differences of places. */
    private final int[][] ways;

    private InkMinusPrint(Bitmap ink, Bitmap band) {
        this.ink = ink;
        this.band = band;
        this.ways = new int[DIRECTIONS][REACH + RUN_ON + 2];
        for (int k = 0; k < DIRECTIONS; k++) {
            double angle = Math.PI * k / DIRECTIONS;
            for (int step = 0; step < ways[k].length; step++) {
                int x = (int) Math.round(step * Math.cos(angle));
                int y = (int) Math.round(step * Math.sin(angle));
                ways[k][step] = y * ink.stride() + x;
            }
        }
    }

    static Bitmap of(AnswerPatch patch, Bitmap band) {
        Bitmap dark = patch.darkerThan(WEAK);
        Bitmap ink = dark.without(band);
        InkMinusPrint rest = new InkMinusPrint(ink, band);
        Bitmap whole = ink.copy();
        Bitmap hidden = dark.and(band).and(between(ink));
        for (int at = hidden.next(0); at >= 0; at = hidden.next(at + 1)) {
            if (rest.crosses(at)) {
                whole.put(at, true);
            }
        }
        return whole;
    }

    /** The dots that have ink in reach above and below, to the left and to the right: nearly all print has none. */
    private static Bitmap between(Bitmap ink) {
        int row = ink.stride();
        Bitmap wide = trail(trail(ink, 1), -1);
        Bitmap tall = trail(trail(ink, row), -row);
        return trail(wide, row).and(trail(wide, -row)).and(trail(tall, 1)).and(trail(tall, -1));
    }

    /** Each dot drawn out over the whole reach in steps of so many places. */
    private static Bitmap trail(Bitmap ink, int step) {
        Bitmap trail = ink.copy();
        int done = 0;
        while (done < REACH) {
            int more = Math.min(done + 1, REACH - done);
            trail.orShifted(trail.copy(), more * step);
            done += more;
        }
        return trail;
    }

    private boolean crosses(int at) {
        for (int[] way : ways) {
            int there = leaves(at, way, 1);
            int back = there > REACH ? there : leaves(at, way, -1);
            if (there + back <= REACH + 1 && run(at, way, there) + run(at, way, -back) >= RUN_ON) {
                return true;
            }
        }
        return false;
    }

    /** Steps forth (1) or back (−1) until the way leaves the band into ink; beyond the reach when it does not. */
    private int leaves(int at, int[] way, int sign) {
        for (int step = 1; step <= REACH; step++) {
            if (!band.at(at + sign * way[step])) {
                return ink.at(at + sign * way[step]) && ink.at(at + sign * way[step + 1]) ? step : REACH + 1;
            }
        }
        return REACH + 1;
    }

    /** Inked steps on from one, back when it is negative. */
    private int run(int at, int[] way, int from) {
        int sign = Integer.signum(from);
        int steps = 0;
        while (steps < RUN_ON && ink.at(at + sign * way[Math.abs(from) + steps])) {
            steps++;
        }
        return steps;
    }
}
