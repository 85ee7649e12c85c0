package org.tallyroom.recognise;

/**
 * What is darker than paper and not explained by print. Inside the print's band a dot is ink only where a stroke
 * demonstrably crosses: in some direction there is ink on both sides of the band, running on in that direction.
 */
final class InkMinusPrint {

    /** Where a stroke's edge ends, ratio of solid print: light pencil on office paper shows 0.25 and more. */
    static final double WEAK = 0.14;

    /** Every stroke has some dots this dark; paper grain and JPEG ringing have not. */
    static final double STRONG = 0.22;

    private static final int DIRECTIONS = 24;

    /** The longest way across a band that is believed, dots: 1.1 mm, the diagonal where two bands meet. */
    private static final int REACH = 11;

    /** Ink that has to lie in one direction on both sides together, dots: 0.9 mm. */
    private static final int RUN_ON = 9;

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
        Bitmap whole = ink.copy();
        for (int y = 0; y < ink.height(); y++) {
            for (int x = 0; x < ink.width(); x++) {
                if (band.at(x, y) && dark.at(x, y) && crossed(ink, band, x, y)) {
                    whole.put(x, y, true);
                }
            }
        }
        return whole;
    }

    private static boolean crossed(Bitmap ink, Bitmap band, int x, int y) {
        for (int k = 0; k < DIRECTIONS; k++) {
            double dx = Math.cos(Math.PI * k / DIRECTIONS);
            double dy = Math.sin(Math.PI * k / DIRECTIONS);
            double[] there = {x, y, dx, dy};
            double[] back = {x, y, -dx, -dy};
            int stepsThere = leaves(ink, band, there);
            int stepsBack = stepsThere > REACH ? stepsThere : leaves(ink, band, back);
            if (stepsThere + stepsBack <= REACH + 1
                    && run(ink, there, stepsThere) + run(ink, back, stepsBack) >= RUN_ON) {
                return true;
            }
        }
        return false;
    }

    /** Steps along the ray until it leaves the band into ink; beyond the reach when it does not. */
    private static int leaves(Bitmap ink, Bitmap band, double[] ray) {
        for (int step = 1; step <= REACH; step++) {
            if (!on(band, ray, step)) {
                return on(ink, ray, step) && on(ink, ray, step + 1) ? step : REACH + 1;
            }
        }
        return REACH + 1;
    }

    private static int run(Bitmap ink, double[] ray, int from) {
        int steps = 0;
        while (steps < RUN_ON && on(ink, ray, from + steps)) {
            steps++;
        }
        return steps;
    }

    private static boolean on(Bitmap dots, double[] ray, int step) {
        return dots.at((int) Math.round(ray[0] + step * ray[2]), (int) Math.round(ray[1] + step * ray[3]));
    }
}
