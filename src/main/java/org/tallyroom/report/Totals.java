package org.tallyroom.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tallyroom.tally.Clearing;
import org.tallyroom.tally.UnitCount;

/** Sums of figures of which one unknown makes the sum unknown. */
final class Totals {

    private Totals() {}

    static Optional<Long> of(UnitCount unit, Function<Clearing, Optional<Long>> figure) {
        return of(unit.accounting(), figure);
    }

    /** Lots nobody printed a sheet for have nothing to enter and do not count as unknown. */
    static Optional<Long> of(List<Clearing> clearings, Function<Clearing, Optional<Long>> figure) {
        List<Optional<Long>> figures = clearings.stream()
                .filter(c -> c.printed() > 0 || figure.apply(c).isPresent())
                .map(figure)
                .toList();
        return figures.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(figures.stream().mapToLong(Optional::orElseThrow).sum());
    }
}
