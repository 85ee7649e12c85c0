package org.tallyroom.meeting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tallyroom.definition.Problems;
import org.tallyroom.definition.Said;
import org.tallyroom.definition.Section;

/** Reads the respondent types of a meeting. */
final class TypeReading {

    /** Six bits of the sheet code name the type, four bits the form (trust.md §Identity). */
    private static final int MOST_TYPES = 63;

    private static final int MOST_FORMS = 15;
    private static final int MOST_RESPONDENTS = 9999;

    private final FormChoice forms;
    private final Problems problems;

    TypeReading(FormChoice forms, Problems problems) {
        this.forms = forms;
        this.problems = problems;
    }

    List<RespondentType> types(Section meeting) {
        List<RespondentType> types = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Section section : meeting.sections("respondent-types")) {
            RespondentType type = type(section);
            if (!ids.add(type.id()) && !type.id().isEmpty()) {
                problems.add(section.origin("id"), "meeting.duplicate-type", type.id());
            }
            types.add(type);
        }
        if (types.isEmpty() || types.size() > MOST_TYPES) {
            problems.add(meeting.origin("respondent-types"), "meeting.type-count", MOST_TYPES, types.size());
        }
        if (types.stream().map(RespondentType::form).distinct().count() > MOST_FORMS) {
            problems.add(meeting.origin("respondent-types"), "meeting.form-count", MOST_FORMS);
        }
        return types;
    }

    private RespondentType type(Section section) {
        Said id = section.text("id");
        if (!id.isEmpty() && (!MeetingDefinition.ID.matcher(id.value()).matches() || id.value().equals("all"))) {
            problems.add(id.origin(), "meeting.bad-id", id.value());
        }
        if (!section.has("per-unit")) {
            section.missing("per-unit");
        }
        RespondentType type = new RespondentType(
                id.value(),
                MeetingDefinition.checked(section.text("label"), problems),
                section.oneOf("rates", RespondentType.Rates.OWN_UNIT),
                section.whole("per-unit", 0, MOST_RESPONDENTS).orElse(0),
                section.whole("spares", 0, MOST_RESPONDENTS).orElse(0),
                forms.choose(section.optionalText("form"), new Said("?", section.origin()), problems),
                section.origin());
        section.noOtherKeys();
        return type;
    }
}
