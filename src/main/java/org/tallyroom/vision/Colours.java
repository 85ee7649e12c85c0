package org.tallyroom.vision;

import org.tallyroom.image.PageImage;

/** Splits colour pixels into the gray in which red ink vanishes and a mask of where it was, and joins them again. */
final class Colours {

    /**
     * Red over the stronger of green and blue, in levels of 255. Evidence: an estimate between the colour fringes of black
     * print in JPEG scans and the red of a seal; no scan of a real seal was measured.
     */
    private static final int RED_EXCESS = 45;

    /** Red level of red ink: a seal is bright in its own light; darker pixels are dark ink with a red tinge. */
    private static final int RED_LEVEL = 110;

    /** Paper that is redder than this, max(green, blue) over red, is not lit by any lamp. */
    private static final double WARMEST = 0.6;

    /** One pixel in so many tells the light's colour. */
    private static final int SAMPLE = 37;

    private Colours() {}

    static PageImage split(int width, int height, byte[] blueGreenRed) {
        int pixels = width * height;
        if (blueGreenRed.length != 3 * pixels) {
            throw new IllegalArgumentException(blueGreenRed.length + " B for " + width + " × " + height + " px");
        }
        byte[] gray = new byte[pixels];
        byte[] red = new byte[pixels];
        boolean anyRed = false;
        double warmth = warmth(blueGreenRed);
        for (int i = 0, at = 0; i < pixels; i++, at += 3) {
            int b = blueGreenRed[at] & 0xff;
            int g = blueGreenRed[at + 1] & 0xff;
            int r = blueGreenRed[at + 2] & 0xff;
            gray[i] = (byte) r;
            if (r * warmth - Math.max(g, b) >= RED_EXCESS && r >= RED_LEVEL) {
                red[i] = 1;
                anyRed = true;
            }
        }
        return anyRed ? PageImage.ofColour(width, height, gray, red) : PageImage.ofGray(width, height, gray);
    }

    /**
     * The stronger of green and blue over red on bare paper, ratio up to 1: a lamp's warm light reddens a photo's paper.
     * Most of the bright half of a page's pixels is paper.
     */
    private static double warmth(byte[] blueGreenRed) {
        int[] ratios = new int[101];
        int bright = 0;
        for (int at = 0; at + 2 < blueGreenRed.length; at += 3 * SAMPLE) {
            int r = blueGreenRed[at + 2] & 0xff;
            if (r >= RED_LEVEL) {
                int others = Math.max(blueGreenRed[at] & 0xff, blueGreenRed[at + 1] & 0xff);
                ratios[Math.min(100, 100 * others / r)]++;
                bright++;
            }
        }
        int ratio = 0;
        for (int below = ratios[0]; below <= bright / 2 && ratio < 100; below += ratios[ratio]) {
            ratio++;
        }
        return Math.max(WARMEST, ratio / 100.0);
    }

    /** Blends a picture with transparent parts onto white paper: 4 bytes a pixel in, 3 out. */
    static byte[] onWhite(byte[] blueGreenRedAlpha) {
        byte[] opaque = new byte[blueGreenRedAlpha.length / 4 * 3];
        for (int from = 0, to = 0; to < opaque.length; from += 4, to += 3) {
            int alpha = blueGreenRedAlpha[from + 3] & 0xff;
            for (int c = 0; c < 3; c++) {
                int level = blueGreenRedAlpha[from + c] & 0xff;
                opaque[to + c] = (byte) ((level * alpha + 255 * (255 - alpha)) / 255);
            }
        }
        return opaque;
    }

    /** What {@link #split} makes a page with the same gray and the same red mask from: 3 bytes blue, green, red. */
    static byte[] join(PageImage page) {
        byte[] joined = new byte[3 * page.width() * page.height()];
        int at = 0;
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                int gray = page.gray(x, y);
                byte others = (byte) (page.red(x, y) ? Math.max(0, gray - 3 * RED_EXCESS) : gray);
                joined[at++] = others;
                joined[at++] = others;
                joined[at++] = (byte) gray;
            }
        }
        return joined;
    }
}
