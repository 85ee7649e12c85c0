package org.tallyroom.recognise;

import java.util.Arrays;
import org.tallyroom.image.PageImage;

/** How coarse a picture really is: a fax in normal mode has half of the lines, each repeated. */
final class Grain {

    /** Share of changes from row to row that may come closer than the grain, ratio: dirt of the line. */
    private static final double STRAY = 0.02;

    /** Rows that show one row of the scan at most: 204 × 98 dpi has three of each ten and two of the others. */
    private static final int MOST = 3;

    private Grain() {}

    /** The least rows that are alike between two changes. */
    static int rows(PageImage image) {
        int[] apart = new int[MOST + 1];
        byte[] above = new byte[image.width()];
        byte[] row = new byte[image.width()];
        int changed = 0;
        image.copyRow(0, 0, row.length, row, 0);
        for (int y = 1; y < image.height(); y++) {
            byte[] last = above;
            above = row;
            row = last;
            image.copyRow(0, y, row.length, row, 0);
            if (!Arrays.equals(row, above)) {
                apart[Math.min(MOST, y - changed)]++;
                changed = y;
            }
        }
        int changes = Arrays.stream(apart).sum();
        int grain = 1;
        for (int nearer = apart[1]; grain < MOST && nearer <= STRAY * changes; nearer += apart[grain]) {
            grain++;
        }
        return changes == 0 ? 1 : grain;
    }
}
