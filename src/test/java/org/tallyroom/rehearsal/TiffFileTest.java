package org.tallyroom.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.tallyroom.image.PageImage;

class TiffFileTest {

    /** The widths are odd on purpose: rows end within a byte, strips within a word. */
    @Test
    void anotherProgramReadsTheSamePixels() throws IOException {
        byte[] ramp = new byte[37 * 11];
        byte[] stripes = new byte[21 * 5];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (byte) (i % 37 * 6);
        }
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = (byte) (i % 3 == 0 ? 0 : 255);
        }
        byte[] file = TiffFile.of(List.of(
                new Scan(PageImage.ofGray(37, 11, ramp.clone()), 300, 100),
                new Scan(PageImage.ofBilevel(21, 5, stripes.clone()), 200, 90)));
        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(2);
            byte[] gray = samples(reader.read(0), 1);
            for (int i = 0; i < ramp.length; i++) {
                assertThat(gray[i] & 0xff).as("pixel %s", i).isBetween((ramp[i] & 0xff) - 3, (ramp[i] & 0xff) + 3);
            }
            assertThat(samples(reader.read(1), 255)).isEqualTo(stripes);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] samples(BufferedImage image, int scale) {
        int[] values = image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) (values[i] * scale);
        }
        return bytes;
    }
}
