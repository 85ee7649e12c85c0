package org.tallyroom.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.meeting.CountingRules.Decides;
import org.tallyroom.meeting.CountingRules.Denominator;
import org.tallyroom.meeting.CountingRules.Pool;
import org.tallyroom.tally.Identity.State;

/**
 * Counts one unit from its lots.
 *
 * <p>Without a hand count of the paper, the sheets seen and everything known to be open carry the verdict, and the
 * identities stay open beside it: the machine never makes up the hand count. Stray pages may belong to any unit that
 * misses sheets, but to no more of them than it misses.
 */
final class UnitCounting {

    private final CountingRules rules;
    private final List<LotCount> lots;
    private final long strayPages;

    UnitCounting(CountingRules rules, List<LotCount> lots, long strayPages) {
        this.rules = rules;
        this.lots = lots;
        this.strayPages = strayPages;
    }

    UnitCount count(String unit) {
        List<Tally> tallies =
                LotCount.items(lots).stream().flatMap(this::talliesOf).toList();
        List<Tally> deciding = tallies.stream().filter(this::decides).toList();
        Verdict verdict = unitVerdict(deciding);
        return new UnitCount(
                unit,
                lots.stream().map(LotCount::clearing).toList(),
                tallies,
                verdict,
                k(deciding, verdict),
                flagged(tallies));
    }

    private Stream<Tally> talliesOf(String item) {
        List<LotCount> having = lots.stream().filter(l -> l.has(item)).toList();
        return Stream.concat(
                having.stream().map(l -> tally(item, l.clearing().lot().respondentType(), List.of(l))),
                Stream.of(tally(item, Tally.ALL, having)));
    }

    private Tally tally(String item, String respondentType, List<LotCount> of) {
        Columns columns = of.stream().map(l -> l.columns().get(item)).reduce(Columns::plus).orElseThrow();
        Votes votes = of.stream().map(l -> l.votes(item)).reduce(Votes::plus).orElseThrow();
        long room = of.stream().mapToLong(l -> l.clearing().room()).sum();
        Votes withStray = votes.open(votes.open() + Math.min(strayPages, room));
        Score score = Yardstick.of(rules).measure(withStray, figure(of));
        long seen = of.stream().mapToLong(l -> l.clearing().seen()).sum();
        return new Tally(item, respondentType, columns, seen, withStray, withheld(score));
    }

    private Optional<Long> figure(List<LotCount> of) {
        if (rules.denominator() == Denominator.VALID) {
            return Optional.empty();
        }
        List<Optional<Long>> figures = of.stream()
                .filter(l -> l.clearing().printed() > 0)
                .map(l -> l.clearing().figure(rules.denominator()))
                .toList();
        return figures.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(figures.stream().mapToLong(Optional::orElseThrow).sum());
    }

    private boolean repeat() {
        return lots.stream().anyMatch(l -> l.clearing().moreReturnedThanIssued());
    }

    private boolean broken() {
        return lots.stream().anyMatch(l -> l.clearing().in(State.BROKEN));
    }

    private Score withheld(Score score) {
        if (repeat()) {
            return score.withheld(Verdict.NONE);
        }
        return broken() ? score.withheld(Verdict.OPEN) : score;
    }

    /** With types pooled the total decides; apart, every type that has sheets must meet the threshold by itself. */
    private boolean decides(Tally tally) {
        boolean together = tally.respondentType().equals(Tally.ALL);
        boolean counted = rules.pool() == Pool.ALL ? together : !together && printed(tally.respondentType());
        return counted && (rules.decides() == Decides.ANY || overall(tally.item()));
    }

    private boolean printed(String respondentType) {
        return lots.stream()
                .map(LotCount::clearing)
                .anyMatch(c -> c.lot().respondentType().equals(respondentType) && c.printed() > 0);
    }

    private boolean overall(String item) {
        return lots.stream().anyMatch(l -> l.form().overall().id().equals(item));
    }

    private Verdict unitVerdict(List<Tally> deciding) {
        if (repeat()) {
            return Verdict.REPEAT;
        }
        List<Verdict> verdicts = deciding.stream().map(Tally::verdict).toList();
        if (broken()) {
            return Verdict.OPEN;
        }
        return Stream.of(Verdict.BELOW, Verdict.OPEN, Verdict.NONE)
                .filter(verdicts::contains)
                .findFirst()
                .orElse(verdicts.isEmpty() ? Verdict.NONE : Verdict.MEETS);
    }

    /** A unit that meets falls when its weakest item does; one below rises only when every failing item does. */
    private static Optional<Long> k(List<Tally> deciding, Verdict verdict) {
        List<Optional<Long>> turning = deciding.stream()
                .filter(t -> t.verdict() == verdict)
                .map(t -> t.score().k())
                .toList();
        return switch (verdict) {
            case MEETS -> turning.stream().flatMap(Optional::stream).min(Long::compare);
            case BELOW -> turning.stream().anyMatch(Optional::isEmpty)
                    ? Optional.empty()
                    : turning.stream().flatMap(Optional::stream).max(Long::compare);
            case OPEN, NONE, REPEAT -> Optional.empty();
        };
    }

    private List<String> flagged(List<Tally> tallies) {
        List<String> flagged = new ArrayList<>();
        tallies.stream()
                .filter(t -> t.verdict() == Verdict.BELOW)
                .filter(t -> rules.decides() == Decides.ANY || !overall(t.item()))
                .filter(t -> rules.pool() == Pool.SEPARATE || t.respondentType().equals(Tally.ALL))
                .map(Tally::item)
                .filter(item -> !flagged.contains(item))
                .forEach(flagged::add);
        return flagged;
    }
}
