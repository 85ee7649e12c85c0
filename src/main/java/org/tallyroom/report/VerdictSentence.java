package org.tallyroom.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallyroom.meeting.CountingRules.Decides;
import org.tallyroom.meeting.CountingRules.Exact;
import org.tallyroom.meeting.CountingRules.Pool;
import org.tallyroom.message.Message;
import org.tallyroom.tally.Fraction;
import org.tallyroom.tally.Identity;
import org.tallyroom.tally.Tally;
import org.tallyroom.tally.UnitCount;
import org.tallyroom.tally.Verdict;

/**
 * What a unit's verdict is called. Falling below the threshold is no judgement but a question put to the supervision
 * group (domain.md §0 no. 8): nobody is ever called failed.
 */
final class VerdictSentence {

    private final Counted counted;
    private final UnitCount unit;

    VerdictSentence(Counted counted, UnitCount unit) {
        this.counted = counted;
        this.unit = unit;
    }

    /** One sentence to read aloud, and a second one where the rate is exactly the threshold. */
    Message say() {
        if (unit.verdict() == Verdict.OPEN && unit.lacksQuorum()) {
            return Message.of("report.verdict.no-quorum");
        }
        if (unit.verdict() == Verdict.OPEN && unit.in(Identity.State.BROKEN)) {
            return Message.of("report.verdict.broken");
        }
        return switch (unit.verdict()) {
            case REPEAT -> Message.of("report.verdict.repeat");
            case NONE -> Message.of("report.verdict.none");
            case OPEN -> open();
            case MEETS, BELOW -> Wording.sentences(decided());
        };
    }

    /** In a few words, for a table. */
    Message brief() {
        return brief(counted, unit.verdict());
    }

    static Message brief(Counted counted, Verdict verdict) {
        String threshold = Wording.threshold(counted.threshold());
        boolean passes = counted.meeting().rules().exact() == Exact.PASSES;
        return switch (verdict) {
            case MEETS -> passes
                    ? Message.of("report.brief.at-least", threshold)
                    : Message.of("report.brief.above", threshold);
            case BELOW -> passes
                    ? Message.of("report.brief.below", threshold)
                    : Message.of("report.brief.not-above", threshold);
            case OPEN -> Message.of("report.brief.open");
            case NONE -> Message.of("report.brief.none");
            case REPEAT -> Message.of("report.brief.repeat");
        };
    }

    private List<Message> decided() {
        List<Message> sentences = new ArrayList<>();
        Message result = brief();
        List<Message> rates = new ArrayList<>();
        deciding().forEach(t -> t.score().rate().ifPresent(r -> rates.add(rate(t, r))));
        boolean below = unit.verdict() == Verdict.BELOW;
        Message all = Wording.clauses(rates);
        sentences.add(Message.of(below ? "report.verdict.below" : "report.verdict.meets", all, result));
        boolean tie = deciding().stream()
                .anyMatch(t -> t.score().margin() == 0 && t.score().rate().isPresent());
        if (tie) {
            String threshold = Wording.threshold(counted.threshold());
            sentences.add(Message.of("report.verdict.tie", threshold, result));
        }
        return sentences;
    }

    private Message open() {
        Optional<Tally> decisive = deciding().stream()
                .filter(t -> t.score().low().isPresent() && t.votes().open() > 0)
                .findFirst();
        return decisive.map(t -> Message.of(
                        "report.verdict.open",
                        t.votes().open(),
                        Wording.rate(t.score().low().orElseThrow()),
                        Wording.rate(t.score().high().orElseThrow())))
                .orElseGet(() -> Message.of("report.verdict.figures"));
    }

    /** The tallies worth naming: the overall item, or the items that decide against the unit, or the weakest one. */
    private List<Tally> deciding() {
        boolean pooled = counted.meeting().rules().pool() == Pool.ALL;
        List<Tally> candidates = unit.tallies().stream()
                .filter(t -> t.respondentType().equals(Tally.ALL) == pooled && t.sheets() > 0)
                .toList();
        if (counted.meeting().rules().decides() == Decides.OVERALL) {
            return candidates.stream().filter(t -> t.item().equals(counted.overall())).toList();
        }
        List<Tally> same = candidates.stream().filter(t -> t.verdict() == unit.verdict()).toList();
        return unit.verdict() == Verdict.MEETS ? weakest(same) : same;
    }

    private static List<Tally> weakest(List<Tally> tallies) {
        return tallies.stream()
                .filter(t -> t.score().rate().isPresent())
                .min((a, b) -> a.score().rate().orElseThrow().compareTo(b.score().rate().orElseThrow()))
                .stream()
                .toList();
    }

    private Message rate(Tally tally, Fraction rate) {
        Message item = Wording.name(counted.itemLabel(tally.item()));
        return tally.respondentType().equals(Tally.ALL)
                ? Message.of("report.verdict.rate", item, Wording.rate(rate))
                : Message.of(
                        "report.verdict.rate-of-type",
                        item,
                        Wording.rate(rate),
                        counted.meeting().respondentType(tally.respondentType()).label());
    }
}
