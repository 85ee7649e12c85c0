package org.tallyroom.recognise;

import org.tallyroom.sheetcode.QrModules;

/** The modules that are the same in every version 4 QR code: finders, timing, alignment (ISO/IEC 18004, §6.3). */
final class FixedPattern {

    private static final int SIDE = QrModules.SIDE;

    /** A finder with the light modules around it. */
    private static final int FINDER = 8;

    private static final int TIMING = 6;

    /** Centre of the only alignment pattern of version 4. */
    private static final int ALIGNMENT = 26;

    private FixedPattern() {}

    static boolean isFixed(int column, int row) {
        return inFinder(column, row) || column == TIMING || row == TIMING || inAlignment(column, row);
    }

    static boolean isDark(int column, int row) {
        if (inFinder(column, row)) {
            int ring = Math.max(Math.abs(fromFinder(column) - 3), Math.abs(fromFinder(row) - 3));
            return ring <= 1 || ring == 3;
        }
        if (inAlignment(column, row)) {
            return Math.max(Math.abs(column - ALIGNMENT), Math.abs(row - ALIGNMENT)) != 1;
        }
        return column == TIMING ? row % 2 == 0 : column % 2 == 0;
    }

    private static boolean inFinder(int column, int row) {
        boolean left = column < FINDER;
        boolean upper = row < FINDER;
        return (left && upper) || (left && row >= SIDE - FINDER) || (upper && column >= SIDE - FINDER);
    }

    private static boolean inAlignment(int column, int row) {
        return Math.abs(column - ALIGNMENT) <= 2 && Math.abs(row - ALIGNMENT) <= 2;
    }

    /** Counted from the finder's outer edge on either side. */
    private static int fromFinder(int at) {
        return at < FINDER ? at : SIDE - 1 - at;
    }
}
