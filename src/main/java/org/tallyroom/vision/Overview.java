package org.tallyroom.vision;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.image.PageImage;

/**
 * A page shrunk by a power of two: what is as big as a mark is found here, at a sixteenth of the pixels of a 300 dpi
 * scan, and measured in the page itself afterwards.
 *
 * @param gray the shrunk page
 * @param factor pixels of the page per pixel of the overview
 */
public record Overview(PageImage gray, int factor) {

    /** At least 68 dpi when the picture is one A4 page: a mark of 5 mm has 13 pixels. */
    public static final int LONG_SIDE = 800;

    /** Rows of the page that are halved at a time: they and their half stay in the processor's cache. */
    private static final int STRIPE = 64;

    /** @param longSide the longer side becomes at least as long, px, and less than twice as long if the page was */
    public static Overview of(PageImage page, int longSide) {
        int factor = Integer.highestOneBit(Math.max(1, Math.max(page.width(), page.height()) / longSide));
        if (factor == 1 || Math.min(page.width(), page.height()) < factor) {
            return new Overview(page, 1);
        }
        Natives.load();
        Mat small = halved(page);
        try {
            for (int done = 2; done < factor; done *= 2) {
                Size half = new Size(small.cols() / 2, small.rows() / 2);
                Mat even = small.submat(0, 2 * (small.rows() / 2), 0, 2 * (small.cols() / 2));
                Imgproc.resize(even, small, half, 0, 0, Imgproc.INTER_AREA);
                even.release();
            }
            return new Overview(Mats.page(small), factor);
        } finally {
            small.release();
        }
    }

    /** Each pixel the mean of four; an odd last row or column is left out. */
    private static Mat halved(PageImage page) {
        int width = page.width() / 2;
        int height = page.height() / 2;
        byte[] levels = new byte[STRIPE * 2 * width];
        Mat stripe = new Mat(STRIPE, 2 * width, CvType.CV_8UC1);
        Mat small = new Mat(height, width, CvType.CV_8UC1);
        for (int top = 0; top < height; top += STRIPE / 2) {
            int rows = Math.min(STRIPE / 2, height - top);
            for (int y = 0; y < 2 * rows; y++) {
                page.copyRow(0, 2 * top + y, 2 * width, levels, y * 2 * width);
            }
            stripe.put(0, 0, levels);
            Mat from = stripe.rowRange(0, 2 * rows);
            Mat to = small.rowRange(top, top + rows);
            Imgproc.resize(from, to, to.size(), 0, 0, Imgproc.INTER_AREA);
            from.release();
            to.release();
        }
        stripe.release();
        return small;
    }

    /** The place in the page of a place in the overview. */
    public PointPx inPage(double x, double y) {
        return new PointPx(x * factor, y * factor);
    }

    double meanLevel() {
        Mat levels = Mats.of(gray);
        try {
            return Core.mean(levels).val[0];
        } finally {
            levels.release();
        }
    }

    int longSide() {
        return Math.max(gray.width(), gray.height());
    }

    /**
     * Where the overview is dark against its surroundings: non-zero pixels. {@code share} of the mean level of the
     * neighbourhood, so that shadows, gray paper and faded print do not matter.
     */
    Mat dark(double share) {
        int window = 2 * (longSide() / 30) + 1;
        Mat levels = Mats.of(gray);
        Mat surroundings = new Mat();
        Mat dark = new Mat();
        Imgproc.blur(levels, surroundings, new Size(window, window));
        surroundings.convertTo(surroundings, surroundings.type(), share);
        Core.compare(levels, surroundings, dark, Core.CMP_LT);
        levels.release();
        surroundings.release();
        return dark;
    }
}
