package org.tallyroom.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tallyroom.image.PageImage;

class PicturesTest {

    @Test
    void aPngGivesBackEveryPixel() {
        PageImage page = speckled(7);
        assertThat(decoded(Pictures.png(page))).isEqualTo(page);
    }

    @Test
    void aJpegKeepsThePageWithinItsNoise() {
        PageImage page = halves(0, 255);
        PageImage back = decoded(Pictures.jpeg(page, 75));
        assertThat(back.gray(10, 10)).isLessThan(8);
        assertThat(back.gray(90, 10)).isGreaterThan(247);
    }

    @Test
    void redInkVanishesFromTheGrayAndStaysInTheMask() {
        byte[] colours = new byte[3 * 3];
        put(colours, 0, 0x20, 0x20, 0xd0);
        put(colours, 1, 0xc0, 0x30, 0x20);
        put(colours, 2, 0xff, 0xff, 0xff);
        PageImage page = Pictures.ofColours(3, 1, colours);
        assertThat(page.gray(0, 0)).isGreaterThan(200);
        assertThat(page.red(0, 0)).isTrue();
        assertThat(page.gray(1, 0)).as("blue ink stays dark").isLessThan(50);
        assertThat(page.red(1, 0)).isFalse();
        assertThat(page.red(2, 0)).isFalse();
        assertThat(decoded(Pictures.png(page))).isEqualTo(page);
    }

    @Test
    void aBlackAndWhiteFileIsKnownAsOne() {
        byte[] gray = new byte[64 * 64];
        Arrays.fill(gray, 0, 2048, (byte) 255);
        PageImage back = decoded(Pictures.png(PageImage.ofBilevel(64, 64, gray)));
        assertThat(back.bilevel()).isTrue();
        assertThat(back.gray(0, 0)).isEqualTo(255);
        assertThat(back.gray(0, 63)).isZero();
        assertThat(decoded(Pictures.png(PageImage.ofGray(64, 64, gray.clone()))).bilevel()).isFalse();
    }

    @Test
    void everyCutOffFileIsTruncatedOrDamagedNeverAPage() {
        for (byte[] whole : new byte[][] {Pictures.jpeg(speckled(3), 90), Pictures.png(speckled(3))}) {
            for (int length = 0; length < whole.length; length += 1 + whole.length / 200) {
                Decoding cut = Pictures.decode(Arrays.copyOf(whole, length));
                assertThat(cut).as("the first %d of %d B", length, whole.length).isNotInstanceOf(Decoding.Decoded.class);
            }
        }
    }

    @Test
    void aTooLargePictureIsRefusedFromItsHeader() {
        byte[] png = Pictures.png(speckled(1));
        ByteBuffer.wrap(png).putInt(16, 30_000).putInt(20, 30_000);
        assertThat(Pictures.decode(png)).isEqualTo(new Decoding.TooLarge(30_000, 30_000));
    }

    @Test
    void anythingElseIsDamaged() {
        assertThat(Pictures.decode(new byte[0])).isInstanceOf(Decoding.Damaged.class);
        assertThat(Pictures.decode("PK\u0003\u0004 no picture at all".getBytes())).isInstanceOf(Decoding.Damaged.class);
    }

    private static PageImage decoded(byte[] file) {
        return Pictures.decode(file)
                .match(page -> page, () -> fail("truncated"), () -> fail("damaged"), (w, h) -> fail("too large"));
    }

    private static PageImage fail(String what) {
        throw new AssertionError(what);
    }

    private static PageImage speckled(long seed) {
        byte[] gray = new byte[120 * 80];
        new Random(seed).nextBytes(gray);
        return PageImage.ofGray(120, 80, gray);
    }

    private static PageImage halves(int left, int right) {
        byte[] gray = new byte[100 * 40];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = (byte) (i % 100 < 50 ? left : right);
        }
        return PageImage.ofGray(100, 40, gray);
    }

    private static void put(byte[] colours, int pixel, int blue, int green, int red) {
        colours[3 * pixel] = (byte) blue;
        colours[3 * pixel + 1] = (byte) green;
        colours[3 * pixel + 2] = (byte) red;
    }
}
