package org.tallyroom.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HomographyTest {

    @Test
    void paperToPixelsAndBackIsTheSamePlace() {
        long seed = 20261122;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 1000; i++) {
            Homography h = likeAPhotograph(random);
            PointMm place = new PointMm(random.nextDouble(0, 210), random.nextDouble(0, 297));
            assertThat(h.toPaper(h.toPixels(place)).distance(place)).as("seed %d, round %d", seed, i).isLessThan(1e-6);
        }
    }

    @Test
    void threeHundredDpiIsTwelvePixelsAMillimetre() {
        double k = 300 / 25.4;
        Homography scan = new Homography(k, 0, 10, 0, k, 20, 0, 0);
        assertThat(scan.pixelsPerMm(new PointMm(100, 100))).isCloseTo(k, within(1e-9));
        assertThat(scan.toPixels(new PointMm(0, 0))).isEqualTo(new PointPx(10, 20));
    }

    @Test
    void pixelsPerMillimetreIsTheLocalScale() {
        SplittableRandom random = new SplittableRandom(7);
        Homography h = likeAPhotograph(random);
        PointMm at = new PointMm(60, 200);
        double step = 1e-4;
        PointPx origin = h.toPixels(at);
        PointPx right = h.toPixels(new PointMm(at.x() + step, at.y()));
        PointPx down = h.toPixels(new PointMm(at.x(), at.y() + step));
        double area = (right.x() - origin.x()) * (down.y() - origin.y()) - (right.y() - origin.y()) * (down.x() - origin.x());
        assertThat(h.pixelsPerMm(at)).isCloseTo(Math.sqrt(Math.abs(area)) / step, within(1e-3));
    }

    @Test
    void aMapThatFlattensThePaperIsRefused() {
        assertThatThrownBy(() -> new Homography(1, 2, 0, 2, 4, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Homography(1, 0, Double.NaN, 0, 1, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Homography likeAPhotograph(SplittableRandom random) {
        double angle = random.nextDouble(0, 2 * Math.PI);
        double k = random.nextDouble(6, 24);
        return new Homography(
                k * Math.cos(angle),
                -k * Math.sin(angle),
                random.nextDouble(-500, 500),
                k * Math.sin(angle),
                k * Math.cos(angle),
                random.nextDouble(-500, 500),
                random.nextDouble(-3e-4, 3e-4),
                random.nextDouble(-3e-4, 3e-4));
    }
}
