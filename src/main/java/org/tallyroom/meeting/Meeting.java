package org.tallyroom.meeting;

import java.util.List;
import org.tallyroom.definition.Origin;

/**
 * A joint-assessment meeting (集中联评) as it was agreed before the first form was printed.
 *
 * @param leadUnit id of the lead unit (牵头单位)
 * @param units in the order given, which every list and report keeps
 */
public record Meeting(
        String id,
        String title,
        String stage,
        String group,
        String date,
        String place,
        String supervisionGroup,
        String leadUnit,
        List<Unit> units,
        List<RespondentType> respondentTypes,
        CountingRules rules,
        Origin origin) implements ParsedMeeting {

    public Meeting {
        units = List.copyOf(units);
        respondentTypes = List.copyOf(respondentTypes);
    }

    public Unit unit(String id) {
        return units.stream().filter(u -> u.id().equals(id)).findFirst().orElseThrow();
    }

    public RespondentType respondentType(String id) {
        return respondentTypes.stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
    }

    /** Ids of the forms in use, by the respondent types' order; a sheet code holds the index in this list. */
    public List<String> forms() {
        return respondentTypes.stream().map(RespondentType::form).distinct().toList();
    }

    /** How many respondents of a type rate a unit: its own people, or everybody's (seed 004: 15 + 5N sheets a unit). */
    public int respondents(Unit unit, RespondentType type) {
        return switch (type.rates()) {
            case OWN_UNIT -> unit.headcount(type);
            case EVERY_UNIT -> units.stream().mapToInt(u -> u.headcount(type)).sum();
        };
    }

    /** Sheets to print for a unit and type: its respondents and the spares, which are ordinary sheets. */
    public int sheets(Unit unit, RespondentType type) {
        return respondents(unit, type) + type.spares();
    }
}
