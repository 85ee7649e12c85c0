package org.tallyroom.layout;

/**
 * How a text may be set: as large as it fits, between two sizes.
 *
 * @param sizePt the size wished for, in points
 * @param leastPt the smallest size it may shrink to, in points
 * @param lines the most lines it may take
 */
record TextStyle(double sizePt, double leastPt, int lines, boolean bold, Align align) {

    /** Body text is 12 pt; 9 pt is the least that people read at arm's length without effort. */
    static final double BODY_PT = 12;

    static final double LEAST_PT = 9;

    enum Align {
        LEFT,
        CENTRE
    }

    static TextStyle left(double sizePt, int lines) {
        return new TextStyle(sizePt, Math.min(LEAST_PT, sizePt), lines, false, Align.LEFT);
    }

    static TextStyle centred(double sizePt, int lines) {
        return new TextStyle(sizePt, Math.min(LEAST_PT, sizePt), lines, false, Align.CENTRE);
    }

    TextStyle heavy() {
        return new TextStyle(sizePt, leastPt, lines, true, align);
    }

    TextStyle atLeast(double points) {
        return new TextStyle(sizePt, points, lines, bold, align);
    }
}
