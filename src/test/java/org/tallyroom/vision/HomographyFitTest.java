package org.tallyroom.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;

class HomographyFitTest {

    private static final Homography PHOTO = new Homography(11, -0.7, 60, 0.9, 12, -35, 1.5e-4, -3e-4);
    private static final Homography SCAN = new Homography(-0.3, -11.8, 3500, 11.8, -0.3, 90, 0, 0);

    @Test
    void fourPointsInGeneralPositionFixAPhoto() {
        Homography fit = HomographyFit.projective(ties(PHOTO, at(10, 12), at(198, 40), at(15, 280), at(190, 250))).orElseThrow();
        assertThat(worstMiss(fit, PHOTO)).as("px").isLessThan(0.3);
    }

    @Test
    void manyNoisyPointsGiveTheirMean() {
        Random random = new Random(3);
        List<Tie> ties = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            PointMm paper = at(210 * random.nextDouble(), 297 * random.nextDouble());
            PointPx seen = PHOTO.toPixels(paper);
            PointPx noisy = new PointPx(seen.x() + random.nextGaussian(), seen.y() + random.nextGaussian());
            ties.add(Tie.across(paper, noisy));
            ties.add(Tie.along(paper, noisy));
        }
        assertThat(worstMiss(HomographyFit.projective(ties).orElseThrow(), PHOTO)).as("px").isLessThan(1.5);
    }

    @Test
    void threePointsFixAnAffineMap() {
        Homography fit = HomographyFit.affine(ties(SCAN, at(10, 10), at(200, 12), at(12, 280))).orElseThrow();
        assertThat(worstMiss(fit, SCAN)).isLessThan(1e-6);
    }

    @Test
    void threePointsInALineOrTwoPointsFixNothing() {
        assertThat(HomographyFit.affine(ties(SCAN, at(10, 10), at(100, 100), at(190, 190)))).isEmpty();
        assertThat(HomographyFit.projective(ties(SCAN, at(10, 10), at(100, 120)))).isEmpty();
        assertThat(HomographyFit.affine(List.of())).isEqualTo(Optional.empty());
    }

    @Test
    void aMirrorImageIsNoFit() {
        Homography mirror = new Homography(-10, 0, 2000, 0, 10, 0, 0, 0);
        assertThat(HomographyFit.projective(ties(mirror, at(10, 12), at(198, 40), at(15, 280), at(190, 250)))).isEmpty();
    }

    @Test
    void aPointOnALineTiesOnlyAcrossIt() {
        List<Tie> ties = new ArrayList<>(ties(SCAN, at(10, 10), at(200, 12), at(12, 280)));
        PointMm far = at(195, 285);
        PointPx seen = SCAN.toPixels(far);
        ties.add(new Tie(far, new PointPx(seen.x() + 500, seen.y()), 0, 1, 1));
        assertThat(worstMiss(HomographyFit.projective(ties).orElseThrow(), SCAN)).as("px").isLessThan(0.5);
    }

    private static double worstMiss(Homography fit, Homography truth) {
        double worst = 0;
        for (int x = 0; x <= 210; x += 30) {
            for (int y = 0; y <= 297; y += 27) {
                worst = Math.max(worst, fit.toPixels(at(x, y)).distance(truth.toPixels(at(x, y))));
            }
        }
        return worst;
    }

    private static List<Tie> ties(Homography truth, PointMm... places) {
        List<Tie> ties = new ArrayList<>();
        for (PointMm place : places) {
            ties.add(Tie.across(place, truth.toPixels(place)));
            ties.add(Tie.along(place, truth.toPixels(place)));
        }
        return ties;
    }

    private static PointMm at(double x, double y) {
        return new PointMm(x, y);
    }
}
