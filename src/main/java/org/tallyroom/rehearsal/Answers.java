package org.tallyroom.rehearsal;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tallyroom.form.Form;
import org.tallyroom.meeting.CountingRules;

/**
 * The answers of one form, sorted by what they mean under the meeting's rules.
 *
 * @param satisfied option ids in the numerator; at least one
 * @param others valid option ids that are not satisfied, the mildest first; may be empty
 */
record Answers(List<String> satisfied, List<String> others) {

    static Answers of(Form form, CountingRules rules) {
        List<String> ids = form.scale().options().stream().map(Form.Option::id).toList();
        return new Answers(
                ids.stream().filter(rules.satisfied()::contains).toList(),
                ids.stream()
                        .filter(id -> !rules.satisfied().contains(id) && !rules.excluded().contains(id))
                        .toList());
    }

    String satisfied(RandomGenerator random) {
        return satisfied.get(random.nextInt(satisfied.size()));
    }

    /** The milder an answer the oftener it is given. */
    String other(RandomGenerator random) {
        for (String option : others) {
            if (random.nextInt(100) < 68) {
                return option;
            }
        }
        return others.isEmpty() ? satisfied(random) : others.get(others.size() - 1);
    }

    /** Two options that are not the same. */
    List<String> pair(RandomGenerator random) {
        String first = satisfied(random);
        return others.isEmpty() ? List.of(first) : List.of(first, others.get(random.nextInt(others.size())));
    }
}
