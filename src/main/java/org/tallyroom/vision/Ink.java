package org.tallyroom.vision;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** Tells how much of a picture is ink. */
public final class Ink {

    /** Darker than this share of the neighbourhood's mean: pencil lies at 0.6 to 0.8, bleed-through above 0.85. */
    private static final double DARK = 0.8;

    /** Pixels of the overview, each about 0.06 mm²: dust on the glass and fibres stay below 0.5 mm². */
    private static final int SPECK = 8;

    /** Mean level of a picture that shows no paper at all: the lid was open, or something lay on the glass. */
    private static final double NO_PAPER = 100;

    private Ink() {}

    /**
     * The inked area as a ratio 0..1 of the picture. Specks and whatever hangs together with the edge of the picture
     * (shadows, the scanner's lid) do not count. 1 for a picture so dark that there is no paper in it.
     */
    public static double ratio(Overview overview) {
        Natives.load();
        return overview.meanLevel() < NO_PAPER ? 1 : inked(overview);
    }

    private static double inked(Overview overview) {
        Mat dark = overview.dark(DARK);
        Mat labels = new Mat();
        Mat boxes = new Mat();
        Mat centres = new Mat();
        int count = Imgproc.connectedComponentsWithStats(dark, labels, boxes, centres, 8, CvType.CV_32S);
        int[] box = new int[5];
        long inked = 0;
        for (int i = 1; i < count; i++) {
            boxes.get(i, 0, box);
            boolean atEdge = box[0] == 0
                    || box[1] == 0
                    || box[0] + box[2] == dark.cols()
                    || box[1] + box[3] == dark.rows();
            if (!atEdge && box[4] > SPECK) {
                inked += box[4];
            }
        }
        double all = (double) dark.cols() * dark.rows();
        dark.release();
        labels.release();
        boxes.release();
        centres.release();
        return inked / all;
    }
}
