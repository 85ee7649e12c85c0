package org.tallyroom.bench;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.tallyroom.image.PageImage;
import org.tallyroom.pdf.PicturePdf;
import org.tallyroom.rehearsal.Scan;
import org.tallyroom.vision.Pictures;

/** A folder of scans of one kind. */
record Batch(Kind kind, Path folder, int pages) {

    /** The quality office scanners are set to. */
    private static final int QUALITY = 80;

    /** Black-and-white scanners cut at about this gray. */
    private static final int CUT = 150;

    private static final int PAGES_A_PDF = 20;

    enum Kind {
        JPEG_300("gray JPEG, 300 dpi", 300),
        JPEG_200("gray JPEG, 200 dpi", 200),
        G4_300("G4 TIFF, 300 dpi", 300),
        G4_200("G4 TIFF, 200 dpi", 200),
        PDF_300("image PDF, 300 dpi", 300);

        private final String label;
        private final int dpi;

        Kind(String label, int dpi) {
            this.label = label;
            this.dpi = dpi;
        }

        String label() {
            return label;
        }

        boolean gray() {
            return this == JPEG_300 || this == JPEG_200;
        }

        int dpi() {
            return dpi;
        }
    }

    /** @param scans the page of each number from 0, asked for by several threads */
    static Batch write(Kind kind, Path folder, int pages, IntFunction<Scan> scans) {
        try {
            Files.createDirectories(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (kind == Kind.PDF_300) {
            pdfs(folder, pages, scans);
        } else {
            IntStream.range(0, pages).parallel().forEach(i -> single(kind, folder, i, scans.apply(i)));
        }
        return new Batch(kind, folder, pages);
    }

    List<Path> files() {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void single(Kind kind, Path folder, int number, Scan scan) {
        boolean fax = kind == Kind.G4_300 || kind == Kind.G4_200;
        Path file = folder.resolve("page-%05d.%s".formatted(number, fax ? "tif" : "jpg"));
        try {
            Files.write(file, fax ? g4(scan.image(), scan.dpi()) : Pictures.jpeg(scan.image(), QUALITY));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void pdfs(Path folder, int pages, IntFunction<Scan> scans) {
        for (int from = 0; from < pages; from += PAGES_A_PDF) {
            List<PicturePdf.Picture> pictures = IntStream.range(from, Math.min(pages, from + PAGES_A_PDF))
                    .parallel()
                    .mapToObj(scans)
                    .map(scan -> new PicturePdf.Picture(Pictures.jpeg(scan.image(), QUALITY), scan.dpi()))
                    .toList();
            PicturePdf.write(folder.resolve("batch-%05d.pdf".formatted(from)), pictures);
        }
    }

    /** By the JDK's own encoder, so that the program's decoder is not measured on files of its own making. */
    private static byte[] g4(PageImage page, int dpi) throws IOException {
        ImageWriter writer = writer();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType("CCITT T.6");
            writer.write(null, new IIOImage(bits(page), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriter writer() {
        List<ImageWriter> writers = new ArrayList<>();
        ImageIO.getImageWritersByFormatName("tiff").forEachRemaining(writers::add);
        return writers.stream()
                .filter(w -> w.getClass().getModule().equals(BufferedImage.class.getModule()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this Java writes no TIFF"));
    }

    private static BufferedImage bits(PageImage page) {
        BufferedImage bits = new BufferedImage(page.width(), page.height(), BufferedImage.TYPE_BYTE_BINARY);
        byte[] packed = ((DataBufferByte) bits.getRaster().getDataBuffer()).getData();
        int stride = (page.width() + 7) / 8;
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                if (page.gray(x, y) >= CUT) {
                    packed[y * stride + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        return bits;
    }
}
