package org.tallyroom.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * Finds compact solid dark areas by their cores: the pixels far inside. Strokes of a pen and modules of a code have no
 * core, so a mark that a pen has run into is still found.
 */
public final class SolidSquares {

    /** How far inside a core pixel lies, as a ratio of the long side: 1.3 mm of A4, half a mark of 4 mm is 2 mm. */
    private static final double INSIDE = 1.3 / 297;

    /** Darker than this share of the neighbourhood's mean; solid print lies below 0.3, gray bands above 0.85. */
    private static final double DARK = 0.6;

    /** The same for worn-out toner and faded copies. */
    private static final double FADED = 0.8;

    /** More candidates than this come from newsprint, not from a form; the largest cores are kept. */
    private static final int MOST = 80;

    /** A square's core is as long as wide in every turn; a bar's is not. */
    private static final double MOST_ELONGATED = 1.7;

    private SolidSquares() {}

    /** At most 80 candidates, in no promised order. */
    public static List<SolidSquare> in(Overview overview) {
        return darkerThan(DARK, overview);
    }

    /** The same where print is no darker than pencil; shadows and stains are among them. */
    public static List<SolidSquare> faded(Overview overview) {
        return darkerThan(FADED, overview);
    }

    private static List<SolidSquare> darkerThan(double share, Overview overview) {
        Natives.load();
        Mat dark = overview.dark(share);
        Mat depth = new Mat();
        Mat core = new Mat();
        Imgproc.distanceTransform(dark, depth, Imgproc.DIST_L2, Imgproc.DIST_MASK_3);
        double inside = Math.max(2, INSIDE * overview.longSide());
        Core.compare(depth, new Scalar(inside), core, Core.CMP_GE);
        try {
            return cores(overview, core, depth, inside);
        } finally {
            dark.release();
            depth.release();
            core.release();
        }
    }

    private static List<SolidSquare> cores(Overview overview, Mat core, Mat depth, double inside) {
        Mat labels = new Mat();
        Mat boxes = new Mat();
        Mat centres = new Mat();
        List<SolidSquare> found = new ArrayList<>();
        int count = Imgproc.connectedComponentsWithStats(core, labels, boxes, centres, 8, CvType.CV_32S);
        int[] box = new int[5];
        double[] centre = new double[2];
        for (int i = 1; i < count; i++) {
            boxes.get(i, 0, box);
            centres.get(i, 0, centre);
            double half = deepest(depth, box);
            double expected = 2 * (half - inside) + 1;
            double longer = Math.max(box[2], box[3]);
            double shorter = Math.min(box[2], box[3]);
            if (longer <= MOST_ELONGATED * shorter + 2 && longer <= Math.sqrt(2) * expected + 3) {
                found.add(new SolidSquare(
                        overview.inPage(centre[0] + 0.5, centre[1] + 0.5), 2 * half * overview.factor()));
            }
        }
        labels.release();
        boxes.release();
        centres.release();
        return found.stream()
                .sorted(Comparator.comparingDouble(SolidSquare::side).reversed())
                .limit(MOST)
                .toList();
    }

    private static double deepest(Mat depth, int[] box) {
        Mat part = depth.submat(box[1], box[1] + box[3], box[0], box[0] + box[2]);
        try {
            return Core.minMaxLoc(part).maxVal;
        } finally {
            part.release();
        }
    }
}
