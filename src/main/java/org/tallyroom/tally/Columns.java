package org.tallyroom.tally;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The columns of one item's tally; each sheet that the scanner saw stands in exactly one.
 *
 * @param options votes per option id, in the form's order
 * @param blank rows without a mark
 * @param overmarked invalid rows: two plain marks, void by a rule or a person, and every row of an invalid sheet
 * @param doubtful rows that nobody has settled
 * @param held rows of sheets that wait for two people
 */
public record Columns(Map<String, Long> options, long blank, long overmarked, long doubtful, long held) {

    public Columns {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        if (Stream.concat(options.values().stream(), Stream.of(blank, overmarked, doubtful, held))
                .anyMatch(n -> n < 0)) {
            throw new IllegalArgumentException("a column below zero");
        }
    }

    /** Counting two piles apart and adding gives what counting them together gives. */
    public Columns plus(Columns other) {
        Map<String, Long> sums = new LinkedHashMap<>(options);
        other.options.forEach((option, votes) -> sums.merge(option, votes, Long::sum));
        return new Columns(
                sums,
                blank + other.blank,
                overmarked + other.overmarked,
                doubtful + other.doubtful,
                held + other.held);
    }

    public long sheets() {
        return votes(options.keySet()) + blank + overmarked + doubtful + held;
    }

    /** Votes for any of some options. */
    public long votes(Collection<String> ids) {
        return ids.stream().distinct().mapToLong(id -> options.getOrDefault(id, 0L)).sum();
    }
}
