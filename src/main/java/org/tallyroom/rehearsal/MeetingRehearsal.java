package org.tallyroom.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tallyroom.image.PageImage;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.pdf.PageRender;

/**
 * A whole meeting without people: printed forms in, a folder of scans out, with the truth about them.
 */
public record MeetingRehearsal(Meeting meeting, Respondents respondents, Scanner scanner, Seed seed) {

    /**
     * Least resolution that the printed pages are drawn and written on at, dots per inch: a pen of 0.3 mm is 2.4 px.
     */
    private static final int LEAST_DPI = 200;

    /**
     * Fills in the pages and scans them. Several files are made at a time.
     *
     * @param pages in any order; sheets beyond the number of respondents stay unused
     * @param pageDone called once a page, from several threads
     * @throws org.tallyroom.message.WorldBroke when a printed form cannot be read or a scan cannot be written
     */
    public Truth perform(List<PrintedPage> pages, Path folder, Runnable pageDone) {
        ScanFolder scans = new ScanFolder(folder);
        return new Truth(Pile.of(pages, meeting, respondents, seed).batches().parallelStream()
                .flatMap(batch -> make(batch, scans, pageDone).stream())
                .toList());
    }

    private List<Truth.Line> make(Pile.Batch batch, ScanFolder scans, Runnable pageDone) {
        int dpi = scanner.dpi().stream().reduce(LEAST_DPI, Math::max);
        List<Scan> made = new ArrayList<>();
        List<Truth.Line> truth = new ArrayList<>();
        Map<Path, PageRender> open = new HashMap<>();
        try {
            for (Pile.Written written : batch.pages()) {
                PrintedPage page = written.page();
                PageRender render = open.computeIfAbsent(page.pdf(), PageRender::open);
                Seed own = written.own().child(page.layout().number());
                PageImage filled = Rehearsal.fill(
                        render.page(page.pdfPage(), dpi), page.layout(), written.filling(), own);
                made.add(scanner.scan(filled, page.layout().widthMm(), own.child(batch.stem())));
                truth.addAll(lines(batch, made.size(), written));
                pageDone.run();
            }
        } finally {
            open.values().forEach(PageRender::close);
        }
        scans.write(batch.stem(), batch.format(), made);
        return truth;
    }

    private static List<Truth.Line> lines(Pile.Batch batch, int number, Pile.Written written) {
        String file = batch.format().named(batch.stem());
        return written.page().layout().rows().stream()
                .map(row -> new Truth.Line(
                        file, number, written.page().sheet(), row.item(), written.filling().truth(row.item())))
                .toList();
    }
}
