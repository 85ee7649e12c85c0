package org.tallyroom.meeting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tallyroom.definition.Origin;
import org.tallyroom.definition.Problem;
import org.tallyroom.definition.Problems;
import org.tallyroom.definition.Said;
import org.tallyroom.definition.Section;
import org.tallyroom.definition.YamlTree;
import org.tallyroom.form.Form;
import org.tallyroom.form.ParsedForm;

/**
 * A meeting definition on its way to a {@link Meeting}. It names other files (forms, a unit list), which somebody else
 * reads; with these it is parsed and everything wrong is found at once.
 */
public final class MeetingDefinition {

    static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** What a template leaves to be filled in: XX单位, or a single X before 月, 日 or 点. */
    private static final Pattern RESIDUE =
            Pattern.compile("(?<![A-Za-z])([XＸ×]{2,}|[xX](?=[\\u6708\\u65e5\\u70b9]))(?![A-Za-z])");

    private static final String DEFAULT_FORM_FILE = "form.yaml";

    private final String file;
    private final List<Problem> yamlProblems;
    private final Optional<Section> root;
    private final Problems problems;

    private MeetingDefinition(String file, Optional<Section> root, Problems problems) {
        this.file = file;
        this.root = root;
        this.problems = problems;
        this.yamlProblems = problems.list();
    }

    /** @param file the name problems are reported under */
    public static MeetingDefinition of(String file, String yaml) {
        Problems problems = new Problems();
        return new MeetingDefinition(file, YamlTree.read(file, yaml, problems), problems);
    }

    /** The form definitions the meeting uses, as paths beside its own file. */
    public List<Said> formFiles() {
        List<Said> files = root.map(r -> r.texts("forms")).orElse(List.of());
        return files.isEmpty() ? List.of(new Said(DEFAULT_FORM_FILE, new Origin(file, 0))) : files;
    }

    /** The spreadsheet or CSV file the units stand in, as a path beside the meeting's own file. */
    public Optional<Said> unitFile() {
        return root.flatMap(r -> r.section("units-from")).flatMap(s -> s.optionalText("file"));
    }

    /**
     * @param forms what the files of {@link #formFiles} gave, in their order
     * @param table what the file of {@link #unitFile} holds
     */
    public ParsedMeeting parse(List<ParsedForm> forms, Optional<UnitTable> table) {
        if (root.isEmpty()) {
            return new InvalidMeeting(yamlProblems, Optional.empty());
        }
        Map<String, Form> byId = new LinkedHashMap<>();
        for (ParsedForm parsed : forms) {
            parsed.draft().ifPresent(form -> {
                if (byId.putIfAbsent(form.id(), form) != null) {
                    problems.add(form.origin(), "meeting.duplicate-form", form.id());
                }
            });
        }
        boolean formsComplete = forms.size() == formFiles().size()
                && forms.stream().allMatch(parsed -> parsed.form().isPresent());
        Meeting meeting = meeting(root.get(), new FormChoice(byId, formsComplete), table);
        List<Problem> all = problems.list();
        return all.isEmpty() ? meeting : new InvalidMeeting(all, Optional.of(meeting));
    }

    private Meeting meeting(Section section, FormChoice forms, Optional<UnitTable> table) {
        section.texts("forms");
        List<RespondentType> types = new TypeReading(forms, problems).types(section);
        List<Unit> units = new UnitReading(types, problems).units(section, table);
        Meeting meeting = new Meeting(
                id(section),
                plain(section.text("title")),
                plain(section.text("stage")),
                plain(section.text("group")),
                date(optional(section, "date")),
                plain(optional(section, "place")),
                plain(optional(section, "supervision-group")),
                leadUnit(section, units),
                units,
                types,
                new RulesReading(forms, problems).rules(section),
                section.origin());
        section.noOtherKeys();
        return meeting;
    }

    private static Said optional(Section section, String key) {
        return section.optionalText(key).orElse(new Said("", section.origin()));
    }

    private String id(Section section) {
        Said id = section.text("meeting");
        if (!id.isEmpty() && !ID.matcher(id.value()).matches()) {
            problems.add(id.origin(), "meeting.bad-id", id.value());
        }
        return id.value();
    }

    private String date(Said said) {
        if (!CalendarDate.mayExist(said.value())) {
            problems.add(said.origin(), "meeting.no-such-date", said.value());
        }
        return plain(said);
    }

    private String plain(Said said) {
        return checked(said, problems);
    }

    static String checked(Said said, Problems problems) {
        if (RESIDUE.matcher(said.value()).find()) {
            problems.add(said.origin(), "meeting.template-residue", said.value());
        }
        return said.value();
    }

    /** By id or by name; the first unit when nobody is named. */
    private String leadUnit(Section section, List<Unit> units) {
        Optional<Said> lead = section.optionalText("lead-unit");
        String first = units.isEmpty() ? "" : units.get(0).id();
        if (lead.isEmpty()) {
            return first;
        }
        String name = lead.get().value();
        if (units.isEmpty()) {
            return name;
        }
        Optional<Unit> unit = units.stream()
                .filter(u -> u.id().equals(name) || u.name().equals(name) || u.shortName().equals(name))
                .findFirst();
        if (unit.isEmpty()) {
            problems.add(lead.get().origin(), "meeting.unknown-lead-unit", name);
        }
        return unit.map(Unit::id).orElse(first);
    }
}
