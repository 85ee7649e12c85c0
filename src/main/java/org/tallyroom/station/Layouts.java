package org.tallyroom.station;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tallyroom.definition.Problem;
import org.tallyroom.layout.FormLayout;
import org.tallyroom.layout.Subject;
import org.tallyroom.layout.TextMetrics;
import org.tallyroom.layout.Typesetter;
import org.tallyroom.meeting.RespondentType;
import org.tallyroom.meeting.Unit;
import org.tallyroom.recognise.Printed.Kind;

/** The layout of every unit and respondent type of a meeting, or every problem of all of them. */
record Layouts(Map<Kind, FormLayout> byKind, List<Problem> problems) {

    Layouts {
        byKind = Map.copyOf(byKind);
        problems = List.copyOf(problems);
    }

    static Layouts of(Definitions definitions, TextMetrics metrics) {
        Map<Kind, FormLayout> layouts = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        String hash = definitions.hash();
        List<Unit> units = definitions.meeting().units();
        List<RespondentType> types = definitions.meeting().respondentTypes();
        for (int u = 0; u < units.size(); u++) {
            for (int t = 0; t < types.size(); t++) {
                RespondentType type = types.get(t);
                Kind kind = new Kind(definitions.formIndex(type.form()), u, t);
                Subject subject = new Subject(
                        definitions.meeting(), units.get(u), type, definitions.forms().get(type.form()), hash);
                Typesetter.layOut(subject, metrics)
                        .match(layout -> layouts.put(kind, layout), misfits -> problems.addAll(misfits));
            }
        }
        return new Layouts(layouts, problems.stream().distinct().toList());
    }
}
