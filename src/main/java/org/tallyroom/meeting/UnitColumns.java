package org.tallyroom.meeting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tallyroom.definition.CleanText;
import org.tallyroom.definition.Origin;
import org.tallyroom.definition.Problems;
import org.tallyroom.definition.Said;
import org.tallyroom.definition.Section;

/** Takes units out of a table by the headings of its columns; rows without a name are passed over. */
final class UnitColumns {

    private static final int MOST_RESPONDENTS = 9999;

    /** 15, 15.0 or 15人. */
    private static final Pattern HEADCOUNT = Pattern.compile("(\\d{1,4})(?:\\.0+)?\\p{IsHan}?");

    private final Said nameColumn;
    private final Optional<Said> shortNameColumn;
    private final Optional<Said> homeGroupColumn;
    private final Map<String, Said> headcountColumns = new LinkedHashMap<>();
    private final Problems problems;

    UnitColumns(Section section, List<RespondentType> types, Problems problems) {
        this.problems = problems;
        section.text("file");
        nameColumn = section.text("name-column");
        shortNameColumn = section.optionalText("short-name-column");
        homeGroupColumn = section.optionalText("home-group-column");
        section.section("headcount-columns").ifPresent(columns -> {
            types.forEach(t -> columns.optionalText(t.id()).ifPresent(said -> headcountColumns.put(t.id(), said)));
            columns.noOtherKeys();
        });
        section.noOtherKeys();
    }

    /** @param before units already there: they count for the ids u1, u2 … */
    List<Unit> units(Optional<UnitTable> table, int before) {
        if (table.isEmpty() || nameColumn.isEmpty()) {
            return List.of();
        }
        Optional<UnitTable.Row> head = table.get().rows().stream()
                .filter(row -> column(row, nameColumn).isPresent())
                .findFirst();
        if (head.isEmpty()) {
            problems.add(nameColumn.origin(), "meeting.no-such-column", nameColumn.value(), table.get().file());
            return List.of();
        }
        return units(table.get(), head.get(), before);
    }

    private List<Unit> units(UnitTable table, UnitTable.Row head, int before) {
        int name = column(head, nameColumn).orElseThrow();
        Optional<Integer> shortName = shortNameColumn.flatMap(said -> sought(table, head, said));
        Optional<Integer> homeGroup = homeGroupColumn.flatMap(said -> sought(table, head, said));
        Map<String, Integer> counts = new LinkedHashMap<>();
        headcountColumns.forEach((type, said) -> sought(table, head, said).ifPresent(c -> counts.put(type, c)));
        List<Unit> units = new ArrayList<>();
        for (UnitTable.Row row : table.rows()) {
            Origin origin = new Origin(table.file(), row.line());
            String unit = CleanText.of(row.cell(name));
            if (row.line() > head.line() && !unit.isEmpty()) {
                units.add(new Unit(
                        "u" + (before + units.size() + 1),
                        MeetingDefinition.checked(new Said(unit, origin), problems),
                        shortName.map(c -> CleanText.of(row.cell(c))).filter(s -> !s.isEmpty()).orElse(unit),
                        homeGroup.map(c -> CleanText.of(row.cell(c))).orElse(""),
                        headcounts(row, counts, origin),
                        origin));
            }
        }
        return units;
    }

    private Map<String, Integer> headcounts(UnitTable.Row row, Map<String, Integer> columns, Origin origin) {
        Map<String, Integer> headcounts = new LinkedHashMap<>();
        columns.forEach((type, column) -> {
            String text = CleanText.of(row.cell(column));
            Matcher count = HEADCOUNT.matcher(text);
            if (count.matches()) {
                headcounts.put(type, Integer.parseInt(count.group(1)));
            } else if (!text.isEmpty()) {
                problems.add(origin, "meeting.not-a-headcount", text, "0–" + MOST_RESPONDENTS);
            }
        });
        return headcounts;
    }

    private Optional<Integer> sought(UnitTable table, UnitTable.Row head, Said heading) {
        Optional<Integer> column = column(head, heading);
        if (column.isEmpty()) {
            problems.add(heading.origin(), "meeting.no-such-column", heading.value(), table.file());
        }
        return column;
    }

    private static Optional<Integer> column(UnitTable.Row row, Said heading) {
        for (int i = 0; i < row.cells().size(); i++) {
            if (CleanText.of(row.cells().get(i)).equals(heading.value())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
