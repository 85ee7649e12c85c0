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
    private static final int REACH = 11;
    private static final int RUN_ON = 7;

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
            int there = leaves(ink, band, new double[] {x, y, dx, dy});
            int back = there > REACH ? there : leaves(ink, band, new double[] {x, y, -dx, -dy});
            if (there + back <= REACH + 1) {
                return true;
            }
        }
        return false;
    }

    /** Steps along the ray until it leaves the band into ink that runs on; beyond the reach when it does not. */
    private static int leaves(Bitmap ink, Bitmap band, double[] ray) {
        for (int step = 1; step <= REACH; step++) {
            if (!band.at((int) Math.round(ray[0] + step * ray[2]), (int) Math.round(ray[1] + step * ray[3]))) {
                for (int on = step; on < step + RUN_ON; on++) {
                    if (!ink.at((int) Math.round(ray[0] + on * ray[2]), (int) Math.round(ray[1] + on * ray[3]))) {
                        return REACH + 1;
                    }
                }
                return step;
            }
        }
        return REACH + 1;
    }
}
