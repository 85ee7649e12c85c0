package org.tallyroom.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.layout.PageLayout.ShortCodePlace;
import org.tallyroom.layout.PageLayout.TextRun;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.sheetcode.QrModules;

/** Prints sheets: what a layout's sheets share once, and each sheet's codes. The same sheets give the same bytes. */
public final class FormPdf {

    private final PrintFont font;

    public FormPdf(PrintFont font) {
        this.font = font;
    }

    /**
     * One page after the other, in the order of the sheets and their pages. Does not close {@code out}.
     *
     * @throws WorldBroke when it cannot be written
     */
    public void write(OutputStream out, Iterable<PrintedSheet> sheets) {
        try (PaperDocument document = new PaperDocument(font)) {
            Map<PageLayout, PDFormXObject> seen = new IdentityHashMap<>();
            Map<PageLayout, PDFormXObject> different = new HashMap<>();
            for (PrintedSheet sheet : sheets) {
                for (PageLayout page : sheet.layout().pages()) {
                    if (!seen.containsKey(page)) {
                        seen.put(page, background(document, different, page));
                    }
                    document.page(seen.get(page), canvas -> codes(canvas, page, sheet));
                }
            }
            document.save(out);
        } catch (IOException e) {
            throw new WorldBroke(Message.of("pdf.cannot-write", String.valueOf(e.getMessage())), e);
        }
    }

    /** Equal pages are drawn once; comparing whole layouts for every sheet would cost more than drawing. */
    private static PDFormXObject background(
            PaperDocument document, Map<PageLayout, PDFormXObject> different, PageLayout page) throws IOException {
        if (!different.containsKey(page)) {
            different.put(page, document.shared(canvas -> background(canvas, page)));
        }
        return different.get(page);
    }

    private static void background(Canvas canvas, PageLayout page) throws IOException {
        for (PageLayout.Band band : page.bands()) {
            canvas.fill(band.area(), band.gray());
        }
        for (PageLayout.Mark mark : page.marks()) {
            canvas.fill(mark.square(), 0);
        }
        for (PageLayout.Rule rule : page.rules()) {
            canvas.line(rule.from(), rule.to(), rule.widthMm());
        }
        for (PageLayout.Row row : page.rows()) {
            for (PageLayout.Cell cell : row.cells()) {
                canvas.outline(cell.box(), cell.boxLineMm());
            }
        }
        for (TextRun text : page.texts()) {
            canvas.text(text);
        }
    }

    private static void codes(Canvas canvas, PageLayout page, PrintedSheet sheet) throws IOException {
        QrModules modules = QrModules.of(sheet.codes().get(page.number() - 1));
        for (RectMm place : page.codes()) {
            canvas.code(modules, place);
        }
        for (ShortCodePlace place : page.shortCodes()) {
            canvas.text(new TextRun(sheet.shortCode().grouped(), place.baseline(), place.sizePt(), true));
        }
    }
}
