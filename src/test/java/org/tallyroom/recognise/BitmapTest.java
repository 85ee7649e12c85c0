package org.tallyroom.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BitmapTest {

    private static final long SEED = 20261122;

    /** As wide as a word of dots and a bit more, so that rows begin anywhere in a word. */
    private static final int WIDTH = 101;

    private static final int HEIGHT = 67;

    @Test
    void neighboursAreThoseOnTheGridAlsoAtItsEdges() {
        Bitmap dots = grain(0.5);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int around = dots.around(dots.place(x, y));
                assertThat(new boolean[] {bit(around, 0), bit(around, 2), bit(around, 3), bit(around, 7)})
                        .as("at %s, %s", x, y)
                        .containsExactly(
                                dots.at(x, y - 1), dots.at(x + 1, y), dots.at(x + 1, y + 1), dots.at(x - 1, y - 1));
            }
        }
    }

    @Test
    void walksOverTheSetDotsInBothDirectionsAndNumbersThem() {
        Bitmap dots = grain(0.1);
        Numbering numbers = new Numbering(dots);
        int n = 0;
        for (int at = dots.next(0); at >= 0; at = dots.next(at + 1)) {
            assertThat(dots.at(dots.x(at), dots.y(at))).isTrue();
            assertThat(numbers.number(at)).isEqualTo(n++);
        }
        assertThat(n).isEqualTo(dots.count()).isEqualTo(numbers.size());
        for (int at = dots.previous(dots.places() - 1); at >= 0; at = dots.previous(at)) {
            n--;
        }
        assertThat(n).isZero();
    }

    @Test
    void countsAndCutsRectanglesThatReachBeyondTheGrid() {
        Bitmap dots = grain(0.3);
        int n = 0;
        for (int y = 50; y < HEIGHT; y++) {
            for (int x = 70; x < WIDTH; x++) {
                n += dots.at(x, y) ? 1 : 0;
            }
        }
        assertThat(dots.count(70, 50, WIDTH + 5, HEIGHT + 9)).isEqualTo(n);
        Bitmap part = dots.cut(70, 50, WIDTH + 5, HEIGHT + 9);
        assertThat(part.count()).isEqualTo(n);
        assertThat(part.at(3, 4)).isEqualTo(dots.at(73, 54));
    }

    @Test
    void fillsARectangleAndNothingElse() {
        Bitmap dots = new Bitmap(WIDTH, HEIGHT);
        dots.fill(-4, 3, 80, 5);
        assertThat(dots.count()).isEqualTo(81 * 3);
        assertThat(dots.at(80, 5)).isTrue();
        assertThat(dots.at(81, 5)).isFalse();
    }

    @Test
    void aDiscGrowsAndShrinksInTheMeasureOfTheDistanceField() {
        Bitmap dots = grain(0.02);
        Bitmap bare = new Bitmap(WIDTH, HEIGHT);
        bare.fill(0, 0, WIDTH - 1, HEIGHT - 1);
        DistanceField toDot = DistanceField.inside(bare.without(dots));
        Bitmap grown = new Disc(6.5).grown(dots);
        DistanceField depth = DistanceField.inside(grown.and(bare));
        Bitmap shrunk = new Disc(4).shrunk(grown.and(bare));
        for (int y = 10; y < HEIGHT - 10; y++) {
            for (int x = 10; x < WIDTH - 10; x++) {
                assertThat(grown.at(x, y)).as("grown %s, %s", x, y).isEqualTo(toDot.at(x, y) < 6.5);
                assertThat(shrunk.at(x, y)).as("shrunk %s, %s", x, y).isEqualTo(depth.at(x, y) >= 4);
            }
        }
        assertThat(shrunk.count()).isPositive();
    }

    @Test
    void levelsBecomeDotsWhereTheyReachTheLeast() {
        byte[] levels = new byte[WIDTH * HEIGHT];
        new Random(SEED).nextBytes(levels);
        Bitmap dots = Bitmap.ofLevels(WIDTH, HEIGHT, levels, 36);
        for (int i = 0; i < levels.length; i++) {
            assertThat(dots.at(i % WIDTH, i / WIDTH)).isEqualTo((levels[i] & 0xff) >= 36);
        }
    }

    private static boolean bit(int bits, int k) {
        return (bits >> k & 1) != 0;
    }

    private static Bitmap grain(double share) {
        Random random = new Random(SEED);
        Bitmap dots = new Bitmap(WIDTH, HEIGHT);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            dots.put(i % WIDTH, i / WIDTH, random.nextDouble() < share);
        }
        return dots;
    }
}
