package org.tallyroom.bench;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.tallyroom.intake.TakenPage;

/**
 * Ways from a packed page to its gray pixels in memory, nothing else: no reader can be faster. Each says no to
 * what it does not decode.
 */
enum Decoder implements Predicate<TakenPage> {
    /** The program's own way in. */
    OWN("this program") {
        @Override
        public boolean test(TakenPage page) {
            return page.unpack(ready -> ready.image().width() > 0, fault -> false);
        }
    },
    /** libjpeg-turbo inside OpenCV, into native memory. */
    OPENCV("OpenCV") {
        @Override
        public boolean test(TakenPage page) {
            return page instanceof TakenPage.Packed packed && jpeg(packed.bytes());
        }
    },
    /** The TIFF plug-in that Java brings along, twice as fast on group 4 as libtiff inside OpenCV. */
    JAVA("Java's TIFF reader") {
        @Override
        public boolean test(TakenPage page) {
            return page instanceof TakenPage.Coded coded && tiff(coded.fax().file());
        }
    };

    private final String label;

    Decoder(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    private static boolean jpeg(byte[] file) {
        MatOfByte bytes = new MatOfByte(file);
        Mat gray = Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_GRAYSCALE);
        boolean there = !gray.empty();
        gray.release();
        bytes.release();
        return there;
    }

    private static boolean tiff(byte[] file) {
        List<ImageReader> readers = new ArrayList<>();
        ImageIO.getImageReadersByFormatName("tiff").forEachRemaining(readers::add);
        ImageReader reader = readers.stream()
                .filter(r -> r.getClass().getModule().equals(BufferedImage.class.getModule()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this Java reads no TIFF"));
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            return gray(reader.read(0)).length > 0;
        } catch (IOException broken) {
            return false;
        } finally {
            reader.dispose();
        }
    }

    private static byte[] gray(BufferedImage bits) {
        byte[] packed = ((DataBufferByte) bits.getRaster().getDataBuffer()).getData();
        byte zero = (byte) (bits.getColorModel().getRGB(0) & 0xff);
        byte one = (byte) (bits.getColorModel().getRGB(1) & 0xff);
        int width = bits.getWidth();
        int stride = (width + 7) / 8;
        byte[] gray = new byte[width * bits.getHeight()];
        for (int y = 0, at = 0; y < bits.getHeight(); y++) {
            for (int x = 0; x < width; x++, at++) {
                gray[at] = (packed[y * stride + x / 8] & 0x80 >> x % 8) == 0 ? zero : one;
            }
        }
        return gray;
    }
}
