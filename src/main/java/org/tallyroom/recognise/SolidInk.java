package org.tallyroom.recognise;

/** Finds filled patches: ink, or hatching so dense that a pen's gaps do not show, thicker than any single line. */
final class SolidInk {

    /** Gaps up to twice this between hatching lines are ink, dots: 1.3 mm. */
    private static final double HATCH = 6.5;

    /** A patch holds a disc of this radius, dots: 1.8 mm; two crossing lines of a 2 mm marker hold 1.4 to 1.6 mm. */
    private static final double CORE = 18;

    /** Ragged edges of a patch belong to it this far beyond its round core, dots: 0.8 mm. */
    private static final double EDGE = 8;

    /** Side of a square that lies inside a disc of a core grown by a gap, dots: 2 · (5 + 13) + 1 with their corners. */
    private static final int SQUARE = 37;

    private static final Disc GAP = new Disc(HATCH);
    private static final Disc WITHIN = new Disc(CORE);
    private static final Disc WITHIN_AND_EDGE = new Disc(CORE + EDGE);

    private SolidInk() {}

    /** Whether there may be a patch at all: a place for the square inside the disc of a gap and the disc of a core. */
    private static boolean holdsSquare(Bitmap grown) {
        Bitmap square = grown.copy();
        for (int step : new int[] {1, grown.stride()}) {
            for (int side = 1; side < SQUARE; ) {
                int more = Math.min(side, SQUARE - side);
                square.andShifted(square.copy(), more * step);
                side += more;
            }
        }
        return square.next(0) >= 0;
    }

    /** Sets the dots that are part of a solid patch within the window, the gaps of its hatching included. */
    static void mark(Bitmap ink, int[] window, Bitmap solid) {
        int left = Math.max(0, window[0]);
        int top = Math.max(0, window[1]);
        int right = Math.min(ink.width() - 1, window[2]);
        int bottom = Math.min(ink.height() - 1, window[3]);
        if (right <= left || bottom <= top) {
            return;
        }
        Bitmap grown = GAP.grown(ink.cut(left, top, right, bottom));
        if (!holdsSquare(grown)) {
            return;
        }
        Bitmap closed = GAP.shrunk(grown);
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
