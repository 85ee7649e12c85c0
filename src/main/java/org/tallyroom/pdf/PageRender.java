package org.tallyroom.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.tallyroom.image.PageImage;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;

/** Draws the pages of a PDF file as pictures. One per thread: PDFBox shares nothing safely. */
public final class PageRender implements AutoCloseable {

    private final Path file;
    private final PDDocument document;
    private final PDFRenderer renderer;

    private PageRender(Path file, PDDocument document) {
        this.file = file;
        this.document = document;
        this.renderer = new PDFRenderer(document);
    }

    /** @throws WorldBroke when the file cannot be read or is no PDF */
    public static PageRender open(Path file) {
        try {
            return new PageRender(file, Loader.loadPDF(file.toFile()));
        } catch (IOException broken) {
            throw unreadable(file, broken);
        }
    }

    public int pages() {
        return document.getNumberOfPages();
    }

    /**
     * One page in gray.
     *
     * @param number from 1
     * @param dpi pixels per inch of the picture
     * @throws WorldBroke when the page cannot be drawn
     */
    public PageImage page(int number, int dpi) {
        try {
            // Drawn in colour: Java's gray pictures have a linear scale, on which every half-tone comes out too dark.
            return luminance(renderer.renderImageWithDPI(number - 1, dpi, ImageType.RGB));
        } catch (IOException broken) {
            throw unreadable(file, broken);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException broken) {
            throw unreadable(file, broken);
        }
    }

    /** Weights of ITU-R BT.601 in 1/1024. */
    private static PageImage luminance(BufferedImage colours) {
        int width = colours.getWidth();
        int height = colours.getHeight();
        byte[] gray = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            colours.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int red = (row[x] >> 16) & 0xff;
                int green = (row[x] >> 8) & 0xff;
                int blue = row[x] & 0xff;
                gray[y * width + x] = (byte) ((306 * red + 601 * green + 117 * blue + 512) >> 10);
            }
        }
        return PageImage.ofGray(width, height, gray);
    }

    private static WorldBroke unreadable(Path file, IOException broken) {
        return new WorldBroke(Message.of("pdf.cannot-read", file.toString()), broken);
    }
}
