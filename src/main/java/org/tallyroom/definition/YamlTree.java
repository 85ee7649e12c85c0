package org.tallyroom.definition;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads YAML text into sections that know their lines. Refuses what only an attack or an accident contains. */
public final class YamlTree {

    /** Characters; 1,000 units with all their particulars need about 150,000. */
    private static final int LONGEST = 2_000_000;

    /** Levels; a form definition needs four. */
    private static final int DEEPEST = 20;

    private YamlTree() {}

    /** The definition's outermost section; empty when there is none, and then a problem says why. */
    public static Optional<Section> read(String file, String text, Problems problems) {
        Origin whole = new Origin(file, 0);
        if (text.length() > LONGEST) {
            problems.add(whole, "definition.too-long", LONGEST);
            return Optional.empty();
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            Optional<Node> root = compose(file, plain, problems);
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return Optional.of(new Section(mapping, file, problems));
            }
            if (problems.none()) {
                problems.add(whole, "definition.no-section");
            }
        } catch (MarkedYAMLException e) {
            problems.add(new Origin(file, line(e)), "definition.syntax", String.valueOf(e.getProblem()));
        } catch (ReaderException e) {
            Origin place = new Origin(file, lineAt(plain, e.getPosition()));
            problems.add(place, "definition.control-character", String.format("U+%04X", e.getCodePoint()));
        } catch (YAMLException e) {
            problems.add(whole, "definition.syntax", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    /** An alias makes one node stand in many places ("billion laughs") and no definition needs it. */
    private static Optional<Node> compose(String file, String text, Problems problems) {
        for (Event event : yaml().parse(new StringReader(text))) {
            if (event instanceof AliasEvent) {
                problems.add(new Origin(file, event.getStartMark().getLine() + 1), "definition.alias");
                return Optional.empty();
            }
        }
        return Optional.ofNullable(yaml().compose(new StringReader(text)));
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LONGEST);
        return new Yaml(new SafeConstructor(options));
    }

    private static int line(MarkedYAMLException e) {
        Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        return mark == null ? 0 : mark.getLine() + 1;
    }

    private static int lineAt(String text, int position) {
        return 1 + (int) text.substring(0, Math.min(position, text.length())).chars().filter(c -> c == '\n').count();
    }
}
