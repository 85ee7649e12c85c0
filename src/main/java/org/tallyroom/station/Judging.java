package org.tallyroom.station;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tallyroom.ballot.Decision;
import org.tallyroom.calibration.Criteria;
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
 * @param decided for each sheet's token hash and item, by number from 1, the criteria in force when it was decided
 */
record Judging(List<Criteria> inTurn, CountingRules rules, Map<String, Map<String, Integer>> decided) {

    private static final Set<String> MANY = Set.of(Decision.ALL, Decision.CROSSES, Decision.COLUMN);

    Judging {
        inTurn = List.copyOf(inTurn);
    }

    static Judging of(List<Criteria> inTurn, CountingRules rules, List<DecisionFact> decisions) {
        Map<String, Map<String, Integer>> decided = new HashMap<>();
        for (DecisionFact d : decisions) {
            Map<String, Integer> items = decided.computeIfAbsent(d.tokenHash(), token -> new HashMap<>());
            String item = MANY.contains(d.item()) ? Decision.ALL : d.item();
            items.put(item, d.criteria());
        }
        return new Judging(inTurn, rules, decided);
    }

    List<Judgement> judge(PageFact page) {
        return page.reading().map(reading -> judge(page.sheet(), reading)).orElse(List.of());
    }

    private List<Judgement> judge(Optional<String> sheet, String reading) {
        Map<String, Integer> items = sheet.map(decided::get).orElse(Map.of());
        return Json.read(reading, PageReading.class).rows().stream()
                .map(row -> criteria(items, row).judge(row, rules.crosses()))
                .toList();
    }

    private Criteria criteria(Map<String, Integer> items, RowReading row) {
        int inForce = inTurn.size();
        int number = items.getOrDefault(row.item(), items.getOrDefault(Decision.ALL, inForce));
        return inTurn.get(number - 1);
    }
}
