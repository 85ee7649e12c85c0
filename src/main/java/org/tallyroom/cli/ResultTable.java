package org.tallyroom.cli;

import java.util.ArrayList;
import java.util.List;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.report.HandCount;
import org.tallyroom.station.CountDocument;
import org.tallyroom.tally.Count;

/** The result on the terminal: a line for each unit, columns aligned also where a character is two columns wide. */
final class ResultTable {

    private static final String GAP = "  ";

    private final Terminal terminal;
    private final Meeting meeting;

    ResultTable(Terminal terminal, Meeting meeting) {
        this.terminal = terminal;
        this.meeting = meeting;
    }

    /** @param counted what the document was made from: it knows what the figures do not cover */
    void print(CountDocument count, Count counted) {
        terminal.say(count.closed() ? "cli.final" : "cli.provisional");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("unit", "returned", "valid", "held", "rate", "margin", "verdict").stream()
                .map(column -> terminal.sentences().say("cli.column." + column))
                .toList());
        count.units().forEach(unit -> rows.add(row(unit)));
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        terminal.print(line(rows.get(0), widths));
        for (int i = 0; i < count.units().size(); i++) {
            terminal.print(line(rows.get(i + 1), widths));
            HandCount.missing(meeting, counted.unit(count.units().get(i).unit()))
                    .ifPresent(missing -> terminal.print(GAP + terminal.sentences().say(missing)));
        }
    }

    private List<String> row(CountDocument.Unit unit) {
        CountDocument.Item overall = unit.tallies().stream()
                .filter(t -> t.respondentType().equals("all"))
                .findFirst()
                .orElseThrow();
        return List.of(
                meeting.unit(unit.unit()).shortName(),
                unit.accounting().stream().allMatch(a -> a.returned().isPresent())
                        ? String.valueOf(unit.accounting().stream().mapToLong(a -> a.returned().orElse(0L)).sum())
                        : "–",
                String.valueOf(overall.valid()),
                String.valueOf(unit.accounting().stream().mapToLong(CountDocument.Accounting::held).sum()),
                overall.rate().map(rate -> rate.num() + "/" + rate.den()).orElse("–"),
                overall.k().map(String::valueOf).orElse("–"),
                verdict(unit.verdict()));
    }

    /** "Not below 2/3" passes a rate of exactly 2/3, "above 2/3" does not: the words follow the meeting's rule. */
    private String verdict(String verdict) {
        CountingRules.Threshold threshold = meeting.rules().threshold();
        String words =
                switch (meeting.rules().exact()) {
                    case PASSES -> verdict;
                    case FAILS -> verdict + "-strictly";
                };
        boolean judged = verdict.equals("meets") || verdict.equals("below");
        return terminal.sentences()
                .say("cli.verdict." + (judged ? words : verdict), threshold.num() + "/" + threshold.den());
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            line.append(cell).append(" ".repeat(widths[i] - width(cell))).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2e80 ? 2 : 1).sum();
    }
}
