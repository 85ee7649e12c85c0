package org.tallyroom.vision;

import org.tallyroom.geometry.PointPx;
import org.tallyroom.image.PageImage;

/** Reads gray levels between pixel centres. */
public final class Sampler {

    private Sampler() {}

    /** The level 0..255 at a place, blended from its four neighbours; NaN outside the picture. */
    public static double level(PageImage image, PointPx place) {
        return level(image, place.x(), place.y());
    }

    /** The same for pixel coordinates as in {@link PointPx}. */
    public static double level(PageImage image, double x, double y) {
        double left = x - 0.5;
        double top = y - 0.5;
        if (!(left >= -0.5 && top >= -0.5 && left <= image.width() - 0.5 && top <= image.height() - 0.5)) {
            return Double.NaN;
        }
        int x0 = Math.max(0, Math.min(image.width() - 2, (int) left));
        int y0 = Math.max(0, Math.min(image.height() - 2, (int) top));
        int x1 = Math.min(image.width() - 1, x0 + 1);
        int y1 = Math.min(image.height() - 1, y0 + 1);
        double fx = Math.max(0, Math.min(1, left - x0));
        double fy = Math.max(0, Math.min(1, top - y0));
        double upper = image.gray(x0, y0) * (1 - fx) + image.gray(x1, y0) * fx;
        double lower = image.gray(x0, y1) * (1 - fx) + image.gray(x1, y1) * fx;
        return upper * (1 - fy) + lower * fy;
    }
}
