package org.tallyroom.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallyroom.message.Message;
import org.tallyroom.message.Sentences;
import org.tallyroom.report.Block;
import org.tallyroom.report.Cell;
import org.tallyroom.tally.Fraction;

/**
 * A report's table as a spreadsheet holds it: a rate becomes three columns (votes, of how many, per cent), because a
 * cell with "12/14" becomes a day in December as soon as somebody opens the file.
 *
 * @param heads one text per column
 * @param rows as wide as the heads
 */
record Grid(List<String> heads, List<List<Value>> rows) {

    private static final int COLUMNS_OF_A_RATE = 3;

    /** A cell's content; a number keeps its scale, so that a file shows what the page shows. */
    sealed interface Value permits Text, Figure, Nothing {}

    record Text(String text) implements Value {}

    /**
     * @param scaled the number times ten to the power of {@code decimals}
     */
    record Figure(long scaled, int decimals, boolean percent) implements Value {}

    record Nothing() implements Value {}

    static Grid of(Block.Table table, Sentences sentences) {
        List<Integer> rates = new ArrayList<>();
        List<String> heads = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int column = i;
            String head = sentences.say(table.columns().get(i).head());
            if (table.lines().stream().anyMatch(l -> l.cells().get(column) instanceof Cell.Rate)) {
                rates.add(i);
                heads.add(sentences.say("office.rate.votes", head));
                heads.add(sentences.say("office.rate.base", head));
                heads.add(sentences.say("office.rate.percent", head));
            } else {
                heads.add(head);
            }
        }
        return new Grid(heads, table.lines().stream().map(l -> row(l, rates, sentences)).toList());
    }

    private static List<Value> row(Block.Line line, List<Integer> rates, Sentences sentences) {
        List<Value> row = new ArrayList<>();
        for (int i = 0; i < line.cells().size(); i++) {
            List<Value> values = line.cells().get(i).match(new Values(sentences));
            row.addAll(values);
            for (int more = values.size(); rates.contains(i) && more < COLUMNS_OF_A_RATE; more++) {
                row.add(new Nothing());
            }
        }
        return row;
    }

    private record Values(Sentences sentences) implements Cell.Cases<List<Value>> {
        @Override
        public List<Value> words(Message text) {
            return Optional.of(sentences.say(text))
                    .filter(said -> !said.isEmpty())
                    .<List<Value>>map(said -> List.of(new Text(said)))
                    .orElseGet(this::unknown);
        }

        @Override
        public List<Value> number(long value) {
            return List.of(new Figure(value, 0, false));
        }

        @Override
        public List<Value> rate(Fraction value) {
            return List.of(
                    new Figure(value.num(), 0, false),
                    new Figure(value.den(), 0, false),
                    new Figure(value.hundredthsOfPercent(), 4, true));
        }

        @Override
        public List<Value> gap(long tenths) {
            return List.of(new Figure(tenths, 1, false));
        }

        @Override
        public List<Value> unknown() {
            return List.of(new Nothing());
        }
    }
}
