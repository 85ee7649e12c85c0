package org.tallyroom.meeting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tallyroom.definition.Origin;
import org.tallyroom.definition.Problems;
import org.tallyroom.definition.Said;
import org.tallyroom.definition.Section;

/** Reads the units of a meeting, written in its definition or taken from a table. */
final class UnitReading {

    /** Twelve bits of the sheet code name the unit (trust.md §Identity). */
    private static final int MOST_UNITS = 4095;

    private static final int MOST_RESPONDENTS = 9999;

    private final List<RespondentType> types;
    private final Problems problems;

    UnitReading(List<RespondentType> types, Problems problems) {
        this.types = types;
        this.problems = problems;
    }

    List<Unit> units(Section meeting, Optional<UnitTable> table) {
        List<Unit> units = new ArrayList<>();
        for (Section section : meeting.sections("units")) {
            units.add(unit(section, units.size() + 1));
        }
        Optional<Section> from = meeting.section("units-from");
        if (from.isPresent()) {
            units.addAll(new UnitColumns(from.get(), types, problems).units(table, units.size()));
        }
        boolean listUnread = from.isPresent() && table.isEmpty();
        if (units.size() > MOST_UNITS || units.isEmpty() && !listUnread) {
            problems.add(meeting.origin("units"), "meeting.unit-count", MOST_UNITS, units.size());
        }
        nameEachOnce(units);
        return units;
    }

    private Unit unit(Section section, int position) {
        Said name = section.text("name");
        Optional<Said> id = section.optionalText("id");
        id.filter(said -> !MeetingDefinition.ID.matcher(said.value()).matches())
                .ifPresent(said -> problems.add(said.origin(), "meeting.bad-id", said.value()));
        Unit unit = new Unit(
                id.map(Said::value).orElse("u" + position),
                MeetingDefinition.checked(name, problems),
                section.optionalText("short-name").orElse(name).value(),
                section.optionalText("home-group").map(said -> MeetingDefinition.checked(said, problems)).orElse(""),
                section.section("headcounts").map(this::headcounts).orElse(Map.of()),
                section.origin());
        section.noOtherKeys();
        return unit;
    }

    private Map<String, Integer> headcounts(Section section) {
        Map<String, Integer> headcounts = new LinkedHashMap<>();
        for (RespondentType type : types) {
            section.whole(type.id(), 0, MOST_RESPONDENTS).ifPresent(count -> headcounts.put(type.id(), count));
        }
        section.noOtherKeys();
        return headcounts;
    }

    private void nameEachOnce(List<Unit> units) {
        Map<String, Origin> ids = new HashMap<>();
        Map<String, Origin> names = new HashMap<>();
        for (Unit unit : units) {
            Origin sameId = ids.putIfAbsent(unit.id(), unit.origin());
            if (sameId != null) {
                problems.add(unit.origin(), "meeting.duplicate-unit-id", unit.id(), sameId.line());
            }
            Origin sameName = unit.name().isEmpty() ? null : names.putIfAbsent(unit.name(), unit.origin());
            if (sameName != null) {
                problems.add(unit.origin(), "meeting.duplicate-unit", unit.name(), sameName.line());
            }
        }
    }
}
