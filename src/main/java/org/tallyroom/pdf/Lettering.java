package org.tallyroom.pdf;

import java.io.IOException;
import java.io.OutputStream;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.layout.PageFrame;
import org.tallyroom.layout.PageLayout.TextRun;
import org.tallyroom.layout.TextMetrics;
import org.tallyroom.message.Message;
import org.tallyroom.message.Sentences;
import org.tallyroom.message.WorldBroke;

/** What the papers beside the forms are written with: a font, its measures, and the words in the forms' language. */
public record Lettering(PrintFont font, TextMetrics metrics, Sentences words) {

    /** Draws the pages of a document. */
    interface Pages {
        void in(PaperDocument document) throws IOException;
    }

    /** @throws WorldBroke when it cannot be written */
    void write(OutputStream out, Pages pages) {
        try (PaperDocument document = new PaperDocument(font)) {
            pages.in(document);
            document.save(out);
        } catch (IOException e) {
            throw new WorldBroke(Message.of("pdf.cannot-write", String.valueOf(e.getMessage())), e);
        }
    }

    /** In bold, across the page. @param y of the baseline, mm */
    void centred(Canvas canvas, String text, double y, double sizePt) throws IOException {
        double x = (PageFrame.WIDTH_MM - metrics.widthMm(text, sizePt, true)) / 2;
        canvas.text(new TextRun(text, new PointMm(x, y), sizePt, true));
    }

    String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }
}
