package org.tallyroom.station;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.tallyroom.ballot.Decision;
import org.tallyroom.calibration.Answer;
import org.tallyroom.calibration.Criteria;
import org.tallyroom.calibration.Doubt;
import org.tallyroom.calibration.Judgement;
import org.tallyroom.json.Json;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.recognise.PageReading;
import org.tallyroom.recognise.RowReading;
import org.tallyroom.store.DecisionFact;
import org.tallyroom.store.PageFact;

/**
 * Turns stored measures into answers, whenever somebody asks: criteria may change without scanning again. Rows that
 * people decided, or opened again, keep the reading that they decided on: a decision goes on meaning what it meant.
 *
 * @param inTurn all criteria of this meeting, the ones in force last
 * @param decisions by the token hash of their sheet, in the order they were made
 * @param known what pages say on whose sheets nobody decided, by page id: neither the measures of a page nor criteria
 *     ever change, and parsing 5,000 pages of measures takes most of a second
 */
record Judging(
        List<Criteria> inTurn,
        CountingRules rules,
        Map<String, List<DecisionFact>> decisions,
        Map<String, List<Judgement>> known) {

    Judging {
        inTurn = List.copyOf(inTurn);
        decisions = Map.copyOf(decisions);
    }

    static Judging of(List<Criteria> inTurn, CountingRules rules, List<DecisionFact> decisions) {
        return new Judging(
                inTurn,
                rules,
                decisions.stream().collect(Collectors.groupingBy(DecisionFact::tokenHash)),
                new ConcurrentHashMap<>());
    }

    /** The same on other decisions, which concern none of what is known. */
    Judging with(List<DecisionFact> newer) {
        return new Judging(
                inTurn, rules, newer.stream().collect(Collectors.groupingBy(DecisionFact::tokenHash)), known);
    }

    List<Judgement> judge(PageFact page) {
        List<DecisionFact> decided = page.sheet().map(decisions::get).orElse(List.of());
        return decided.isEmpty()
                ? known.computeIfAbsent(page.id(), id -> judge(page, decided))
                : judge(page, decided);
    }

    private List<Judgement> judge(PageFact page, List<DecisionFact> decided) {
        return page.reading()
                .map(reading -> Json.read(reading, PageReading.class).rows().stream()
                        .map(row -> judge(row, decided))
                        .toList())
                .orElse(List.of());
    }

    private Judgement judge(RowReading row, List<DecisionFact> decided) {
        for (int i = decided.size() - 1; i >= 0; i--) {
            DecisionFact fact = decided.get(i);
            Judgement then = judge(row, fact.criteria());
            Decision decision =
                    new Decision(fact.tokenHash(), fact.item(), fact.outcome(), fact.deciders().get(0), fact.reason());
            if (decision.concerns(row.item(), doubt(then))) {
                return then;
            }
        }
        return judge(row, inTurn.size());
    }

    private Judgement judge(RowReading row, int criteria) {
        return inTurn.get(criteria - 1).judge(row, rules.crosses());
    }

    private static Optional<Doubt> doubt(Judgement judgement) {
        return judgement.answer() instanceof Answer.Doubtful d ? Optional.of(d.doubt()) : Optional.empty();
    }
}
