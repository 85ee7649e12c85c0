package org.tallyroom.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tallyroom.rehearsal.Damage;

/** Prints what a run found, for people and for a file that is kept. */
final class AccuracyTables {

    private static final String HEAD = "%-24s %9s %9s %6s  %-24s %-24s %s%n";

    private final PrintStream out;

    AccuracyTables(PrintStream out) {
        this.out = out;
    }

    void print(Ledger ledger) {
        ledger.accounts().forEach(this::damage);
        bias("columns", ledger.columns());
        bias("rows", ledger.rows());
        unreadable(ledger);
        wrong(ledger);
    }

    private void unreadable(Ledger ledger) {
        out.printf("%npages unreadable: %d%n", ledger.unreadable().size());
        ledger.unreadable().forEach(page -> out.printf(
                "  page %d (%s, %d dpi): %s%n", page.deal().number(), word(page.deal().damage()), page.deal().dpi(),
                page.state()));
    }

    private void damage(Damage damage, Ledger.Account account) {
        Budget budget = Budget.of(damage);
        out.printf(Locale.ROOT, "%n== %s: %d pages (%.0f ms of processor to make one, %.0f ms to read it) ==%n",
                word(damage), account.pages(), account.makeMillis(), account.readMillis());
        long lost = account.unreadablePages();
        out.printf(Locale.ROOT, "pages unreadable: %d of %d = %s %% [%s], at most %s %%%s%n", lost, account.pages(),
                Interval.percent(lost / (double) account.pages()), Interval.of(lost, account.pages()),
                Interval.percent(budget.unreadable()), lost == 0 ? "" : " " + account.unreadable());
        if (account.all().rows().all() == 0) {
            return;
        }
        out.printf(HEAD, "", "rows", "doubtful", "wrong", "doubtful % [95 %]", "wrong % [95 %]",
                "positions right / doubtful / wrong (wrong % [95 %])");
        line("all", account.all());
        line("plainly marked", account.plain());
        account.marks().forEach((mark, line) -> line("  " + mark.label(), line));
        out.println("(crosses, alterations and columns are right when they are doubtful)");
        out.println("plainly marked, by pen and resolution");
        account.pens().forEach((pen, line) -> line("  " + pen, line));
        account.resolutions().forEach((dpi, line) -> line("  " + dpi, line));
        if (account.faint().rows().all() > 0) {
            line("ink too light for 1 bit", account.faint());
        }
        out.printf(Locale.ROOT, "budget (nothing wrong, plain rows doubtful at most %s %%%s): %s%n",
                Interval.percent(budget.doubtful()),
                damage == Damage.OFFICE ? ", crosses doubtful at least " + Interval.percent(Budget.CROSSES) + " %" : "",
                budget.kept(damage, account) ? "kept" : "NOT KEPT");
    }

    private void line(String name, Ledger.Line line) {
        Score rows = line.rows();
        Score cells = line.positions();
        out.printf(HEAD, name, rows.all(), rows.doubtful(), rows.wrong(),
                rate(rows.doubtful(), rows.all()), rate(rows.wrong(), rows.all()),
                cells.right() + " / " + cells.doubtful() + " / " + cells.wrong() + " ("
                        + rate(cells.wrong(), cells.all()) + ")");
    }

    private static String rate(long hits, long all) {
        return Interval.percent(hits / (double) all) + " [" + Interval.of(hits, all) + "]";
    }

    private void bias(String what, Map<String, Map<Integer, long[]>> places) {
        out.printf("%nposition bias: plainly marked rows that were not read right, by %s%n", what);
        places.forEach((form, groups) -> {
            List<long[]> counts = new ArrayList<>(groups.values());
            List<String> shares = counts.stream().map(c -> c[1] + "/" + (c[0] + c[1])).toList();
            out.printf("  %s: %s%n    %s%n", form, ChiSquare.of(counts), String.join("  ", shares));
        });
    }

    private void wrong(Ledger ledger) {
        long rows = ledger.wrong().stream()
                .flatMap(page -> page.rows().stream())
                .filter(row -> row.score().wrong() > 0)
                .count();
        out.printf("%nwrong rows: %d%n", rows);
        for (SeenPage page : ledger.wrong()) {
            if (!page.read()) {
                out.printf("  page %d: taken for another sheet%n", page.deal().number());
            }
            page.rows().stream()
                    .filter(row -> row.score().wrong() > 0)
                    .forEach(row -> out.printf(
                            "  page %d (%s, %d dpi, %s) row %d %s: %s meant %s, read %s%n", page.deal().number(),
                            word(page.deal().damage()), page.deal().dpi(), page.deal().pen(), row.number() + 1,
                            row.item(), row.mark().label(), row.meant(), row.read()));
        }
    }

    static String word(Damage damage) {
        return damage.name().toLowerCase(Locale.ROOT);
    }
}
