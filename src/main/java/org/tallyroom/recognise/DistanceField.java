package org.tallyroom.recognise;

/** For each dot of a bitmap the distance, in dots, from its middle to the nearest edge of the set dots. */
final class DistanceField {

    private static final float STRAIGHT = 1;
    private static final float DIAGONAL = 1.38f;

    private final int width;
    private final float[] distance;

    private DistanceField(int width, float[] distance) {
        this.width = width;
        this.distance = distance;
    }

    /**
     * Two sweeps with steps 1 and 1.38 (Borgefors 1986): within four percent of the Euclidean distance. What lies
     * outside the grid counts as not set.
     */
    static DistanceField inside(Bitmap dots) {
        int w = dots.width();
        int h = dots.height();
        float[] d = new float[(w + 2) * (h + 2)];
        for (int y = 1; y <= h; y++) {
            for (int x = 1; x <= w; x++) {
                int at = y * (w + 2) + x;
                if (dots.at(x - 1, y - 1)) {
                    float above = Math.min(d[at - w - 2] + STRAIGHT, Math.min(d[at - w - 3], d[at - w - 1]) + DIAGONAL);
                    d[at] = Math.min(d[at - 1] + STRAIGHT, above);
                }
            }
        }
        for (int y = h; y >= 1; y--) {
            for (int x = w; x >= 1; x--) {
                int at = y * (w + 2) + x;
                if (d[at] > 0) {
                    float below = Math.min(d[at + w + 2] + STRAIGHT, Math.min(d[at + w + 3], d[at + w + 1]) + DIAGONAL);
                    d[at] = Math.min(d[at], Math.min(d[at + 1] + STRAIGHT, below));
                }
            }
        }
        return new DistanceField(w + 2, d);
    }

    /** Distance to the edge; at least half a dot for a set dot, 0 for others. */
    double at(int x, int y) {
        return Math.max(0, distance[(y + 1) * width + x + 1] - 0.5);
    }
}
