package org.tallyroom.ballot;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.tallyroom.calibration.Answer;
import org.tallyroom.calibration.Judgement;

/** Whether a second picture of a page says the same as the first. */
public final class Rereading {

    private Rereading() {}

    /**
     * The items to which both pictures give a definite answer, and not the same one. None: the second picture is a mere
     * duplicate, which is what re-feeding after a jam gives.
     */
    public static List<String> differing(List<Judgement> first, List<Judgement> second) {
        Map<String, Answer> before = first.stream().collect(toMap(Judgement::item, Judgement::answer));
        return second.stream()
                .filter(j -> before.containsKey(j.item()) && differ(before.get(j.item()), j.answer()))
                .map(Judgement::item)
                .toList();
    }

    private static boolean differ(Answer one, Answer other) {
        return definite(one) && definite(other) && !one.equals(other);
    }

    private static boolean definite(Answer answer) {
        return answer.match(chosen -> true, () -> true, () -> true, doubt -> false);
    }
}
