package org.tallyroom.recognise;

/** Finds filled patches: ink, or hatching so dense that a pen's gaps do not show, thicker than any single line. */
final class SolidInk {

    /** Gaps up to twice this between hatching lines are ink, dots: 1.3 mm. */
    private static final double HATCH = 6.5;

    /** A patch holds a disc of this radius, dots: 1.8 mm; two crossing lines of a 2 mm marker hold 1.4 to 1.6 mm. */
    private static final double CORE = 18;

    /** Ragged edges of a patch belong to it this far beyond its round core, dots: 0.8 mm. */
    private static final double EDGE = 8;

    private static final Disc GAP = new Disc(HATCH);
    private static final Disc WITHIN = new Disc(CORE);
    private static final Disc WITHIN_AND_EDGE = new Disc(CORE + EDGE);

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
        Bitmap closed = GAP.shrunk(GAP.grown(ink.cut(left, top, right, bottom)));
        Bitmap core = WITHIN.shrunk(closed);
        if (core.next(0) < 0) {
            return;
        }
        Bitmap patch = WITHIN_AND_EDGE.grown(core).and(closed);
        for (int at = patch.next(0); at >= 0; at = patch.next(at + 1)) {
            solid.put(patch.x(at) + left, patch.y(at) + top, true);
        }
    }
}
