package org.tallyroom.vision;

import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import org.tallyroom.image.PageImage;

/** Decodes JPEG and PNG files into page images, and encodes them again. */
public final class Pictures {

    /** A page of A3 at 600 dpi has 70 million pixels; more than this is no page but an attack or an accident. */
    public static final long MAX_PIXELS = 100_000_000;

    private Pictures() {}

    /** The orientation note of a camera is ignored: the printed marks say which way is up. */
    public static Decoding decode(byte[] file) {
        Optional<PictureHeader> header = PictureHeader.of(file);
        if (header.isEmpty()) {
            return new Decoding.Damaged();
        }
        if (header.get().pixels() > MAX_PIXELS) {
            return new Decoding.TooLarge(header.get().width(), header.get().height());
        }
        if (!header.get().complete()) {
            return new Decoding.Truncated();
        }
        return pixels(file)
                .map(page -> header.get().bitsPerPixel() == 1 ? asBilevel(page) : page)
                .<Decoding>map(Decoding.Decoded::new)
                .orElseGet(Decoding.Damaged::new);
    }

    /** A page as a PNG file: gray, or colour where the scan showed red ink. */
    public static byte[] png(PageImage page) {
        return encode(page, ".png", Imgcodecs.IMWRITE_PNG_BILEVEL, page.bilevel() ? 1 : 0);
    }

    /** A page as a JPEG file; {@code quality} 1..100. */
    public static byte[] jpeg(PageImage page, int quality) {
        return encode(page, ".jpg", Imgcodecs.IMWRITE_JPEG_QUALITY, quality);
    }

    /**
     * A page from interleaved colours, three bytes blue, green, red a pixel: for pictures that other decoders made.
     *
     * @throws IllegalArgumentException when the array does not hold {@code width * height} pixels
     */
    public static PageImage ofColours(int width, int height, byte[] blueGreenRed) {
        return Colours.split(width, height, blueGreenRed);
    }

    private static Optional<PageImage> pixels(byte[] file) {
        Natives.load();
        MatOfByte bytes = new MatOfByte(file);
        try {
            Mat decoded = Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_UNCHANGED);
            try {
                return decoded.empty() ? Optional.empty() : Optional.of(page(decoded));
            } finally {
                decoded.release();
            }
        } catch (CvException unreadable) {
            // OpenCV reports a picture that contradicts its header this way; to us it is one more damaged file.
            return Optional.empty();
        } finally {
            bytes.release();
        }
    }

    private static PageImage page(Mat decoded) {
        Mat eight = Mats.eightBit(decoded);
        byte[] samples = new byte[eight.cols() * eight.rows() * eight.channels()];
        eight.get(0, 0, samples);
        int width = eight.cols();
        int height = eight.rows();
        int channels = eight.channels();
        eight.release();
        return switch (channels) {
            case 1 -> PageImage.ofGray(width, height, samples);
            case 3 -> Colours.split(width, height, samples);
            case 4 -> Colours.split(width, height, Colours.onWhite(samples));
            default -> throw new IllegalArgumentException(channels + " channels");
        };
    }

    private static PageImage asBilevel(PageImage page) {
        byte[] gray = new byte[page.width() * page.height()];
        for (int y = 0; y < page.height(); y++) {
            page.copyRow(0, y, page.width(), gray, y * page.width());
        }
        return PageImage.ofBilevel(page.width(), page.height(), gray);
    }

    private static byte[] encode(PageImage page, String kind, int... parameters) {
        Natives.load();
        Mat mat;
        if (page.hasColour()) {
            mat = new Mat(page.height(), page.width(), CvType.CV_8UC3);
            mat.put(0, 0, Colours.join(page));
        } else {
            mat = Mats.of(page);
        }
        MatOfByte file = new MatOfByte();
        MatOfInt options = new MatOfInt(parameters);
        try {
            if (!Imgcodecs.imencode(kind, mat, file, options)) {
                throw new IllegalArgumentException("a page that cannot be written as " + kind + ": " + page);
            }
            return file.toArray();
        } finally {
            mat.release();
            file.release();
            options.release();
        }
    }
}
