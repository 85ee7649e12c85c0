package org.tallyroom.pdf;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.tallyroom.layout.PageFrame;

/**
 * An A4 document that is printed at its true size and whose bytes depend on nothing but what is drawn. Streams wait in
 * a temporary file, so thousands of pages need little memory.
 */
final class PaperDocument implements AutoCloseable {

    private static final PDRectangle A4 = new PDRectangle(
            (float) (PageFrame.WIDTH_MM * Canvas.PT_PER_MM), (float) (PageFrame.HEIGHT_MM * Canvas.PT_PER_MM));

    /** Draws something on a canvas. */
    interface Drawing {
        void on(Canvas canvas) throws IOException;
    }

    private final PDDocument document;
    private final PDFont regular;
    private final PDFont bold;

    PaperDocument(PrintFont font) throws IOException {
        document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
        regular = font.regularIn(document);
        bold = font.boldIn(document);
        PDViewerPreferences preferences = new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        document.getDocumentCatalog().setViewerPreferences(preferences);
        preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
        document.setDocumentId(0L);
    }

    /** What many pages share is drawn once; PDFBox lets only this kind of form be drawn like a page. */
    PDFormXObject shared(Drawing drawing) throws IOException {
        PDAppearanceStream form = new PDAppearanceStream(document);
        form.setBBox(A4);
        form.setResources(new PDResources());
        OutputStream stream = form.getStream().createOutputStream(COSName.FLATE_DECODE);
        try (PDPageContentStream out = new PDPageContentStream(document, form, stream)) {
            drawing.on(new Canvas(out, PageFrame.HEIGHT_MM, regular, bold));
        }
        return form;
    }

    void page(PDFormXObject background, Drawing drawing) throws IOException {
        PDPage page = blankPage();
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            out.drawForm(background);
            drawing.on(new Canvas(out, PageFrame.HEIGHT_MM, regular, bold));
        }
    }

    void page(Drawing drawing) throws IOException {
        PDPage page = blankPage();
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            drawing.on(new Canvas(out, PageFrame.HEIGHT_MM, regular, bold));
        }
    }

    void save(OutputStream out) throws IOException {
        document.save(out, CompressParameters.NO_COMPRESSION);
    }

    private PDPage blankPage() {
        PDPage page = new PDPage(A4);
        document.addPage(page);
        return page;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
