package org.tallyroom.tally;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tallyroom.ballot.Ballot;
import org.tallyroom.ballot.BallotOutcome;
import org.tallyroom.ballot.Decision;
import org.tallyroom.ballot.Held;
import org.tallyroom.ballot.Row;
import org.tallyroom.form.Form;

/** The columns of every item of one lot. */
record LotCount(Form form, Grades grades, Clearing clearing, Map<String, Columns> columns) {

    /** No option can be called like this or like a decision: the form's definition would be refused. */
    private static final String HELD = "held sheet";

    static LotCount of(Form form, Grades grades, Clearing clearing, List<BallotOutcome> sheets) {
        Map<String, Map<String, Long>> words = new LinkedHashMap<>();
        form.items().forEach(i -> words.put(i.id(), new HashMap<>()));
        for (BallotOutcome sheet : sheets) {
            Function<Row, String> word = sheet.match(b -> r -> word(r, b.standing()), h -> r -> HELD);
            List<Row> rows = sheet.match(Ballot::rows, Held::rows);
            rows.forEach(r -> words.get(r.item()).merge(word.apply(r), 1L, Long::sum));
        }
        Map<String, Columns> columns = new LinkedHashMap<>();
        words.forEach((item, counted) -> columns.put(item, columns(grades.options(), counted)));
        return new LotCount(form, grades, clearing, columns);
    }

    private static Columns columns(List<String> options, Map<String, Long> words) {
        Map<String, Long> votes = new LinkedHashMap<>();
        options.forEach(o -> votes.put(o, words.getOrDefault(o, 0L)));
        return new Columns(
                votes,
                words.getOrDefault(Decision.BLANK, 0L),
                words.getOrDefault(Decision.OVERMARKED, 0L),
                words.getOrDefault(Decision.DOUBTFUL, 0L),
                words.getOrDefault(HELD, 0L));
    }

    /** Every row of an invalid sheet is an invalid row: the sheet stays in the sums, its votes do not. */
    private static String word(Row row, Ballot.Standing standing) {
        return standing == Ballot.Standing.INVALID
                ? Decision.OVERMARKED
                : row.answer()
                        .match(
                                chosen -> chosen.option(),
                                () -> Decision.BLANK,
                                () -> Decision.OVERMARKED,
                                doubt -> Decision.DOUBTFUL);
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
