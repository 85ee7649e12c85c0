package org.tallyroom.tally;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tallyroom.ballot.BallotOutcome;
import org.tallyroom.form.Form;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.meeting.Unit;

/**
 * Counts a meeting. The result is never stored: the same sheets in any order, decided alike, give the same count, and
 * so does any independent program that follows trust.md.
 */
public final class Counting {

    private Counting() {}

    /**
     * Counts every sheet of every unit.
     *
     * @param forms by id
     * @param sheets one outcome per sheet of which at least one page was seen
     * @throws IllegalArgumentException if a sheet belongs to no unit or type of the meeting: it would silently not
     *     count
     */
    public static Count count(
            Meeting meeting, Map<String, Form> forms, List<BallotOutcome> sheets, Ledger ledger) {
        Map<Lot, List<BallotOutcome>> lots =
                sheets.stream().collect(Collectors.groupingBy(s -> new Lot(s.unit(), s.respondentType())));
        List<UnitCount> units = meeting.units().stream()
                .map(u -> count(meeting, forms, u, lots, ledger))
                .toList();
        long counted = units.stream()
                .flatMap(u -> u.accounting().stream())
                .mapToLong(Clearing::seen)
                .sum();
        if (counted != sheets.size()) {
            throw new IllegalArgumentException("sheets that belong to no unit: " + (sheets.size() - counted));
        }
        return new Count(meeting.id(), meeting.rules(), units, ledger.strayPages());
    }

    private static UnitCount count(
            Meeting meeting,
            Map<String, Form> forms,
            Unit unit,
            Map<Lot, List<BallotOutcome>> lots,
            Ledger ledger) {
        CountingRules rules = meeting.rules();
        ClearingTable clearings = new ClearingTable(meeting, unit, ledger);
        List<LotCount> counts = meeting.respondentTypes().stream()
                .map(type -> {
                    Form form = forms.get(type.form());
                    List<BallotOutcome> own = lots.getOrDefault(new Lot(unit.id(), type.id()), List.of());
                    return LotCount.of(form, Grades.of(form, rules), clearings.clear(type, own), own);
                })
                .toList();
        return new UnitCounting(rules, counts, ledger.strayPages()).count(unit.id());
    }
}
