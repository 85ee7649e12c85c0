package org.tallyroom.cli;

import java.util.ArrayList;
import java.util.List;
import org.tallyroom.station.CountDocument;

/** The result on the terminal: a line for each unit, columns aligned also where a character is two columns wide. */
final class ResultTable {

    private static final String GAP = "  ";

    private final Terminal terminal;

    ResultTable(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(CountDocument count) {
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
        rows.forEach(row -> terminal.print(line(row, widths)));
    }

    private List<String> row(CountDocument.Unit unit) {
        CountDocument.Item overall = unit.tallies().stream()
                .filter(t -> t.respondentType().equals("all"))
                .findFirst()
                .orElseThrow();
        return List.of(
                unit.unit(),
                unit.accounting().stream().allMatch(a -> a.returned().isPresent())
                        ? String.valueOf(unit.accounting().stream().mapToLong(a -> a.returned().orElse(0L)).sum())
                        : "–",
                String.valueOf(overall.valid()),
                String.valueOf(unit.accounting().stream().mapToLong(CountDocument.Accounting::held).sum()),
                overall.rate().map(rate -> rate.num() + "/" + rate.den()).orElse("–"),
                overall.k().map(String::valueOf).orElse("–"),
                terminal.sentences().say("cli.verdict." + unit.verdict()));
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
