package org.tallyroom.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;

/** Writes pictures as a PDF the way scanners do: one JPEG a page, kept as it is, the page as large as the paper was. */
public final class PicturePdf {

    private static final double POINTS_PER_INCH = 72;

    private PicturePdf() {}

    /** @param dpi pixels per inch of the picture */
    public record Picture(byte[] jpeg, int dpi) {}

    /** @throws WorldBroke when the file cannot be written */
    public static void write(Path file, List<Picture> pictures) {
        try (PDDocument document = new PDDocument()) {
            // PDFBox would otherwise make the identifier from the clock; the same pictures shall give the same bytes.
            document.setDocumentId((long) pictures.size());
            for (Picture picture : pictures) {
                append(document, picture);
            }
            document.save(file.toFile());
        } catch (IOException broken) {
            throw new WorldBroke(Message.of("pdf.cannot-write-file", file.toString()), broken);
        }
    }

    private static void append(PDDocument document, Picture picture) throws IOException {
        PDImageXObject image = JPEGFactory.createFromStream(document, new ByteArrayInputStream(picture.jpeg()));
        float width = (float) (image.getWidth() * POINTS_PER_INCH / picture.dpi());
        float height = (float) (image.getHeight() * POINTS_PER_INCH / picture.dpi());
        PDPage page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(image, 0, 0, width, height);
        }
    }
}
