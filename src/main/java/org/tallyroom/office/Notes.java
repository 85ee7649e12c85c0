package org.tallyroom.office;

import java.util.List;
import java.util.stream.Stream;
import org.tallyroom.message.Message;
import org.tallyroom.report.Block;
import org.tallyroom.report.Report;

/** The sentences of a report that belong under its figures: what is pointed out, the formula, the digests. */
final class Notes {

    private Notes() {}

    static List<Message> of(Report report) {
        Stream<Message> paragraphs = report.blocks().stream()
                .flatMap(b -> b instanceof Block.Paragraph p ? Stream.of(p.text()) : Stream.empty());
        return Stream.concat(paragraphs, report.foot().stream()).toList();
    }
}
