package org.tallyroom.vision;

import org.tallyroom.image.PageImage;

/** Makes pixels square: a fax in normal mode has 204 × 98 dpi, and half of the page's height. */
public final class Squared {

    /** Ratio below which nothing is done: 204 × 196 dpi (fine mode) is square enough for the fit of the page. */
    private static final double NEARLY = 1.1;

    /**
     * Ratio above which the file's resolution is not believed; the flattest fax has 204 × 98 dpi, the highest
     * 204 × 391 (ITU-T T.30).
     */
    private static final double MOST = 4;

    /** Pixels of a fax's line, whatever the paper's width (ITU-T T.4). */
    private static final int FAX_LINE = 1728;

    /** Dots an inch across over lines an inch in normal mode. */
    private static final double NORMAL = 204 / 98.0;

    /** Width over height of an A4 page in normal mode, px: 1728 by 1146, a little cut off or fed on. */
    private static final double FLATTEST = 1.7;

    private static final double LEAST_FLAT = 1.35;

    private Squared() {}

    /** Whether there is nothing to do at these resolutions. */
    public static boolean isSquare(double across, double down) {
        double ratio = Math.max(across / down, down / across);
        return !(across > 0 && down > 0 && ratio >= NEARLY && ratio <= MOST);
    }

    /** Of a fax of several pages all may tell the resolution of the first, whose mode need not be theirs. */
    private static boolean isNormalFax(PageImage page) {
        double flat = (double) page.width() / page.height();
        return page.bilevel() && page.width() == FAX_LINE && flat > LEAST_FLAT && flat < FLATTEST;
    }

    /**
     * Repeats lines or columns, never blends: a 1-bit page stays one. Resolutions in any unit, the same for both; 0
     * when they are not told.
     */
    public static PageImage square(PageImage page, double across, double down) {
        if (isSquare(across, down) && isNormalFax(page)) {
            return square(page, NORMAL, 1);
        }
        double ratio = Math.max(across / down, down / across);
        if (isSquare(across, down) || page.width() * ratio * page.height() > Pictures.MAX_PIXELS) {
            return page;
        }
        int width = across < down ? (int) Math.round(page.width() * down / across) : page.width();
        int height = down < across ? (int) Math.round(page.height() * across / down) : page.height();
        byte[] levels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int fromY = (int) ((long) y * page.height() / height);
            for (int x = 0; x < width; x++) {
                levels[y * width + x] = (byte) page.gray((int) ((long) x * page.width() / width), fromY);
            }
        }
        return page.bilevel() ? PageImage.ofBilevel(width, height, levels) : PageImage.ofGray(width, height, levels);
    }
}
