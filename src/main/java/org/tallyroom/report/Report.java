package org.tallyroom.report;

import java.util.List;
import org.tallyroom.message.Message;

/**
 * A document as data.
 *
 * @param name what a file of it is called, without its ending: lower case, digits and dashes
 * @param tab a short title, for the tab of a spreadsheet
 * @param lines under the title: what it is about, and that it is provisional
 * @param foot printed small on every page
 */
public record Report(
        String name, Message title, Message tab, List<Message> lines, List<Block> blocks, List<Message> foot) {

    public Report {
        lines = List.copyOf(lines);
        blocks = List.copyOf(blocks);
        foot = List.copyOf(foot);
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("a file name: " + name);
        }
    }

    /** The tables alone, for a spreadsheet. */
    public List<Block.Table> tables() {
        return blocks.stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .toList();
    }
}
