package org.tallyroom.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.tallyroom.image.PageImage;
import org.tallyroom.vision.Fax;
import org.tallyroom.vision.Pictures;

/**
 * The pages of a PDF that a scanner made. A page that is one full-page picture is taken out in the scanner's own
 * pixels (27–40 ms); only other pages are rendered (225–277 ms). For one thread at a time.
 */
public final class ScannedPdf implements AutoCloseable {

    /** A rendered page's resolution, dpi: forms drawn by a program need no more, and office scans have no more. */
    private static final int RENDER_DPI = 300;

    private static final double POINTS_PER_INCH = 72;

    private final PDDocument document;

    private ScannedPdf(PDDocument document) {
        this.document = document;
    }

    /** Why a PDF cannot be opened at all. */
    public enum Refusal {
        ENCRYPTED,
        DAMAGED
    }

    /** Opening gives the pages or the refusal; exactly one of the two is there. */
    public record Opening(Optional<ScannedPdf> pdf, Optional<Refusal> refusal) {}

    public static Opening open(Path file) {
        try {
            PDDocument document = Loader.loadPDF(file.toFile());
            // PDFBox keeps every decoded picture otherwise, and a batch of 500 pages must fit in a small heap.
            document.setResourceCache(null);
            return new Opening(Optional.of(new ScannedPdf(document)), Optional.empty());
        } catch (InvalidPasswordException e) {
            return new Opening(Optional.empty(), Optional.of(Refusal.ENCRYPTED));
        } catch (IOException | RuntimeException e) {
            // PDFBox meets broken structures with either; the file is one damaged file among good ones.
            return new Opening(Optional.empty(), Optional.of(Refusal.DAMAGED));
        }
    }

    public int pages() {
        return document.getNumberOfPages();
    }

    /** @param number from 1 */
    public ScannedPage page(int number) {
        try {
            PDPage page = document.getPage(number - 1);
            Optional<PDImageXObject> picture = PageContent.soleFullPagePicture(page);
            return picture.isPresent() ? taken(picture.get()) : rendered(page, number);
        } catch (IOException | RuntimeException e) {
            return new ScannedPage.Missing(ScannedPage.Reason.DAMAGED);
        }
    }

    private static ScannedPage taken(PDImageXObject picture) throws IOException {
        CodedPicture coded = new CodedPicture(picture);
        if (coded.tooLarge()) {
            return new ScannedPage.Missing(ScannedPage.Reason.TOO_LARGE);
        }
        if (coded.jpeg2000()) {
            return new ScannedPage.Missing(ScannedPage.Reason.JPEG_2000);
        }
        if (isPlainJpeg(picture)) {
            try (InputStream raw = picture.getCOSObject().createRawInputStream()) {
                return new ScannedPage.Jpeg(raw.readAllBytes());
            }
        }
        Optional<Fax> fax = coded.groupFour();
        if (fax.isPresent()) {
            return new ScannedPage.Coded(fax.get());
        }
        if (!coded.sound()) {
            return new ScannedPage.Missing(ScannedPage.Reason.DAMAGED);
        }
        PageImage page = Rasters.page(picture.getOpaqueImage());
        // PDFBox unpacks one bit to gray levels; that light pencil may be missing must not be forgotten.
        return new ScannedPage.Picture(picture.getBitsPerComponent() == 1 ? Rasters.asBilevel(page) : page);
    }

    /** A JPEG whose samples mean what they say: another colour space or inverted samples go through PDFBox. */
    private static boolean isPlainJpeg(PDImageXObject picture) throws IOException {
        List<COSName> filters = picture.getStream().getFilters();
        boolean jpeg = filters != null && filters.size() == 1 && filters.get(0).equals(COSName.DCT_DECODE);
        int components = picture.getColorSpace().getNumberOfComponents();
        return jpeg
                && !picture.getCOSObject().containsKey(COSName.DECODE)
                && !picture.getCOSObject().containsKey(COSName.D)
                && (components == 1 || components == 3);
    }

    private ScannedPage rendered(PDPage page, int number) throws IOException {
        PDRectangle box = page.getCropBox();
        double pixels = box.getWidth() * box.getHeight() * Math.pow(RENDER_DPI / POINTS_PER_INCH, 2);
        if (pixels > Pictures.MAX_PIXELS) {
            return new ScannedPage.Missing(ScannedPage.Reason.TOO_LARGE);
        }
        BufferedImage drawn = new StrictRenderer(document).renderImageWithDPI(number - 1, RENDER_DPI, ImageType.RGB);
        return new ScannedPage.Picture(Rasters.page(drawn));
    }

    @Override
    public void close() {
        IOUtils.closeQuietly(document);
    }
}
