package org.tallyroom.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tallyroom.calibration.Criteria;
import org.tallyroom.calibration.Judgement;
import org.tallyroom.image.PageImage;
import org.tallyroom.intake.TakenPage;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.recognise.Recognition;
import org.tallyroom.rehearsal.Rehearsal;
import org.tallyroom.rehearsal.Scan;
import org.tallyroom.vision.Pictures;

/** Makes a dealt page and has it read by the program itself. */
record Trial(PaperStock stock, Criteria criteria) {

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    /** The page as the program unpacks it: gray ones are JPEG files, black-and-white ones lose nothing. */
    PageImage picture(Deal deal) {
        PageLayout layout = deal.page().layout();
        PageImage blank = stock.drawn(deal.page(), deal.dpi());
        PageImage filled = Rehearsal.fill(blank, layout, deal.filling(), deal.seed());
        Scan scan = deal.damage().scan(filled, deal.dpi(), layout.widthMm(), deal.seed());
        if (scan.image().bilevel()) {
            return scan.image();
        }
        return new TakenPage.Packed(Pictures.jpeg(scan.image(), scan.jpegQuality()))
                .unpack(ready -> ready.image(), fault -> {
                    throw new IllegalStateException("a picture that was just made: " + fault);
                });
    }

    SeenPage read(Deal deal) {
        long start = THREAD.getCurrentThreadCpuTime();
        PageImage picture = picture(deal);
        long made = THREAD.getCurrentThreadCpuTime();
        Recognition recognition = deal.page().reader().recognise(picture);
        List<SeenRow> rows = recognition.match(
                read -> rows(deal, read), reason -> List.of(), origin -> List.of(), code -> List.of());
        long read = THREAD.getCurrentThreadCpuTime();
        return new SeenPage(deal, state(deal, recognition), rows, made - start, read - made);
    }

    private static String state(Deal deal, Recognition recognition) {
        return recognition.match(
                read -> read.code().equals(deal.page().code()) ? "read" : "wrong-sheet",
                reason -> word(reason),
                origin -> word(origin),
                code -> "no-code");
    }

    private static String word(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<SeenRow> rows(Deal deal, Recognition.Read read) {
        return IntStream.range(0, read.reading().rows().size())
                .mapToObj(i -> row(deal, i, criteria.judge(
                        read.reading().rows().get(i), deal.page().meeting().rules().crosses())))
                .toList();
    }

    private static SeenRow row(Deal deal, int number, Judgement judged) {
        PageLayout.Row row = deal.page().layout().rows().get(number);
        String meant = deal.filling().truth(row.item());
        List<String> options = row.cells().stream().map(PageLayout.Cell::option).toList();
        return new SeenRow(
                row.item(),
                deal.marks().get(row.item()),
                number,
                options.indexOf(meant),
                options.size(),
                meant,
                SeenRow.word(judged.answer()),
                SeenRow.why(judged));
    }
}
