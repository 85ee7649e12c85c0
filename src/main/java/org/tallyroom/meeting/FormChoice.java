package org.tallyroom.meeting;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tallyroom.definition.Problems;
import org.tallyroom.definition.Said;
import org.tallyroom.form.Form;
import org.tallyroom.message.Language;

/**
 * The forms a meeting may name.
 *
 * @param complete every definition gave a form; otherwise an unknown id is perhaps only the id of a wrong form, which
 *     has problems of its own
 */
record FormChoice(Map<String, Form> byId, boolean complete) {

    FormChoice {
        byId = Map.copyOf(byId);
    }

    /** A form by its id; without one, the only form there is. */
    String choose(Optional<Said> id, Said otherwise, Problems problems) {
        if (id.isEmpty() && byId.size() == 1) {
            return byId.keySet().iterator().next();
        }
        Said said = id.orElse(otherwise);
        if (complete && !byId.containsKey(said.value())) {
            String known = String.join(", ", byId.keySet().stream().sorted().toList());
            problems.add(said.origin(), "meeting.unknown-form", said.value(), known);
        }
        return said.value();
    }

    /** That of the forms; Chinese where they differ or are missing. */
    Language language() {
        boolean english = !byId.isEmpty() && byId.values().stream().allMatch(f -> f.language() == Language.EN);
        return english ? Language.EN : Language.ZH;
    }

    /** Ids of the options of all forms that are so, in printing order. */
    List<String> options(Predicate<Form.Option> so) {
        Set<String> ids = new LinkedHashSet<>();
        byId.values().stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .flatMap(form -> form.scale().options().stream())
                .filter(so)
                .forEach(option -> ids.add(option.id()));
        return List.copyOf(ids);
    }
}
