package org.tallyroom.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Keys and values of a definition. Asking never fails: what is missing or wrong becomes a problem, and a harmless value
 * is handed out so that reading goes on and finds the next problem. {@link #noOtherKeys()} then names every key that
 * nobody asked for.
 */
public final class Section {

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Origin> keys = new LinkedHashMap<>();
    private final TreeSet<String> asked = new TreeSet<>();
    private final String file;
    private final Origin origin;
    private final Problems problems;

    Section(MappingNode node, String file, Problems problems) {
        this.file = file;
        this.origin = originOf(node);
        this.problems = problems;
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? CleanText.of(scalar.getValue()) : "?";
            Origin place = originOf(tuple.getKeyNode());
            if (values.containsKey(key)) {
                problems.add(place, "definition.duplicate-key", key, keys.get(key).line());
            } else {
                values.put(key, tuple.getValueNode());
                keys.put(key, place);
            }
        }
    }

    public Origin origin() {
        return origin;
    }

    /** Where a key stands; the section's own place when it is missing. */
    public Origin origin(String key) {
        return keys.getOrDefault(key, origin);
    }

    public List<String> keys() {
        return List.copyOf(keys.keySet());
    }

    /** A text that must be there; {@code ""} when it is not. */
    public Said text(String key) {
        return optionalText(key).orElseGet(() -> {
            missing(key);
            return new Said("", origin);
        });
    }

    public Optional<Said> optionalText(String key) {
        return value(key).flatMap(node -> {
            if (node instanceof ScalarNode scalar) {
                return Optional.of(said(scalar));
            }
            problems.add(originOf(node), "definition.not-a-text", key);
            return Optional.of(new Said("?", originOf(node)));
        });
    }

    /** A whole number from {@code least} to {@code most}; {@code least} when what stands there is not one. */
    public Optional<Integer> whole(String key, int least, int most) {
        return optionalText(key).map(said -> {
            if (said.value().matches("\\d{1,9}")) {
                int number = Integer.parseInt(said.value());
                if (number >= least && number <= most) {
                    return number;
                }
            }
            problems.add(said.origin(), "definition.not-in-range", key, said.value(), least + "–" + most);
            return least;
        });
    }

    /** {@code true} or {@code false}; also yes and no. */
    public boolean yes(String key, boolean fallback) {
        return optionalText(key)
                .map(said -> switch (said.value().toLowerCase(Locale.ROOT)) {
                    case "true", "yes" -> true;
                    case "false", "no" -> false;
                    default -> {
                        problems.add(said.origin(), "definition.not-yes-or-no", key, said.value());
                        yield fallback;
                    }
                })
                .orElse(fallback);
    }

    /** A constant by its name in lower case with dashes, such as {@code own-unit}. */
    public <E extends Enum<E>> E oneOf(String key, E fallback) {
        Optional<Said> said = optionalText(key);
        if (said.isEmpty()) {
            return fallback;
        }
        List<String> names = new ArrayList<>();
        for (E constant : fallback.getDeclaringClass().getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(said.get().value())) {
                return constant;
            }
            names.add(name);
        }
        problems.add(said.get().origin(), "definition.not-one-of", key, said.get().value(), String.join(", ", names));
        return fallback;
    }

    /** The texts of a list; empty when the key is missing. */
    public List<Said> texts(String key) {
        List<Said> texts = new ArrayList<>();
        for (Node node : list(key)) {
            if (node instanceof ScalarNode scalar && !isEmpty(node)) {
                texts.add(said(scalar));
            } else {
                problems.add(originOf(node), "definition.not-a-text", key);
            }
        }
        return texts;
    }

    public Optional<Section> section(String key) {
        return value(key).flatMap(node -> {
            if (node instanceof MappingNode mapping) {
                return Optional.of(new Section(mapping, file, problems));
            }
            problems.add(originOf(node), "definition.not-a-section", key);
            return Optional.empty();
        });
    }

    /** The sections of a list; empty when the key is missing. */
    public List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (Node node : list(key)) {
            if (node instanceof MappingNode mapping) {
                sections.add(new Section(mapping, file, problems));
            } else {
                problems.add(originOf(node), "definition.not-a-section", key);
            }
        }
        return sections;
    }

    public boolean has(String key) {
        return value(key).isPresent();
    }

    public void missing(String key) {
        problems.add(origin, "definition.missing", key);
    }

    /** To be called when all questions have been asked: a misspelt key would otherwise silently do nothing. */
    public void noOtherKeys() {
        for (Map.Entry<String, Origin> key : keys.entrySet()) {
            if (!asked.contains(key.getKey())) {
                Optional<String> near = Nearness.nearest(key.getKey(), asked);
                if (near.isPresent()) {
                    problems.add(key.getValue(), "definition.unknown-key-near", key.getKey(), near.get());
                } else {
                    problems.add(key.getValue(), "definition.unknown-key", key.getKey(), String.join(", ", asked));
                }
            }
        }
    }

    private List<Node> list(String key) {
        Optional<Node> node = value(key);
        if (node.isPresent() && !(node.get() instanceof SequenceNode)) {
            problems.add(originOf(node.get()), "definition.not-a-list", key);
        }
        return node.isPresent() && node.get() instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    private Optional<Node> value(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key)).filter(node -> !isEmpty(node));
    }

    private static boolean isEmpty(Node node) {
        return node instanceof ScalarNode scalar
                && (scalar.getTag().equals(Tag.NULL) || CleanText.of(scalar.getValue()).isEmpty());
    }

    private Said said(ScalarNode node) {
        return new Said(CleanText.of(node.getValue()), originOf(node));
    }

    private Origin originOf(Node node) {
        return new Origin(file, node.getStartMark().getLine() + 1);
    }
}
