package org.tallyroom.station;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.tallyroom.image.PageImage;
import org.tallyroom.intake.Fault;
import org.tallyroom.intake.TakenPage;
import org.tallyroom.json.Json;
import org.tallyroom.recognise.PageReading;
import org.tallyroom.recognise.Printed;
import org.tallyroom.recognise.Recogniser;
import org.tallyroom.recognise.Recognition;
import org.tallyroom.sheetcode.SheetCode;
import org.tallyroom.sheetcode.ShortCode;
import org.tallyroom.store.Digest;
import org.tallyroom.store.PictureShelf;
import org.tallyroom.store.SheetFact;
import org.tallyroom.vision.Natives;

/**
 * Reads one page: unpacks it, recognises it, finds its sheet among the printed ones, and puts its picture on the disk.
 * Any thread may call it.
 */
final class PageReader implements AutoCloseable {

    /** Pages that are unpacked and recognised at once: one for each core of the weakest laptop, and the memory's bound. */
    private static final int AT_ONCE = 2;

    private final Semaphore desks = new Semaphore(AT_ONCE);
    private final PictureShelf shelf;
    private final Printed printed;
    private final Recogniser recogniser;
    private final boolean rehearsal;
    private final Map<String, SheetFact> byToken;
    private final Map<String, SheetFact> byShortCode = new HashMap<>();
    private final Keys keys;
    private final CodeOcr ocr = new CodeOcr();

    /**
     * What a page is, seen alone.
     *
     * @param reason one of the contract's; empty for a page that was read
     * @param sheet the token hash of its sheet, when it is one of ours
     * @param page of the sheet, from 1; 0 when unknown
     * @param picture on the shelf; empty when nothing could be unpacked
     */
    record Outcome(
            PageState state,
            Optional<String> reason,
            Optional<String> sheet,
            int page,
            Optional<Measures> reading,
            Optional<Picture> picture) {

        private Outcome with(Picture kept) {
            return new Outcome(state, reason, sheet, page, reading, Optional.of(kept));
        }

        static Outcome failed(PageState state, String reason) {
            return new Outcome(state, Optional.of(reason), Optional.empty(), 0, Optional.empty(), Optional.empty());
        }
    }

    /** What was measured on a page, as it is kept. @param streaked whether dirt of the scanner ran through it */
    record Measures(String json, boolean streaked) {

        static Measures of(PageReading reading) {
            return new Measures(Json.canonical(reading), reading.streaks() > 0);
        }
    }

    /** A picture on the shelf. @param bilevel whether it has no shade of gray */
    record Picture(String name, boolean bilevel) {}

    /** What a page is, and how its picture, without which it is not kept, gets onto the shelf: not its pixels. */
    private record Unkept(Outcome outcome, Optional<Supplier<Picture>> picture) {

        static Unkept of(Outcome outcome, TakenPage.Unpacking page, PictureShelf shelf) {
            byte[] bytes = page.bytes();
            String kind = page.kind();
            boolean bilevel = page.image().bilevel();
            return new Unkept(outcome, Optional.of(() -> new Picture(shelf.put(bytes, kind), bilevel)));
        }

        static Unkept of(Outcome outcome) {
            return new Unkept(outcome, Optional.empty());
        }

        Outcome kept() {
            return picture.map(put -> outcome.with(put.get())).orElse(outcome);
        }
    }

    PageReader(Station station) {
        Natives.load();
        this.shelf = new PictureShelf(station.folder());
        this.printed = station.printed();
        this.recogniser = new Recogniser(printed);
        this.rehearsal = station.rehearsal();
        this.byToken = station.sheets();
        byToken.values().forEach(sheet -> byShortCode.put(sheet.shortCode(), sheet));
        this.keys = station.keys();
    }

    /** While one page's picture is being written, which is mostly waiting for the disk, another one can be read. */
    Outcome read(TakenPage page) {
        desks.acquireUninterruptibly();
        Unkept read;
        try {
            read = page.unpack(
                    ready -> Unkept.of(outcome(ready.image()), ready, shelf),
                    fault -> Unkept.of(Outcome.failed(PageState.UNREADABLE, word(fault))));
        } catch (OutOfMemoryError tooLargeForThisComputer) {
            // Two colour pages of 98 million pixels at once fit; what does not must not stop the other pages.
            read = Unkept.of(Outcome.failed(PageState.UNREADABLE, word(Fault.TOO_LARGE)));
        } finally {
            desks.release();
        }
        return read.kept();
    }

    private Outcome outcome(PageImage image) {
        return recogniser.recognise(image).match(
                this::belonging,
                reason -> Outcome.failed(PageState.UNREADABLE, word(reason)),
                origin -> Outcome.failed(PageState.FOREIGN, word(origin)),
                unreadable -> byPrintedCode(image, unreadable.shortCodes()));
    }

    private Outcome belonging(Recognition.Read read) {
        if (read.code().rehearsal() != rehearsal) {
            return Outcome.failed(PageState.FOREIGN, "rehearsal");
        }
        SheetFact sheet = byToken.get(Digest.of(read.code().token()));
        if (sheet == null) {
            return Outcome.failed(PageState.FOREIGN, "unknown-code");
        }
        return new Outcome(
                PageState.READ,
                Optional.empty(),
                Optional.of(sheet.tokenHash()),
                read.code().page(),
                Optional.of(Measures.of(read.reading())),
                Optional.empty());
    }

    /** OCR proposes, the check character and the issued codes decide; two different sheets proposed are none. */
    private Outcome byPrintedCode(PageImage image, List<PageImage> crops) {
        List<SheetFact> proposed = crops.stream()
                .flatMap(crop -> ocr.propose(crop).stream())
                .flatMap(text -> ShortCode.parse(text).stream())
                .flatMap(code -> Optional.ofNullable(byShortCode.get(code.value())).stream())
                .distinct()
                .toList();
        List<Outcome> read = proposed.size() == 1 ? readAs(image, proposed.get(0)) : List.of();
        return read.size() == 1 ? read.get(0) : Outcome.failed(PageState.UNREADABLE, "no-code");
    }

    /** The short code does not say which page of the sheet this is: exactly one page's layout must fit. */
    private List<Outcome> readAs(PageImage image, SheetFact sheet) {
        String token = keys.token(new ShortCode(sheet.shortCode()));
        return printed.layouts()
                .get(new Printed.Kind(sheet.form(), sheet.unit(), sheet.respondentType()))
                .pages()
                .stream()
                .map(page -> new SheetCode(
                        sheet.form(), sheet.unit(), sheet.respondentType(), page.number(), rehearsal, token))
                .map(code -> recogniser.recognise(image, code))
                .flatMap(r -> r.match(
                                read -> Optional.of(belonging(read)),
                                reason -> Optional.<Outcome>empty(),
                                origin -> Optional.<Outcome>empty(),
                                unreadable -> Optional.<Outcome>empty())
                        .stream())
                .toList();
    }

    static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void close() {
        ocr.close();
    }
}
