package org.tallyroom.meeting;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tallyroom.definition.Problems;
import org.tallyroom.definition.Said;
import org.tallyroom.definition.Section;
import org.tallyroom.form.Form;
import org.tallyroom.message.Sentences;

/** Reads the counting rules of a meeting; what is not said is as domain.md §F has it. */
final class RulesReading {

    private static final Pattern FRACTION = Pattern.compile("(\\d{1,4})\\s*/\\s*(\\d{1,4})");
    private static final CountingRules.Threshold TWO_THIRDS = new CountingRules.Threshold(2, 3);

    private final FormChoice forms;
    private final Problems problems;

    RulesReading(FormChoice forms, Problems problems) {
        this.forms = forms;
        this.problems = problems;
    }

    CountingRules rules(Section meeting) {
        return meeting.section("rules").map(this::read).orElseGet(this::defaults);
    }

    private CountingRules read(Section section) {
        List<String> satisfied = options(section, "satisfied", Form.Option::satisfied);
        List<String> excluded = options(section, "excluded", Form.Option::excluded);
        satisfied.stream()
                .filter(excluded::contains)
                .forEach(id -> problems.add(section.origin(), "meeting.satisfied-and-excluded", id));
        CountingRules rules = new CountingRules(
                satisfied,
                excluded,
                threshold(section),
                section.oneOf("exact", CountingRules.Exact.PASSES),
                section.oneOf("decides", CountingRules.Decides.OVERALL),
                section.oneOf("denominator", CountingRules.Denominator.VALID),
                section.oneOf("pool", CountingRules.Pool.ALL),
                section.optionalText("unfilled-name").map(Said::value).orElseGet(this::unfilled),
                section.oneOf("crosses", CountingRules.Crosses.REVIEW),
                section.oneOf("alterations", CountingRules.Alterations.REVIEW),
                quorum(section));
        section.noOtherKeys();
        return rules;
    }

    private CountingRules defaults() {
        return new CountingRules(
                forms.options(Form.Option::satisfied),
                forms.options(Form.Option::excluded),
                TWO_THIRDS,
                CountingRules.Exact.PASSES,
                CountingRules.Decides.OVERALL,
                CountingRules.Denominator.VALID,
                CountingRules.Pool.ALL,
                unfilled(),
                CountingRules.Crosses.REVIEW,
                CountingRules.Alterations.REVIEW,
                CountingRules.Quorum.OFF);
    }

    /** In the language of the forms. */
    private String unfilled() {
        return Sentences.in(forms.language()).say("meeting.unfilled");
    }

    private List<String> options(Section section, String key, Predicate<Form.Option> otherwise) {
        List<Said> said = section.texts(key);
        if (said.isEmpty()) {
            return section.keys().contains(key) && key.equals("excluded") ? List.of() : forms.options(otherwise);
        }
        List<String> known = forms.options(option -> true);
        if (forms.complete()) {
            said.stream()
                    .filter(id -> !known.contains(id.value()))
                    .forEach(id -> problems.add(
                            id.origin(), "meeting.unknown-option", id.value(), String.join(", ", known)));
        }
        return said.stream().map(Said::value).distinct().toList();
    }

    private CountingRules.Threshold threshold(Section section) {
        Optional<Said> said = section.optionalText("threshold");
        if (said.isEmpty()) {
            return TWO_THIRDS;
        }
        Matcher fraction = FRACTION.matcher(said.get().value());
        if (fraction.matches()) {
            int num = Integer.parseInt(fraction.group(1));
            int den = Integer.parseInt(fraction.group(2));
            if (num >= 1 && num < den) {
                return new CountingRules.Threshold(num, den);
            }
        }
        problems.add(said.get().origin(), "meeting.not-a-fraction", "threshold", said.get().value());
        return TWO_THIRDS;
    }

    private CountingRules.Quorum quorum(Section section) {
        Optional<Said> said = section.optionalText("quorum").filter(s -> !s.value().matches("off|false"));
        if (said.isEmpty()) {
            return CountingRules.Quorum.OFF;
        }
        Matcher fraction = FRACTION.matcher(said.get().value());
        if (fraction.matches()) {
            int num = Integer.parseInt(fraction.group(1));
            int den = Integer.parseInt(fraction.group(2));
            if (num >= 1 && num <= den) {
                return new CountingRules.Quorum(num, den);
            }
        }
        problems.add(said.get().origin(), "meeting.not-a-fraction", "quorum", said.get().value());
        return CountingRules.Quorum.OFF;
    }
}
