package org.tallyroom.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tallyroom.rehearsal.Damage;

/** All that a run has counted so far, sorted by damage. Filled by one thread at a time. */
final class Ledger {

    private final Map<Damage, Account> accounts = new EnumMap<>(Damage.class);
    private final Map<String, Map<Integer, long[]>> columns = new TreeMap<>();
    private final Map<String, Map<Integer, long[]>> rows = new TreeMap<>();
    private final List<SeenPage> wrong = new ArrayList<>();
    private final List<SeenPage> unreadable = new ArrayList<>();

    /** What pages of one damage have come to. */
    static final class Account {
        private final Map<Mark, Line> marks = new EnumMap<>(Mark.class);
        private final Map<String, Line> pens = new TreeMap<>();
        private final Map<String, Line> resolutions = new TreeMap<>();
        private final Map<String, Long> unreadable = new TreeMap<>();
        private Line plain = Line.NONE;
        private Line faint = Line.NONE;
        private Line all = Line.NONE;
        private long pages;
        private long makeNanos;
        private long readNanos;

        private void add(SeenPage page) {
            pages++;
            makeNanos += page.makeNanos();
            readNanos += page.readNanos();
            if (!page.read()) {
                unreadable.merge(page.state(), 1L, Long::sum);
                return;
            }
            for (SeenRow row : page.rows()) {
                Line line = new Line(row.score(), row.positions());
                if (page.deal().faint()) {
                    faint = faint.plus(line);
                    continue;
                }
                all = all.plus(line);
                marks.merge(row.mark(), line, Line::plus);
                if (row.mark().plain()) {
                    plain = plain.plus(line);
                    pens.merge(page.deal().pen(), line, Line::plus);
                    resolutions.merge(page.deal().dpi() + " dpi", line, Line::plus);
                }
            }
        }

        Map<Mark, Line> marks() {
            return marks;
        }

        Map<String, Line> pens() {
            return pens;
        }

        Map<String, Line> resolutions() {
            return resolutions;
        }

        Map<String, Long> unreadable() {
            return unreadable;
        }

        long unreadablePages() {
            return unreadable.values().stream().mapToLong(Long::longValue).sum();
        }

        Line plain() {
            return plain;
        }

        /** Rows in ink that the picture may not hold; they are in no other line. */
        Line faint() {
            return faint;
        }

        Line all() {
            return all;
        }

        long pages() {
            return pages;
        }

        double makeMillis() {
            return makeNanos / 1e6 / Math.max(1, pages);
        }

        double readMillis() {
            return readNanos / 1e6 / Math.max(1, pages);
        }
    }

    /** Scores by rows and by positions. */
    record Line(Score rows, Score positions) {
        static final Line NONE = new Line(Score.NONE, Score.NONE);

        Line plus(Line other) {
            return new Line(rows.plus(other.rows), positions.plus(other.positions));
        }
    }

    void add(SeenPage page) {
        accounts.computeIfAbsent(page.deal().damage(), d -> new Account()).add(page);
        boolean misread = page.rows().stream().anyMatch(row -> row.score().wrong() > 0);
        if (misread && !page.deal().faint() || page.state().equals("wrong-sheet")) {
            wrong.add(page);
        }
        if (!page.read()) {
            unreadable.add(page);
        }
        for (SeenRow row : page.rows()) {
            if (page.read() && row.mark().plain() && !page.deal().faint()) {
                int hit = row.score().right() > 0 ? 0 : 1;
                place(columns, page, row.column())[hit]++;
                place(rows, page, row.number())[hit]++;
            }
        }
    }

    private static long[] place(Map<String, Map<Integer, long[]>> places, SeenPage page, int at) {
        return places.computeIfAbsent(page.deal().page().form(), form -> new TreeMap<>())
                .computeIfAbsent(at, place -> new long[2]);
    }

    Map<Damage, Account> accounts() {
        return accounts;
    }

    Map<String, Map<Integer, long[]>> columns() {
        return columns;
    }

    Map<String, Map<Integer, long[]>> rows() {
        return rows;
    }

    /** Pages with a row read wrongly, or taken for another sheet, by number. */
    List<SeenPage> wrong() {
        return byNumber(wrong);
    }

    List<SeenPage> unreadable() {
        return byNumber(unreadable);
    }

    private static List<SeenPage> byNumber(List<SeenPage> pages) {
        return pages.stream()
                .sorted(Comparator.comparing(page -> page.deal().number()))
                .toList();
    }
}
