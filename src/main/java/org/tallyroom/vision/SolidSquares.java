package org.tallyroom.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.tallyroom.image.PageImage;

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

    /** Cores larger than this, ratio of the long side, are a dark table or a lid; marks have 3 mm on A4 or less. */
    private static final double LARGEST = 0.04;

    /** Directions in which a square must end, and in how many of them it must; a pen may run into it. */
    private static final int AROUND = 24;

    private static final double EDGED = 0.7;

    /** How far outside the corners of a square its edge has faded into paper, px of the overview. */
    private static final double BLURRED = 1.5;

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
        Mat core = new Mat();
        Mat levels = new Mat();
        List<MatOfPoint> outlines = new ArrayList<>();
        int inside = Math.max(1, (int) Math.round(INSIDE * overview.longSide()));
        Mat disc = Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(2 * inside + 1, 2 * inside + 1));
        Imgproc.erode(dark, core, disc);
        Imgproc.findContours(core, outlines, levels, Imgproc.RETR_LIST, Imgproc.CHAIN_APPROX_NONE);
        List<SolidSquare> found = new ArrayList<>();
        for (MatOfPoint outline : outlines) {
            square(overview, dark, Imgproc.boundingRect(outline), inside)
                    .filter(square -> isEdged(overview, square, share))
                    .ifPresent(found::add);
            outline.release();
        }
        dark.release();
        core.release();
        levels.release();
        disc.release();
        return found.stream()
                .sorted(Comparator.comparingDouble(SolidSquare::side).reversed())
                .limit(MOST)
                .toList();
    }

    private static Optional<SolidSquare> square(Overview overview, Mat dark, Rect core, int inside) {
        double longer = Math.max(core.width, core.height);
        double shorter = Math.min(core.width, core.height);
        if (longer > MOST_ELONGATED * shorter + 2 || longer > LARGEST * overview.longSide()) {
            return Optional.empty();
        }
        double half = deepest(dark, core, inside + 2);
        double expected = 2 * (half - inside) + 1;
        return longer > Math.sqrt(2) * expected + 3
                ? Optional.empty()
                : Optional.of(new SolidSquare(
                        overview.inPage(core.x + core.width / 2.0, core.y + core.height / 2.0),
                        2 * half * overview.factor()));
    }

    /** Print ends at its edge; the dark spots of a table or of a picture fade away. */
    private static boolean isEdged(Overview overview, SolidSquare square, double share) {
        PageImage gray = overview.gray();
        double x = square.centre().x() / overview.factor();
        double y = square.centre().y() / overview.factor();
        double inside = Sampler.level(gray, x, y);
        double out = square.side() / overview.factor() * Math.sqrt(0.5) + BLURRED;
        int light = 0;
        for (int i = 0; i < AROUND; i++) {
            double angle = 2 * Math.PI * i / AROUND;
            double level = Sampler.level(gray, x + out * Math.cos(angle), y + out * Math.sin(angle));
            light += inside < share * level ? 1 : 0;
        }
        return light >= EDGED * AROUND;
    }

    /** The largest distance of a core's pixel from what is not dark, px. */
    private static double deepest(Mat dark, Rect core, int around) {
        Mat part = dark.submat(
                Math.max(0, core.y - around),
                Math.min(dark.rows(), core.y + core.height + around),
                Math.max(0, core.x - around),
                Math.min(dark.cols(), core.x + core.width + around));
        Mat depth = new Mat();
        Imgproc.distanceTransform(part, depth, Imgproc.DIST_L2, Imgproc.DIST_MASK_3);
        double deepest = Core.minMaxLoc(depth).maxVal;
        part.release();
        depth.release();
        return deepest;
    }
}
