package org.tallyroom.tally;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tallyroom.ballot.Ballot;
import org.tallyroom.ballot.BallotOutcome;
import org.tallyroom.ballot.Row;
import org.tallyroom.form.Form;

/** The columns of every item of one lot. */
record LotCount(Form form, Grades grades, Clearing clearing, Map<String, Columns> columns) {

    static LotCount of(Form form, Grades grades, Clearing clearing, List<BallotOutcome> sheets) {
        Map<String, Columns> sums = new LinkedHashMap<>();
        form.items().forEach(i -> sums.put(i.id(), Columns.none(grades.options())));
        sheets.forEach(sheet -> columnsOf(sheet, form).forEach((item, one) -> sums.merge(item, one, Columns::plus)));
        return new LotCount(form, grades, clearing, sums);
    }

    private static Map<String, Columns> columnsOf(BallotOutcome sheet, Form form) {
        return sheet.match(
                ballot -> ballot.rows().stream().collect(toMap(Row::item, r -> columnsOf(r, ballot.standing()))),
                held -> form.items().stream().collect(toMap(Form.Item::id, i -> new Columns(Map.of(), 0, 0, 0, 1))));
    }

    /** Every row of an invalid sheet is an invalid row: the sheet stays in the sums, its votes do not. */
    private static Columns columnsOf(Row row, Ballot.Standing standing) {
        Columns invalid = new Columns(Map.of(), 0, 1, 0, 0);
        return standing == Ballot.Standing.INVALID
                ? invalid
                : row.answer()
                        .match(
                                chosen -> new Columns(Map.of(chosen.option(), 1L), 0, 0, 0, 0),
                                () -> new Columns(Map.of(), 1, 0, 0, 0),
                                () -> invalid,
                                doubt -> new Columns(Map.of(), 0, 0, 1, 0));
    }

    boolean has(String item) {
        return columns.containsKey(item);
    }

    /** What is open for an item whatever the stray pages are: undecided rows and sheets the scanner missed. */
    Votes votes(String item) {
        Votes decided = grades.votes(columns.get(item));
        return decided.open(decided.open() + clearing.unseen());
    }

    static List<String> items(List<LotCount> lots) {
        List<String> items = new ArrayList<>();
        for (LotCount lot : lots) {
            lot.columns.keySet().stream().filter(i -> !items.contains(i)).forEach(items::add);
        }
        return items;
    }
}
