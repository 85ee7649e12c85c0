package org.tallyroom.vision;

import java.util.Optional;
import java.util.function.Function;
import org.opencv.core.CvType;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import org.tallyroom.image.PageImage;

/** Decodes JPEG and PNG files, and the TIFF files of {@link Fax}, into page images, and encodes them again. */
public final class Pictures {

    /** A page of A3 at 600 dpi has 70 million pixels; more than this is no page but an attack or an accident. */
    public static final long MAX_PIXELS = 100_000_000;

    private Pictures() {}

    /** The orientation note of a camera is ignored: the printed marks say which way is up. */
    public static Decoding decode(byte[] file) {
        if (FaxFile.isFax(file)) {
            return FaxFile.read(file)
                    .flatMap(Fax::page)
                    .<Decoding>map(Decoding.Decoded::new)
                    .orElseGet(Decoding.Damaged::new);
        }
        return decode(file, header -> pixels(file, header));
    }

    /** What the file's header allows another decoder to make of it. */
    public static Decoding decode(byte[] file, Function<PictureHeader, Optional<PageImage>> decoder) {
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
        return decoder.apply(header.get()).<Decoding>map(Decoding.Decoded::new).orElseGet(Decoding.Damaged::new);
    }

    /** A page as a PNG file: gray, or colour where the scan showed red ink. */
    public static byte[] png(PageImage page) {
        return encode(page, ".png", Imgcodecs.IMWRITE_PNG_BILEVEL, page.bilevel() ? 1 : 0);
    }

    /**
     * A colour picture as a PNG file, for people to look at; three bytes blue, green, red a pixel.
     *
     * @throws IllegalArgumentException when the array does not hold {@code width * height} pixels
     */
    public static byte[] pngOfColours(int width, int height, byte[] blueGreenRed) {
        if (blueGreenRed.length != 3 * width * height) {
            throw new IllegalArgumentException(blueGreenRed.length + " B for " + width + " × " + height + " px");
        }
        Natives.load();
        Mat mat = new Mat(height, width, CvType.CV_8UC3);
        mat.put(0, 0, blueGreenRed);
        return encode(mat, ".png");
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

    /** By OpenCV, which prints what it finds wrong with a JPEG, and gives the picture all the same. */
    public static Optional<PageImage> pixels(byte[] file, PictureHeader header) {
        Natives.load();
        MatOfByte bytes = new MatOfByte(file);
        try {
            Mat decoded = Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_UNCHANGED);
            try {
                return decoded.empty() ? Optional.empty() : Optional.of(page(decoded, header.bitsPerPixel() == 1));
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

    private static PageImage page(Mat decoded, boolean bilevel) {
        Mat eight = Mats.eightBit(decoded);
        byte[] samples = new byte[eight.cols() * eight.rows() * eight.channels()];
        eight.get(0, 0, samples);
        int width = eight.cols();
        int height = eight.rows();
        int channels = eight.channels();
        eight.release();
        return switch (channels) {
            case 1 -> bilevel
                    ? PageImage.ofBilevel(width, height, samples)
                    : PageImage.ofGray(width, height, samples);
            case 3 -> Colours.split(width, height, samples);
            case 4 -> Colours.split(width, height, Colours.onWhite(samples));
            default -> throw new IllegalArgumentException(channels + " channels");
        };
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
        return encode(mat, kind, parameters);
    }

    /** Releases the matrix. */
    private static byte[] encode(Mat mat, String kind, int... parameters) {
        MatOfByte file = new MatOfByte();
        MatOfInt options = new MatOfInt(parameters);
        try {
            if (!Imgcodecs.imencode(kind, mat, file, options)) {
                throw new IllegalArgumentException("a picture that cannot be written as " + kind);
            }
            return file.toArray();
        } finally {
            mat.release();
            file.release();
            options.release();
        }
    }
}
