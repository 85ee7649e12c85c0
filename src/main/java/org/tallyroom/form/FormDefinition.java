package org.tallyroom.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tallyroom.definition.Origin;
import org.tallyroom.definition.Problems;
import org.tallyroom.definition.Said;
import org.tallyroom.definition.Section;
import org.tallyroom.definition.YamlTree;
import org.tallyroom.message.Language;

/** Parses a form definition and finds everything wrong with it at once. */
public final class FormDefinition {

    /** What readings and decisions say instead of an option (contract.md). */
    private static final Set<String> RESERVED_OPTIONS = Set.of("blank", "overmarked", "doubtful", "invalid", "valid");

    /** {@code review --decide} takes it for the whole sheet. */
    private static final Set<String> RESERVED_ITEMS = Set.of("all", "crosses", "column");

    private static final int FEWEST_OPTIONS = 2;
    private static final int MOST_OPTIONS = 7;

    private static final Set<String> PLACEHOLDERS = Set.of("{group}", "{stage}", "{unit}", "{title}");
    private static final String PLACEHOLDERS_SAID = "{group}, {stage}, {unit}, {title}";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Problems problems = new Problems();
    private final Map<String, Origin> items = new LinkedHashMap<>();

    private FormDefinition() {}

    /** @param file the name problems are reported under */
    public static ParsedForm parse(String file, String yaml) {
        FormDefinition reading = new FormDefinition();
        Optional<Form> form = YamlTree.read(file, yaml, reading.problems).map(reading::form);
        return form.isPresent() && reading.problems.none()
                ? form.get()
                : new InvalidForm(reading.problems.list(), form);
    }

    private Form form(Section root) {
        Form form = new Form(
                id(root, "form", Set.of()),
                root.oneOf("language", Language.ZH),
                title(root),
                root.texts("instructions").stream().map(FormDefinition::text).toList(),
                overall(root),
                groups(root),
                scale(root),
                root.origin());
        root.noOtherKeys();
        return form;
    }

    private Form.Text title(Section root) {
        Said title = root.text("title");
        Matcher matcher = PLACEHOLDER.matcher(title.value());
        while (matcher.find()) {
            if (!PLACEHOLDERS.contains(matcher.group())) {
                problems.add(title.origin(), "form.placeholder", matcher.group(), PLACEHOLDERS_SAID);
            }
        }
        return text(title);
    }

    private Form.Item overall(Section root) {
        Optional<Section> overall = root.section("overall");
        if (overall.isEmpty() && !root.has("overall")) {
            problems.add(root.origin(), "form.no-overall");
        }
        return overall.map(this::item)
                .orElseGet(() -> new Form.Item("overall", new Form.Text("?", root.origin())));
    }

    private List<Form.ItemGroup> groups(Section root) {
        List<Form.ItemGroup> groups = new ArrayList<>();
        for (Section group : root.sections("groups")) {
            Said label = group.text("label");
            List<Form.Item> members = group.sections("items").stream().map(this::item).toList();
            if (members.isEmpty()) {
                problems.add(group.origin(), "form.empty-group", label.value());
            }
            group.noOtherKeys();
            groups.add(new Form.ItemGroup(text(label), members));
        }
        return groups;
    }

    private Form.Item item(Section section) {
        String id = id(section, "id", RESERVED_ITEMS);
        Origin first = items.putIfAbsent(id, section.origin("id"));
        if (first != null && !id.isEmpty()) {
            problems.add(section.origin("id"), "form.duplicate-item", id, first.line());
        }
        Form.Item item = new Form.Item(id, text(section.text("label")));
        section.noOtherKeys();
        return item;
    }

    private Form.Scale scale(Section root) {
        Map<String, Form.Option> options = new LinkedHashMap<>();
        List<Section> sections = root.sections("scale");
        for (Section section : sections) {
            Form.Option option = option(section);
            if (options.putIfAbsent(option.id(), option) != null && !option.id().isEmpty()) {
                problems.add(section.origin("id"), "form.duplicate-option", option.id());
            }
        }
        Origin place = root.origin("scale");
        if (sections.size() < FEWEST_OPTIONS || sections.size() > MOST_OPTIONS) {
            problems.add(place, "form.option-count", FEWEST_OPTIONS, MOST_OPTIONS, sections.size());
        } else if (options.values().stream().noneMatch(Form.Option::satisfied)) {
            problems.add(place, "form.none-satisfied");
        } else if (options.values().stream().allMatch(o -> o.satisfied() || o.excluded())) {
            problems.add(place, "form.all-satisfied");
        }
        return new Form.Scale(List.copyOf(options.values()));
    }

    private Form.Option option(Section section) {
        Form.Option option = new Form.Option(
                id(section, "id", RESERVED_OPTIONS),
                text(section.text("label")),
                section.yes("satisfied", false),
                section.yes("excluded", false));
        if (option.satisfied() && option.excluded()) {
            problems.add(section.origin(), "form.satisfied-and-excluded", option.id());
        }
        section.noOtherKeys();
        return option;
    }

    private String id(Section section, String key, Set<String> reserved) {
        Said id = section.text(key);
        if (reserved.contains(id.value().toLowerCase(Locale.ROOT))) {
            problems.add(id.origin(), "form.reserved-id", id.value());
        } else if (!id.isEmpty() && !ID.matcher(id.value()).matches()) {
            problems.add(id.origin(), "form.bad-id", id.value());
        }
        return id.value();
    }

    private static Form.Text text(Said said) {
        return new Form.Text(said.value(), said.origin());
    }
}
