package org.tallyroom.station;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tallyroom.ballot.BallotOutcome;
import org.tallyroom.ballot.Ballots;
import org.tallyroom.ballot.SheetEvidence;
import org.tallyroom.form.Form;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.store.FiguresFact;
import org.tallyroom.store.SheetFact;
import org.tallyroom.tally.Count;
import org.tallyroom.tally.Counting;
import org.tallyroom.tally.Figures;
import org.tallyroom.tally.Ledger;
import org.tallyroom.tally.Lot;

/**
 * The whole count, made anew from the facts whenever somebody asks; nothing of it is stored.
 *
 * @param photocopied units whose forms somebody copied
 */
public record Counted(Count count, List<BallotOutcome> sheets, List<String> photocopied, Equation equation) {

    public Counted {
        sheets = List.copyOf(sheets);
        photocopied = List.copyOf(photocopied);
    }

    public static Counted of(Station station) {
        SeenPages pages = SeenPages.of(station.facts(), station.sheets(), station.judging());
        Evidence evidence = new Evidence(station, pages);
        Meeting meeting = station.definitions().meeting();
        List<BallotOutcome> sheets = evidence.sheets().stream()
                .map(sheet -> Ballots.of(sheet, form(station, sheet), meeting.rules()))
                .toList();
        long stray = pages.all().stream().filter(p -> p.state() == PageState.UNREADABLE).count();
        Ledger ledger = new Ledger(printed(station), figures(station), stray);
        Count count = Counting.count(meeting, station.definitions().forms(), sheets, ledger);
        return new Counted(count, sheets, evidence.photocopied(), pages.equation(station));
    }

    /** How one sheet stands; empty when none of its pages was seen. */
    static Optional<BallotOutcome> sheet(Station station, SheetFact sheet) {
        SeenPages pages = SeenPages.ofSheet(station.facts(), sheet, station.judging());
        return new Evidence(station, pages)
                .sheets().stream()
                        .map(seen -> Ballots.of(seen, form(station, seen), station.meeting().rules()))
                        .findFirst();
    }

    /** Whether a page was not read, a row is in doubt or a sheet is held. */
    public boolean sheetsWait() {
        return count.strayPages() > 0
                || sheets.stream().anyMatch(s -> s.match(ballot -> !ballot.doubtful().isEmpty(), held -> true));
    }

    private static Form form(Station station, SheetEvidence sheet) {
        return station.definitions()
                .forms()
                .get(station.definitions().meeting().respondentType(sheet.respondentType()).form());
    }

    private static Map<Lot, Long> printed(Station station) {
        Set<String> voided = station.facts().voided().keySet();
        Map<Lot, Long> printed = new HashMap<>();
        for (SheetFact sheet : station.facts().sheets()) {
            if (!voided.contains(sheet.tokenHash())) {
                printed.merge(new Lot(station.unit(sheet).id(), station.type(sheet).id()), 1L, Long::sum);
            }
        }
        return printed;
    }

    private static Map<Lot, Figures> figures(Station station) {
        Map<Lot, Figures> figures = new HashMap<>();
        for (FiguresFact entered : IssueDesk.ofThisVote(station)) {
            Figures one = new Figures(
                    figure(entered, "present"),
                    figure(entered, "issued"),
                    figure(entered, "unused"),
                    figure(entered, "spoiled"),
                    figure(entered, "returned"));
            figures.merge(new Lot(entered.unit(), entered.respondentType()), one, Figures::then);
        }
        return figures;
    }

    private static Optional<Long> figure(FiguresFact entered, String name) {
        return Optional.ofNullable(entered.figures().get(name)).map(Integer::longValue);
    }
}
