package org.tallyroom.form;

import java.util.List;
import java.util.stream.Stream;
import org.tallyroom.definition.Origin;
import org.tallyroom.message.Language;

/**
 * An evaluation form: what is asked and which answers there are.
 *
 * @param language the language the form's own fixed words (page x/y, unit name, types) are printed in
 * @param title with the placeholders {@code {group}}, {@code {stage}}, {@code {unit}}, {@code {title}}
 * @param instructions one numbered paragraph each (填表说明)
 * @param overall the overall rating, printed first (总体评价)
 */
public record Form(
        String id,
        Language language,
        Text title,
        List<Text> instructions,
        Item overall,
        List<ItemGroup> groups,
        Scale scale,
        Origin origin) implements ParsedForm {

    public Form {
        instructions = List.copyOf(instructions);
        groups = List.copyOf(groups);
    }

    /** The overall item, then the groups' items, in printing order. */
    public List<Item> items() {
        return Stream.concat(Stream.of(overall), groups.stream().flatMap(g -> g.items().stream()))
                .toList();
    }

    /** A printed text and the line of the definition it comes from. */
    public record Text(String value, Origin origin) {}

    /** @param id unique on the form */
    public record Item(String id, Text label) {}

    /** Items under one merged cell, such as 学习教育情况. */
    public record ItemGroup(Text label, List<Item> items) {
        public ItemGroup {
            items = List.copyOf(items);
        }
    }

    /** Two to seven answers in printing order. */
    public record Scale(List<Option> options) {
        public Scale {
            options = List.copyOf(options);
        }
    }

    /**
     * @param satisfied counts for the satisfaction rate unless the meeting's rules say otherwise
     * @param excluded not a valid vote (不了解) unless the meeting's rules say otherwise
     */
    public record Option(String id, Text label, boolean satisfied, boolean excluded) {}
}
