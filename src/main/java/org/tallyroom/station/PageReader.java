package org.tallyroom.station;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tallyroom.image.PageImage;
import org.tallyroom.intake.Fault;
import org.tallyroom.intake.TakenPage;
import org.tallyroom.recognise.PageReading;
import org.tallyroom.recognise.Printed;
import org.tallyroom.recognise.Recogniser;
import org.tallyroom.recognise.Recognition;
import org.tallyroom.sheetcode.SheetCode;
import org.tallyroom.sheetcode.ShortCode;
import org.tallyroom.store.Digest;
import org.tallyroom.store.SheetFact;
import org.tallyroom.vision.Natives;

/** Reads one page: unpacks it, recognises it, and finds its sheet among the printed ones. Any thread may call it. */
final class PageReader implements AutoCloseable {

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
     * @param picture to keep; empty when nothing could be unpacked
     */
    record Outcome(
            PageState state,
            Optional<String> reason,
            Optional<String> sheet,
            int page,
            Optional<PageReading> reading,
            Optional<Picture> picture) {

        Outcome with(Picture kept) {
            return new Outcome(state, reason, sheet, page, reading, Optional.of(kept));
        }

        static Outcome failed(PageState state, String reason) {
            return new Outcome(state, Optional.of(reason), Optional.empty(), 0, Optional.empty(), Optional.empty());
        }
    }

    /** The bytes to keep, with their kind (jpg, png or tif). @param bilevel whether it has no shade of gray */
    record Picture(byte[] bytes, String kind, boolean bilevel) {}

    PageReader(Station station) {
        Natives.load();
        this.printed = station.printed();
        this.recogniser = new Recogniser(printed);
        this.rehearsal = station.rehearsal();
        this.byToken = station.sheets();
        byToken.values().forEach(sheet -> byShortCode.put(sheet.shortCode(), sheet));
        this.keys = station.keys();
    }

    Outcome read(TakenPage page) {
        try {
            return page.unpack(
                    ready -> outcome(ready.image())
                            .with(new Picture(ready.bytes(), ready.kind(), ready.image().bilevel())),
                    fault -> Outcome.failed(PageState.UNREADABLE, word(fault)));
        } catch (OutOfMemoryError tooLargeForThisComputer) {
            // Two colour pages of 98 million pixels at once fit; what does not must not stop the other pages.
            return Outcome.failed(PageState.UNREADABLE, word(Fault.TOO_LARGE));
        }
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
                Optional.of(read.reading()),
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
