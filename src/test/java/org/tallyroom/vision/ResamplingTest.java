package org.tallyroom.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.image.PageImage;

class ResamplingTest {

    /** On a picture that grows evenly lighter every sampled level tells its place. */
    private static PageImage slope(int width, int height, boolean across) {
        byte[] gray = new byte[width * height];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = (byte) (across ? i % width : i / width);
        }
        return PageImage.ofGray(width, height, gray);
    }

    @Test
    void eachDotIsTakenFromItsPlaceInAPictureThatLiesTurned() {
        PageImage columns = slope(250, 240, true);
        Resampling.Way turned = (column, row) -> new PointPx(200 - 0.9 * row, 20 + 0.9 * column);
        PageImage dots = Resampling.smooth(columns, 150, 170, turned);
        for (int y = 2; y < 168; y++) {
            for (int x = 2; x < 148; x++) {
                assertThat((double) dots.gray(x, y)).as("%s, %s", x, y).isCloseTo(199.5 - 0.9 * (y + 0.5), within(0.6));
            }
        }
    }

    @Test
    void whereADotHasManyPixelsAllOfThemCount() {
        byte[] gray = new byte[300 * 300];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = (byte) (i % 2 == 0 ? 200 : 100);
        }
        PageImage grain = PageImage.ofGray(300, 300, gray);
        PageImage dots = Resampling.smooth(grain, 80, 80, (column, row) -> new PointPx(10 + 2 * column, 10 + 2 * row));
        assertThat(dots.gray(40, 40)).isEqualTo(150);
        assertThat(dots.gray(41, 13)).isEqualTo(150);
    }

    @Test
    void beyondThePictureItsEdgeGoesOn() {
        PageImage rows = slope(100, 200, false);
        PageImage dots = Resampling.smooth(rows, 60, 60, (column, row) -> new PointPx(column + 60, row + 170));
        assertThat(dots.gray(59, 59)).isEqualTo(199);
        assertThat(dots.gray(0, 10)).isEqualTo(180);
    }
}
