package org.tallyroom.report;

import java.util.ArrayList;
import java.util.List;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.meeting.CountingRules.Exact;
import org.tallyroom.message.Message;

/** The counting rules as the sentences printed on every report (domain.md §A.7). */
final class Formula {

    private final Counted counted;

    Formula(Counted counted) {
        this.counted = counted;
    }

    Block block() {
        return new Block.Paragraph(sentences(), Block.Voice.NOTE);
    }

    Message sentences() {
        CountingRules rules = counted.meeting().rules();
        List<Message> sentences = new ArrayList<>();
        sentences.add(Message.of("report.formula", satisfied(), denominator(rules)));
        sentences.add(Message.of("report.formula.void", Wording.name(rules.unfilledName())));
        sentences.add(Message.of("report.formula.repeat"));
        sentences.add(decides(rules));
        sentences.add(
                switch (rules.pool()) {
                    case ALL -> Message.of("report.formula.pool.all");
                    case SEPARATE -> Message.of("report.formula.pool.separate");
                });
        return Wording.sentences(sentences);
    }

    private Message satisfied() {
        return Wording.list(counted.satisfiedLabels().stream()
                .map(label -> Message.of("report.quoted", label))
                .toList());
    }

    private static Message denominator(CountingRules rules) {
        return switch (rules.denominator()) {
            case VALID -> Message.of("report.formula.by.valid");
            case RETURNED -> Message.of("report.formula.by.returned");
            case ISSUED -> Message.of("report.formula.by.issued");
            case PRESENT -> Message.of("report.formula.by.present");
        };
    }

    private Message decides(CountingRules rules) {
        String threshold = Wording.threshold(counted.threshold());
        Message asked = rules.exact() == Exact.PASSES
                ? Message.of("report.formula.at-least", threshold)
                : Message.of("report.formula.more-than", threshold);
        return switch (rules.decides()) {
            case OVERALL -> Message.of(
                    "report.formula.overall", Wording.name(counted.itemLabel(counted.overall())), asked, threshold);
            case ANY -> Message.of("report.formula.any", asked);
        };
    }
}
