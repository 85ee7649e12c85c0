package org.tallyroom.station;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.rehearsal.MeetingRehearsal;
import org.tallyroom.rehearsal.PrintedPage;
import org.tallyroom.rehearsal.Respondents;
import org.tallyroom.rehearsal.Scanner;
import org.tallyroom.rehearsal.Seed;
import org.tallyroom.recognise.Printed;
import org.tallyroom.store.SheetFact;

/** Lets simulated people fill in what a rehearsal station has printed, and a simulated scanner scan it. */
public final class Rehearsing {

    private final Station station;

    /** @throws IllegalArgumentException for an official station: its sheets are filled in by people only */
    public Rehearsing(Station station) {
        if (!station.rehearsal()) {
            throw new IllegalArgumentException("only a rehearsal's sheets are filled in by the program");
        }
        this.station = station;
    }

    public int pages() {
        return station.facts().places().size();
    }

    /** @param scans folder for the scans, made when it is not there; @param pageDone called from several threads */
    public void fillAndScan(Path scans, long seed, Runnable pageDone) {
        Meeting meeting = station.definitions().meeting();
        Seed chance = new Seed(seed);
        Respondents respondents = new Respondents(meeting, station.definitions().forms(), chance);
        new MeetingRehearsal(meeting, respondents, Scanner.OFFICE, chance).perform(printed(), scans, pageDone);
    }

    private List<PrintedPage> printed() {
        Map<String, SheetFact> sheets = station.sheets();
        return station.facts().places().stream()
                .map(place -> {
                    SheetFact sheet = sheets.get(place.tokenHash());
                    Printed.Kind kind = new Printed.Kind(sheet.form(), sheet.unit(), sheet.respondentType());
                    return new PrintedPage(
                            station.folder().root().resolve(place.pdf()),
                            place.pdfPage(),
                            sheet.shortCode(),
                            station.unit(sheet).id(),
                            station.type(sheet).id(),
                            station.printed().layouts().get(kind).page(place.page()));
                })
                .toList();
    }
}
