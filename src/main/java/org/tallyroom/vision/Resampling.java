package org.tallyroom.vision;

import java.util.Arrays;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.image.PageImage;

/** Samples a part of a picture anew, on an even grid of dots. */
public final class Resampling {

    /** Dots between places that are asked for: so short a way through the picture is straight and even. */
    private static final int SPAN = 32;

    /** Spans that are sampled at once. */
    private static final int SPANS = 4;

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
     * then with its neighbours, weights 1 2 1 each way: takes grain and noise away, costs a line three dots wide a
     * fifth of its contrast. Beyond the picture its edge goes on.
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
        PointPx origin = new PointPx(columns[0] + middle, rows[0] + middle);
        Mat dots = new Mat(height, width, CvType.CV_8UC1);
        for (int span = 0; span * SPAN < height; span += SPANS) {
            Mat part = dots.rowRange(span * SPAN, Math.min(height, (span + SPANS) * SPAN));
            sample(source, origin, span, part);
            part.release();
        }
        source.release();
        return dots;
    }

    /** Fills some rows of dots from the span of that number on: few enough for the processor's cache. */
    private void sample(Mat source, PointPx origin, int span, Mat part) {
        Mat mapX = perDot(xs, origin.x(), span);
        Mat mapY = perDot(ys, origin.y(), span);
        Rect used = new Rect(SPAN / 2, SPAN / 2, part.cols(), part.rows());
        Mat partX = mapX.submat(used);
        Mat partY = mapY.submat(used);
        Imgproc.remap(source, part, partX, partY, Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE, Scalar.all(0));
        for (Mat done : new Mat[] {mapX, mapY, partX, partY}) {
            done.release();
        }
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

    /** The places between the known ones, from a span on; dot 0 lies half a span inside. */
    private Mat perDot(float[] places, double origin, int span) {
        int lines = Math.min(SPANS + 1, down - span);
        Mat known = new Mat(lines, across, CvType.CV_32F);
        Mat all = new Mat();
        known.put(0, 0, Arrays.copyOfRange(places, span * across, (span + lines) * across));
        Core.subtract(known, Scalar.all(origin), known);
        Imgproc.resize(known, all, new Size(across * SPAN, lines * SPAN), 0, 0, Imgproc.INTER_LINEAR);
        known.release();
        return all;
    }
}
