package org.tallyroom.vision;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.image.PageImage;

/** Samples a part of a picture anew, on an even grid of dots. */
public final class Resampling {

    /** Dots between places that are asked for: so short a way through the picture is straight and even. */
    private static final int SPAN = 32;

    /** Where in the picture, in pixels, a point of the grid lies; the first dot reaches from 0 to 1. */
    public interface Way {
        PointPx toPicture(double column, double row);
    }

    private final float[] xs;
    private final float[] ys;
    private final int across;
    private final int down;

    private Resampling(int width, int height, Way way) {
        across = (width + SPAN - 1) / SPAN + 1;
        down = (height + SPAN - 1) / SPAN + 1;
        xs = new float[across * down];
        ys = new float[across * down];
        for (int i = 0; i < xs.length; i++) {
            PointPx place = way.toPicture(i % across * SPAN, i / across * SPAN);
            xs[i] = (float) (place.x() - 0.5);
            ys[i] = (float) (place.y() - 0.5);
        }
    }

    /**
     * The grid's levels, each blended from the nearest pixels (from all pixels of a dot where those are smaller) and
     * then with its neighbours, weights 1 2 1 each way: takes grain and noise away, costs a line three dots wide a fifth
     * of its contrast. Beyond the picture its edge goes on.
     */
    public static PageImage smooth(PageImage image, int width, int height, Way way) {
        Natives.load();
        Resampling places = new Resampling(width, height, way);
        Mat dots = places.sampled(image, width, height);
        try {
            Imgproc.GaussianBlur(dots, dots, new Size(3, 3), 0, 0, Core.BORDER_REPLICATE);
            return Mats.page(dots);
        } finally {
            dots.release();
        }
    }

    private Mat sampled(PageImage image, int width, int height) {
        int pixels = pixelsPerDot();
        int[] columns = range(xs, pixels, image.width());
        int[] rows = range(ys, pixels, image.height());
        Mat source = Mats.part(image, columns[0], rows[0], columns[1] - columns[0] + 1, rows[1] - rows[0] + 1);
        if (pixels > 1) {
            Imgproc.blur(source, source, new Size(pixels, pixels), new Point(0, 0), Core.BORDER_REPLICATE);
        }
        double middle = (pixels - 1) / 2.0;
        Mat mapX = perDot(xs, columns[0] + middle);
        Mat mapY = perDot(ys, rows[0] + middle);
        Mat partX = mapX.submat(SPAN / 2, SPAN / 2 + height, SPAN / 2, SPAN / 2 + width);
        Mat partY = mapY.submat(SPAN / 2, SPAN / 2 + height, SPAN / 2, SPAN / 2 + width);
        Mat dots = new Mat();
        Imgproc.remap(source, dots, partX, partY, Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE, Scalar.all(0));
        for (Mat done : new Mat[] {source, mapX, mapY, partX, partY}) {
            done.release();
        }
        return dots;
    }

    /** Whole pixels along a dot, in the middle of the grid. */
    private int pixelsPerDot() {
        int middle = down / 2 * across + Math.max(1, across / 2);
        double span = Math.hypot(xs[middle] - xs[middle - 1], ys[middle] - ys[middle - 1]);
        return (int) Math.max(1, Math.round(span / SPAN));
    }

    /** First and last pixel, inside the picture, that the places along one axis need. */
    private static int[] range(float[] places, int margin, int size) {
        float least = places[0];
        float most = places[0];
        for (float place : places) {
            least = Math.min(least, place);
            most = Math.max(most, place);
        }
        int first = (int) Math.max(0, Math.min(size - 1, Math.floor(least) - margin));
        int last = (int) Math.max(first, Math.min(size - 1, Math.ceil(most) + margin));
        return new int[] {first, last};
    }

    /** The places between the known ones; dot 0 lies half a span inside. */
    private Mat perDot(float[] places, double origin) {
        Mat known = new Mat(down, across, CvType.CV_32F);
        Mat all = new Mat();
        known.put(0, 0, places);
        Core.subtract(known, Scalar.all(origin), known);
        Imgproc.resize(known, all, new Size(across * SPAN, down * SPAN), 0, 0, Imgproc.INTER_LINEAR);
        known.release();
        return all;
    }
}
