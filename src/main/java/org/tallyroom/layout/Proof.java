package org.tallyroom.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tallyroom.definition.Origin;
import org.tallyroom.definition.Problem;
import org.tallyroom.definition.Problems;
import org.tallyroom.form.Form;
import org.tallyroom.form.ParsedForm;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.meeting.ParsedMeeting;
import org.tallyroom.meeting.RespondentType;
import org.tallyroom.meeting.Unit;

/**
 * Reads a proof of everything that will be printed, also of definitions that are wrong already: a person shall see all
 * problems at once and not the second half after mending the first.
 */
public final class Proof {

    /** Stands on the proof's sheets; nobody sees them. */
    private static final String ANY_HASH = "0".repeat(64);

    private static final CountingRules NO_RULES = new CountingRules(
            List.of(),
            List.of(),
            new CountingRules.Threshold(2, 3),
            CountingRules.Exact.PASSES,
            CountingRules.Decides.OVERALL,
            CountingRules.Denominator.VALID,
            CountingRules.Pool.ALL,
            "",
            CountingRules.Crosses.REVIEW,
            CountingRules.Alterations.REVIEW,
            CountingRules.Quorum.OFF);

    private Proof() {}

    /** The problems of the forms, of the meeting, and of laying out every form for every unit and respondent type. */
    public static List<Problem> problems(List<ParsedForm> forms, ParsedMeeting meeting, TextMetrics metrics) {
        Problems problems = new Problems();
        forms.forEach(form -> problems.addAll(form.problems()));
        problems.addAll(meeting.problems());
        Map<String, Form> drafts = new HashMap<>();
        forms.forEach(form -> form.draft().filter(Proof::canBeLaidOut).ifPresent(f -> drafts.put(f.id(), f)));
        meeting.draft().ifPresent(draft -> problems.addAll(misfits(draft, drafts, metrics)));
        drafts.values().stream()
                .filter(form -> meeting.draft().stream().noneMatch(draft -> draft.forms().contains(form.id())))
                .forEach(form -> problems.addAll(misfits(form, metrics)));
        return problems.list();
    }

    private static List<Problem> misfits(Meeting meeting, Map<String, Form> forms, TextMetrics metrics) {
        List<Problem> problems = new ArrayList<>();
        List<Unit> units = meeting.units().isEmpty() ? List.of(nameless(meeting.origin())) : meeting.units();
        for (Unit unit : units) {
            for (RespondentType type : meeting.respondentTypes()) {
                if (forms.containsKey(type.form())) {
                    Subject subject = new Subject(meeting, unit, type, forms.get(type.form()), ANY_HASH);
                    problems.addAll(Typesetter.layOut(subject, metrics).match(layout -> List.of(), misfits -> misfits));
                }
            }
        }
        return problems;
    }

    /** A form that no readable meeting uses, by itself. */
    private static List<Problem> misfits(Form form, TextMetrics metrics) {
        Origin origin = form.origin();
        RespondentType type =
                new RespondentType("any", "", RespondentType.Rates.OWN_UNIT, 0, 0, form.id(), origin);
        Meeting meeting = new Meeting(
                "any", "", "", "", "", "", "", "u1", List.of(nameless(origin)), List.of(type), NO_RULES, origin);
        return misfits(meeting, Map.of(form.id(), form), metrics);
    }

    private static boolean canBeLaidOut(Form form) {
        int options = form.scale().options().size();
        return options >= Columns.FEWEST_OPTIONS && options <= Columns.MOST_OPTIONS;
    }

    private static Unit nameless(Origin origin) {
        return new Unit("u1", "", "", "", Map.of(), origin);
    }
}
