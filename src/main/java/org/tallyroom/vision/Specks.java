package org.tallyroom.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import org.tallyroom.geometry.PointPx;

/** Finds what is dark on a page that should be bare: dirt on the scanner's glass, hairs, stains. */
public final class Specks {

    /** Darker than this share of the neighbourhood's mean: what is paler no criterion takes for ink. */
    private static final double DARK = 0.85;

    /** Smaller ones are grain of the paper, pixels of the overview. */
    private static final int GRAIN = 2;

    private Specks() {}

    /**
     * Something dark, px of the page.
     *
     * @param extent of its longer side
     */
    public record Speck(PointPx centre, double extent) {}

    /** The largest first. Whatever hangs together with the edge of the picture, the lid's shadow, is left out. */
    public static List<Speck> in(Overview overview) {
        Natives.load();
        Mat dark = overview.dark(DARK);
        Mat labels = new Mat();
        Mat boxes = new Mat();
        Mat centres = new Mat();
        List<Speck> found = new ArrayList<>();
        int count = Imgproc.connectedComponentsWithStats(dark, labels, boxes, centres, 8, CvType.CV_32S);
        int[] box = new int[5];
        double[] centre = new double[2];
        for (int i = 1; i < count; i++) {
            boxes.get(i, 0, box);
            centres.get(i, 0, centre);
            boolean atEdge = box[0] == 0
                    || box[1] == 0
                    || box[0] + box[2] == dark.cols()
                    || box[1] + box[3] == dark.rows();
            if (!atEdge && box[4] >= GRAIN) {
                found.add(new Speck(
                        overview.inPage(centre[0] + 0.5, centre[1] + 0.5),
                        Math.max(box[2], box[3]) * (double) overview.factor()));
            }
        }
        dark.release();
        labels.release();
        boxes.release();
        centres.release();
        return found.stream().sorted(Comparator.comparingDouble(Speck::extent).reversed()).toList();
    }
}
