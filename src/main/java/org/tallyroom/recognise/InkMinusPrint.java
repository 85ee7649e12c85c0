package org.tallyroom.recognise;

import java.util.function.DoubleUnaryOperator;

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

    private static final int[][] ALONG_X = steps(Math::cos);
    private static final int[][] ALONG_Y = steps(Math::sin);

    private InkMinusPrint() {}

    static Bitmap of(AnswerPatch patch, Bitmap band) {
        Bitmap dark = new Bitmap(patch.width(), patch.height());
        for (int y = 0; y < patch.height(); y++) {
            for (int x = 0; x < patch.width(); x++) {
                dark.put(x, y, patch.dark(x, y) >= WEAK);
            }
        }
        Bitmap ink = dark.copy();
        for (int i = 0; i < patch.width() * patch.height(); i++) {
            ink.put(i, dark.at(i) && !band.at(i));
        }
        return bridged(ink, dark, band);
    }

    private static Bitmap bridged(Bitmap ink, Bitmap dark, Bitmap band) {
        Bitmap near = near(ink);
        Bitmap whole = ink.copy();
        for (int y = 0; y < ink.height(); y++) {
            for (int x = 0; x < ink.width(); x++) {
                if (band.at(x, y) && dark.at(x, y) && near.at(x / REACH, y / REACH) && crossed(ink, band, x, y)) {
                    whole.put(x, y, true);
                }
            }
        }
        return whole;
    }

    /** Blocks of dots in whose reach there is any ink: nearly all print has none. */
    private static Bitmap near(Bitmap ink) {
        Bitmap near = new Bitmap(ink.width() / REACH + 1, ink.height() / REACH + 1);
        for (int y = 0; y < ink.height(); y++) {
            for (int x = 0; x < ink.width(); x++) {
                if (ink.at(x, y)) {
                    near.fill(x / REACH - 1, y / REACH - 1, x / REACH + 1, y / REACH + 1);
                }
            }
        }
        return near;
    }

    private static boolean crossed(Bitmap ink, Bitmap band, int x, int y) {
        for (int k = 0; k < DIRECTIONS; k++) {
            int there = leaves(ink, band, new int[] {x, y, k, 1});
            int back = there > REACH ? there : leaves(ink, band, new int[] {x, y, k, -1});
            if (there + back <= REACH + 1
                    && run(ink, new int[] {x, y, k, 1}, there) + run(ink, new int[] {x, y, k, -1}, back) >= RUN_ON) {
                return true;
            }
        }
        return false;
    }

    /** Steps along the ray until it leaves the band into ink; beyond the reach when it does not. */
    private static int leaves(Bitmap ink, Bitmap band, int[] ray) {
        for (int step = 1; step <= REACH; step++) {
            if (!on(band, ray, step)) {
                return on(ink, ray, step) && on(ink, ray, step + 1) ? step : REACH + 1;
            }
        }
        return REACH + 1;
    }

    private static int run(Bitmap ink, int[] ray, int from) {
        int steps = 0;
        while (steps < RUN_ON && on(ink, ray, from + steps)) {
            steps++;
        }
        return steps;
    }

    /** @param ray from x and y in the direction of this number, forth (1) or back (−1) */
    private static boolean on(Bitmap dots, int[] ray, int step) {
        return dots.at(ray[0] + ray[3] * ALONG_X[ray[2]][step], ray[1] + ray[3] * ALONG_Y[ray[2]][step]);
    }

    private static int[][] steps(DoubleUnaryOperator axis) {
        int[][] steps = new int[DIRECTIONS][REACH + RUN_ON + 2];
        for (int k = 0; k < DIRECTIONS; k++) {
            for (int step = 0; step < steps[k].length; step++) {
                steps[k][step] = (int) Math.round(step * axis.applyAsDouble(Math.PI * k / DIRECTIONS));
            }
        }
        return steps;
    }
}
