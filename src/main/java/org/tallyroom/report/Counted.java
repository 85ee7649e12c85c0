package org.tallyroom.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tallyroom.form.Form;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.meeting.RespondentType;
import org.tallyroom.tally.Count;
import org.tallyroom.tally.Fraction;

/**
 * A meeting with its count, as reports tell it.
 *
 * @param forms by id
 * @param definition the definition hash in hexadecimal
 * @param verificationCode of the closed count; empty while the count is provisional
 * @param rehearsal whether the sheets were a rehearsal's, whose result is not official
 */
public record Counted(
        Meeting meeting,
        Map<String, Form> forms,
        Count count,
        String definition,
        Optional<String> verificationCode,
        boolean rehearsal) {

    public Counted {
        forms = Map.copyOf(forms);
    }

    boolean provisional() {
        return verificationCode.isEmpty();
    }

    Fraction threshold() {
        return new Fraction(
                meeting.rules().threshold().num(), meeting.rules().threshold().den());
    }

    /** The forms in use, in the order of the respondent types that fill them in. */
    Stream<Form> formsInUse() {
        return meeting.respondentTypes().stream().map(RespondentType::form).distinct().map(forms::get);
    }

    String overall() {
        return formsInUse().findFirst().orElseThrow().overall().id();
    }

    List<Form.Option> options() {
        return formsInUse()
                .flatMap(f -> f.scale().options().stream())
                .collect(Collectors.toMap(
                        Form.Option::id, o -> o, (first, second) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    String itemLabel(String item) {
        return formsInUse()
                .flatMap(f -> f.items().stream())
                .filter(i -> i.id().equals(item))
                .findFirst()
                .orElseThrow()
                .label()
                .value();
    }

    /** The group an item stands under; empty for the overall item. */
    Optional<String> groupOf(String item) {
        return formsInUse()
                .flatMap(f -> f.groups().stream())
                .filter(g -> g.items().stream().anyMatch(i -> i.id().equals(item)))
                .map(g -> g.label().value())
                .findFirst();
    }

    List<String> satisfiedLabels() {
        return options().stream()
                .filter(o -> meeting.rules().satisfied().contains(o.id()))
                .map(o -> o.label().value())
                .toList();
    }

    /** The items of a unit's tallies, in the order of the forms. */
    List<String> items() {
        return formsInUse()
                .flatMap(f -> f.items().stream())
                .map(Form.Item::id)
                .distinct()
                .toList();
    }
}
