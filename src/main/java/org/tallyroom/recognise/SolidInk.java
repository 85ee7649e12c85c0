package org.tallyroom.recognise;

/** Finds filled patches: ink, or hatching so dense that a pen's gaps do not show, thicker than any single line. */
final class SolidInk {

    /** Gaps up to twice this between hatching lines are ink, dots: 1.3 mm. */
    private static final double HATCH = 6.5;

    /** A patch holds a disc of this radius, dots: 1.8 mm; two crossing lines of a 2 mm marker hold 1.4 to 1.6 mm. */
    private static final double CORE = 18;

    /** Ragged edges of a patch belong to it this far beyond its round core, dots: 0.8 mm. */
    private static final double EDGE = 8;

    private SolidInk() {}

    /** Sets the dots that are part of a solid patch within the window, the gaps of its hatching included. */
    static void mark(Bitmap ink, int[] window, Bitmap solid) {
        int left = Math.max(0, window[0]);
        int top = Math.max(0, window[1]);
        int right = Math.min(ink.width() - 1, window[2]);
        int bottom = Math.min(ink.height() - 1, window[3]);
        if (right <= left || bottom <= top) {
            return;
        }
        int pad = (int) (HATCH + 2);
        int w = right - left + 1 + 2 * pad;
        int h = bottom - top + 1 + 2 * pad;
        Bitmap here = new Bitmap(w, h);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                here.put(x - left + pad, y - top + pad, ink.at(x, y));
            }
        }
        Bitmap closed = shrunk(grown(here, HATCH), HATCH);
        Bitmap core = shrunk(closed, CORE);
        Bitmap patch = grown(core, CORE + EDGE);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                if (patch.at(x - left + pad, y - top + pad) && closed.at(x - left + pad, y - top + pad)) {
                    solid.put(x, y, true);
                }
            }
        }
    }

    /** The dots at least {@code reach} inside. */
    private static Bitmap shrunk(Bitmap dots, double reach) {
        DistanceField distance = DistanceField.inside(dots);
        Bitmap result = new Bitmap(dots.width(), dots.height());
        for (int i = 0; i < dots.width() * dots.height(); i++) {
            result.put(i, dots.at(i) && distance.at(i % dots.width(), i / dots.width()) >= reach);
        }
        return result;
    }

    /** The dots at most {@code reach} away: what is left when bare paper is shrunk, the grid's edge kept bare. */
    private static Bitmap grown(Bitmap dots, double reach) {
        int margin = (int) reach + 2;
        Bitmap bare = new Bitmap(dots.width() + 2 * margin, dots.height() + 2 * margin);
        for (int y = 0; y < bare.height(); y++) {
            for (int x = 0; x < bare.width(); x++) {
                bare.put(x, y, !dots.at(x - margin, y - margin));
            }
        }
        DistanceField distance = DistanceField.inside(bare);
        Bitmap result = new Bitmap(dots.width(), dots.height());
        for (int y = 0; y < dots.height(); y++) {
            for (int x = 0; x < dots.width(); x++) {
                result.put(x, y, distance.at(x + margin, y + margin) < reach);
            }
        }
        return result;
    }
}
