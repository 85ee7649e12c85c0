package org.tallyroom.vision;

import java.util.List;
import java.util.Optional;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;

/**
 * Fits maps from paper to image to ties by least squares: affine in one step, projective by Gauss–Newton from an affine
 * start (Hartley and Zisserman, Multiple View Geometry, 2nd ed., §4.2 and appendix 6). Both sides are brought near unit
 * size first, without which the normal equations lose half their digits.
 */
public final class HomographyFit {

    /** Gauss–Newton steps; from an affine start a scan converges in two, a phone photo in four. */
    private static final int STEPS = 6;

    /**
     * How strongly a map is believed to be without perspective: the square of the error of a mark (0.05 mm over 100 mm)
     * by that of a phone photo's perspective (0.1 over the page). It decides only what the ties leave open, such as the
     * perspective of four marks of which three stand in line.
     */
    private static final double FLATNESS = 2.5e-5;

    private final List<Tie> ties;
    private final PointMm paperCentre;
    private final PointPx imageCentre;
    private final double paperSize;
    private final double imageSize;

    private HomographyFit(List<Tie> ties) {
        this.ties = ties;
        this.paperCentre = new PointMm(
                ties.stream().mapToDouble(t -> t.paper().x()).average().orElse(0),
                ties.stream().mapToDouble(t -> t.paper().y()).average().orElse(0));
        this.imageCentre = new PointPx(
                ties.stream().mapToDouble(t -> t.image().x()).average().orElse(0),
                ties.stream().mapToDouble(t -> t.image().y()).average().orElse(0));
        this.paperSize = ties.stream().mapToDouble(t -> t.paper().distance(paperCentre)).average().orElse(1);
        this.imageSize = ties.stream().mapToDouble(t -> t.image().distance(imageCentre)).average().orElse(1);
    }

    /** The best affine map; empty when the ties do not fix its six numbers. */
    public static Optional<Homography> affine(List<Tie> ties) {
        HomographyFit fit = new HomographyFit(ties);
        return fit.solved(6, new double[8]).flatMap(fit::inMillimetres);
    }

    /** The best projective map; empty when the ties do not fix its eight numbers. */
    public static Optional<Homography> projective(List<Tie> ties) {
        HomographyFit fit = new HomographyFit(ties);
        Optional<double[]> map = fit.solved(6, new double[8]);
        for (int step = 0; step < STEPS && map.isPresent(); step++) {
            map = fit.solved(8, map.get());
        }
        return map.flatMap(fit::inMillimetres);
    }

    /** One Gauss–Newton step over the first {@code unknowns} numbers; for the affine map one step is the answer. */
    private Optional<double[]> solved(int unknowns, double[] map) {
        double[][] normal = new double[unknowns][unknowns + 1];
        double[] slope = new double[8];
        for (Tie tie : ties) {
            double miss = linearise(tie, map, slope);
            for (int i = 0; i < unknowns; i++) {
                for (int j = 0; j < unknowns; j++) {
                    normal[i][j] += tie.weight() * tie.weight() * slope[i] * slope[j];
                }
                normal[i][unknowns] += tie.weight() * tie.weight() * slope[i] * miss;
            }
        }
        for (int i = 6; i < unknowns; i++) {
            normal[i][i] += FLATNESS;
            normal[i][unknowns] -= FLATNESS * map[i];
        }
        return LinearSystem.solve(normal).map(change -> {
            double[] next = map.clone();
            for (int i = 0; i < unknowns; i++) {
                next[i] += change[i];
            }
            return next;
        });
    }

    /** Fills the derivatives of the tie's place along its normal, and returns how far the map misses it. */
    private double linearise(Tie tie, double[] m, double[] slope) {
        double u = (tie.paper().x() - paperCentre.x()) / paperSize;
        double v = (tie.paper().y() - paperCentre.y()) / paperSize;
        double w = m[6] * u + m[7] * v + 1;
        double x = (m[0] * u + m[1] * v + m[2]) / w;
        double y = (m[3] * u + m[4] * v + m[5]) / w;
        double nx = tie.normalX();
        double ny = tie.normalY();
        double along = nx * x + ny * y;
        slope[0] = nx * u / w;
        slope[1] = nx * v / w;
        slope[2] = nx / w;
        slope[3] = ny * u / w;
        slope[4] = ny * v / w;
        slope[5] = ny / w;
        slope[6] = -along * u / w;
        slope[7] = -along * v / w;
        double wantedX = (tie.image().x() - imageCentre.x()) / imageSize;
        double wantedY = (tie.image().y() - imageCentre.y()) / imageSize;
        return nx * wantedX + ny * wantedY - along;
    }

    /** Undoes the scaling of both sides; empty for a map that mirrors the paper or sends its corner to infinity. */
    private Optional<Homography> inMillimetres(double[] m) {
        double g = m[6] / paperSize;
        double h = m[7] / paperSize;
        double one = 1 - g * paperCentre.x() - h * paperCentre.y();
        if (!(Math.abs(one) > 1e-6)) {
            return Optional.empty();
        }
        double[] depth = {g, h, one};
        double[] x = row(m, 0, imageCentre.x(), depth);
        double[] y = row(m, 3, imageCentre.y(), depth);
        if (!(orientation(x, y, g / one, h / one) > 0)) {
            return Optional.empty();
        }
        return Optional.of(new Homography(x[0], x[1], x[2], y[0], y[1], y[2], g / one, h / one));
    }

    /** The determinant: positive for paper seen from its printed side, not a number for a fit that ran away. */
    private static double orientation(double[] x, double[] y, double g, double h) {
        return x[0] * (y[1] - y[2] * h) - x[1] * (y[0] - y[2] * g) + x[2] * (y[0] * h - y[1] * g);
    }

    /** The three numbers from {@code at} on, in mm and px: what the map gives is multiplied with its depth. */
    private double[] row(double[] m, int at, double centre, double[] depth) {
        double offset = m[at + 2] - (m[at] * paperCentre.x() + m[at + 1] * paperCentre.y()) / paperSize;
        return new double[] {
            (imageSize * m[at] / paperSize + centre * depth[0]) / depth[2],
            (imageSize * m[at + 1] / paperSize + centre * depth[1]) / depth[2],
            (imageSize * offset + centre * depth[2]) / depth[2]
        };
    }
}
