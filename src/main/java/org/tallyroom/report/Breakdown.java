package org.tallyroom.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tallyroom.tally.Clearing;
import org.tallyroom.tally.Columns;
import org.tallyroom.tally.Tally;
import org.tallyroom.tally.UnitCount;
import org.tallyroom.tally.Votes;

/**
 * Respondent types as a report may show them: nobody's answer may be guessed from a breakdown, so types with fewer than
 * {@link #FEWEST} sheets are shown together, and never with only one type left out, since that one could be computed
 * from the total (trust.md, Identity: complementary suppression). The verdict knows nothing of this.
 */
final class Breakdown {

    /** 5 sheets: the smallest breakdown published (trust.md). */
    static final long FEWEST = 5;

    private Breakdown() {}

    /** The groups of type ids to show, in the meeting's order; a single group of all of them shows nothing apart. */
    static List<List<String>> of(UnitCount unit) {
        List<Clearing> used = unit.accounting().stream().filter(c -> c.seen() > 0).toList();
        List<Clearing> together = new ArrayList<>(used.stream().filter(c -> c.seen() < FEWEST).toList());
        List<Clearing> bySize = used.stream()
                .filter(c -> c.seen() >= FEWEST)
                .sorted(Comparator.comparingLong(Clearing::seen))
                .toList();
        for (Clearing next : bySize) {
            long sheets = together.stream().mapToLong(Clearing::seen).sum();
            if (together.isEmpty() || together.size() > 1 && sheets >= FEWEST) {
                break;
            }
            together.add(next);
        }
        return groups(used, together);
    }

    private static List<List<String>> groups(List<Clearing> used, List<Clearing> together) {
        List<List<String>> groups = new ArrayList<>();
        used.stream()
                .filter(c -> !together.contains(c))
                .forEach(c -> groups.add(List.of(c.lot().respondentType())));
        if (!together.isEmpty()) {
            groups.add(used.stream()
                    .filter(together::contains)
                    .map(c -> c.lot().respondentType())
                    .toList());
        }
        return groups;
    }

    static boolean merged(List<List<String>> groups) {
        return groups.stream().anyMatch(g -> g.size() > 1);
    }

    /** A group's columns and votes of one item; empty where none of its forms has the item. */
    static Optional<Sum> sum(UnitCount unit, String item, List<String> types) {
        return unit.tallies().stream()
                .filter(t -> t.item().equals(item) && types.contains(t.respondentType()))
                .map(Sum::of)
                .reduce(Sum::plus);
    }

    /** Counts that are shown together. */
    record Sum(Columns columns, Votes votes) {
        static Sum of(Tally tally) {
            return new Sum(tally.columns(), tally.votes());
        }

        private Sum plus(Sum other) {
            return new Sum(columns.plus(other.columns), votes.plus(other.votes));
        }
    }
}
