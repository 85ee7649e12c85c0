package org.tallyroom.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.meeting.RespondentType;
import org.tallyroom.meeting.Unit;
import org.tallyroom.rehearsal.ScanFolder.Format;

/**
 * The filled-in sheets as they are collected, units and types mixed, and how they come out of the scanner. Spare sheets
 * stay unused; in a larger pile the first sheet is fed a second time, as happens after a jam.
 */
record Pile(List<Batch> batches) {

    /** From this many sheets on one is fed twice: a handful would be counted by eye. */
    private static final int JAM_FROM = 20;

    /** Pages the copier puts into one PDF or TIFF file. */
    private static final int PAGES_A_FILE = 12;

    /** One in so many sheets has a note scrawled on it. */
    private static final int NOTED = 25;

    Pile {
        batches = List.copyOf(batches);
    }

    /** One file to come. */
    record Batch(String stem, Format format, List<Written> pages) {
        Batch {
            pages = List.copyOf(pages);
        }
    }

    /**
     * A page with what its respondent does to it.
     *
     * @param own the respondent's chance: it hangs on the place in the room, not on the sheet's random code, so that
     *     the same seed gives the same hands and scans every time forms are printed
     */
    record Written(PrintedPage page, Filling filling, Seed own) {}

    static Pile of(List<PrintedPage> printed, Meeting meeting, Respondents respondents, Seed seed) {
        List<List<Written>> sheets = filled(printed, meeting, respondents, seed);
        Respondents.shuffle(sheets, seed.child("pile").random());
        if (sheets.size() >= JAM_FROM) {
            sheets.add(sheets.get(0));
        }
        return new Pile(files(sheets.stream().flatMap(List::stream).toList()));
    }

    private static List<List<Written>> filled(
            List<PrintedPage> printed, Meeting meeting, Respondents respondents, Seed seed) {
        Map<String, List<PrintedPage>> sheets = new LinkedHashMap<>();
        printed.stream()
                .sorted(Comparator.comparing(PrintedPage::pdf).thenComparing(PrintedPage::pdfPage))
                .forEach(page -> sheets.computeIfAbsent(page.sheet(), s -> new ArrayList<>()).add(page));
        Map<List<String>, Integer> handedOut = new HashMap<>();
        List<List<Written>> filled = new ArrayList<>();
        for (List<PrintedPage> sheet : sheets.values()) {
            PrintedPage first = sheet.get(0);
            Unit unit = meeting.unit(first.unit());
            RespondentType type = meeting.respondentType(first.respondentType());
            int number = handedOut.merge(List.of(unit.id(), type.id()), 1, Integer::sum) - 1;
            if (number < meeting.respondents(unit, type)) {
                Seed own = seed.child(unit.id()).child(type.id()).child(number);
                Filling filling = respondents
                        .filling(unit, type, number)
                        .withNotes(notes(first.layout(), own.child("notes").random()));
                filled.add(sheet.stream().map(page -> new Written(page, filling, own)).toList());
            }
        }
        return filled;
    }

    /** Some people try their pen on the registration marks or write across a code. */
    private static List<RectMm> notes(PageLayout layout, RandomGenerator random) {
        if (random.nextInt(NOTED) > 0) {
            return List.of();
        }
        List<RectMm> tempting = new ArrayList<>(layout.codes());
        layout.marks().forEach(mark -> tempting.add(mark.square()));
        RectMm place = tempting.get(random.nextInt(tempting.size()));
        return List.of(new RectMm(place.x() - 2, place.y() + place.height() / 3, place.width() + 6, 5));
    }

    /** A third as one file a page, two thirds in files of many pages, of both kinds in turn. */
    private static List<Batch> files(List<Written> pages) {
        List<Batch> batches = new ArrayList<>();
        int singles = (pages.size() + 2) / 3;
        for (int i = 0; i < singles; i++) {
            batches.add(new Batch("scan-%04d".formatted(i + 1), Format.JPEG, pages.subList(i, i + 1)));
        }
        for (int i = singles; i < pages.size(); i += PAGES_A_FILE) {
            int number = (i - singles) / PAGES_A_FILE;
            batches.add(new Batch(
                    "batch-%03d".formatted(number + 1),
                    number % 3 == 1 ? Format.TIFF : Format.PDF,
                    pages.subList(i, Math.min(pages.size(), i + PAGES_A_FILE))));
        }
        return batches;
    }
}
