package org.tallyroom.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tallyroom.layout.PageLayout.TextRun;
import org.tallyroom.layout.TextMetrics;
import org.tallyroom.message.Message;
import org.tallyroom.message.Sentences;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.report.Report;

/** Writes reports as A4 pages in the look of official tables (domain.md §C.1). */
public final class ReportPdf {

    private final PrintFont font;
    private final TextMetrics metrics;

    /** @param font read once and shared, since reading it takes longer than writing a report */
    public ReportPdf(PrintFont font) {
        this.font = font;
        this.metrics = font.metrics();
    }

    /** One report. */
    public void write(Report report, Path file, Sentences sentences) {
        write(List.of(report), file, sentences);
    }

    /**
     * Several reports in one file, each beginning on a page of its own with the number 1.
     *
     * @throws WorldBroke if the file cannot be written
     */
    public void write(List<Report> reports, Path file, Sentences sentences) {
        try (PaperDocument document = new PaperDocument(font);
                OutputStream out = Files.newOutputStream(file)) {
            for (Report report : reports) {
                pages(document, report, new ReportSetter(new ReportText(sentences, metrics)));
            }
            document.save(out);
        } catch (IOException e) {
            throw new WorldBroke(
                    Message.of("pdf.report-not-written", String.valueOf(file.getFileName())), e);
        }
    }

    private static void pages(PaperDocument document, Report report, ReportSetter setter) throws IOException {
        PageFlow flow = setter.set(report);
        for (int page = 0; page < flow.pages(); page++) {
            int index = page;
            document.page(canvas -> {
                flow.draw(index, canvas);
                for (TextRun run : setter.foot(report, index + 1)) {
                    canvas.text(run);
                }
            });
        }
    }
}
