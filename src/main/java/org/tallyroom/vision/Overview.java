package org.tallyroom.vision;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.image.PageImage;

/**
 * A page shrunk by a whole factor: what is as big as a mark or as long as the page is found here, at a ninth of the
 * pixels of a 300 dpi scan, and measured in the page itself afterwards.
 *
 * @param gray the shrunk page
 * @param factor pixels of the page per pixel of the overview
 */
public record Overview(PageImage gray, int factor) {

    /** About 100 dpi when the picture is one A4 page: a mark of 5 mm has 20 pixels, a rule of 0.5 pt still one. */
    public static final int LONG_SIDE = 1170;

    /** @param longSide wished-for length of the longer side, px */
    public static Overview of(PageImage page, int longSide) {
        int factor = Math.max(1, Math.round((float) Math.max(page.width(), page.height()) / longSide));
        if (factor == 1) {
            return new Overview(page, 1);
        }
        Natives.load();
        Mat whole = Mats.of(page);
        Mat small = new Mat();
        try {
            Size size = new Size(Math.max(1, page.width() / factor), Math.max(1, page.height() / factor));
            Mat cut = whole.submat(0, Math.min(page.height(), (int) size.height * factor), 0,
                    Math.min(page.width(), (int) size.width * factor));
            Imgproc.resize(cut, small, size, 0, 0, Imgproc.INTER_AREA);
            cut.release();
            return new Overview(Mats.page(small), factor);
        } finally {
            whole.release();
            small.release();
        }
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
