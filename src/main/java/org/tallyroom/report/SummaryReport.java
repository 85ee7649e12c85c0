package org.tallyroom.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallyroom.form.Form;
import org.tallyroom.message.Message;
import org.tallyroom.tally.Score;
import org.tallyroom.tally.Tally;
import org.tallyroom.tally.UnitCount;
import org.tallyroom.tally.Verdict;

/** Writes all units beside each other, in the meeting's order: the plan counts, it does not rank. */
final class SummaryReport {

    private final Counted counted;
    private final Letterhead letterhead;

    SummaryReport(Counted counted) {
        this.counted = counted;
        this.letterhead = new Letterhead(counted);
    }

    Report write() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(bars());
        blocks.add(table());
        for (UnitCount unit : counted.count().units()) {
            HandCount.missing(counted.meeting(), unit)
                    .ifPresent(missing -> blocks.add(new Block.Paragraph(missing, Block.Voice.PLAIN)));
            if (!unit.flagged().isEmpty()) {
                blocks.add(new Block.Paragraph(flagged(unit), Block.Voice.PLAIN));
            }
        }
        blocks.add(new Block.Paragraph(Message.of("report.summary.order"), Block.Voice.NOTE));
        blocks.add(new Formula(counted).block());
        blocks.add(letterhead.signatures());
        return new Report(
                "summary",
                Message.of("report.summary.title"),
                Message.of("report.summary.title"),
                letterhead.lines(Optional.empty()),
                blocks,
                letterhead.foot());
    }

    private Tally overall(UnitCount unit) {
        return unit.tally(counted.overall(), Tally.ALL);
    }

    private String shortName(UnitCount unit) {
        return counted.meeting().unit(unit.unit()).shortName();
    }

    private Message flagged(UnitCount unit) {
        return Message.of(
                "report.summary.flagged",
                shortName(unit),
                Wording.threshold(counted.threshold()),
                Wording.clauses(unit.flagged().stream().map(counted::itemLabel).map(Wording::name).toList()));
    }

    private Block bars() {
        List<Block.Bar> bars = counted.count().units().stream()
                .map(u -> {
                    Score score = overall(u).score();
                    boolean told = u.verdict() != Verdict.REPEAT;
                    return new Block.Bar(
                            shortName(u),
                            score.rate().filter(r -> told),
                            score.low().filter(r -> told),
                            score.high().filter(r -> told),
                            false);
                })
                .toList();
        Message caption = Message.of("report.summary.bars", Wording.name(counted.itemLabel(counted.overall())));
        return new Block.Bars(caption, counted.threshold(), bars);
    }

    private Block table() {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(new Block.Column(Message.of("report.unit"), 44, false));
        columns.add(new Block.Column(Message.of("report.tally.valid"), 13, true));
        for (Form.Option option : counted.options()) {
            columns.add(new Block.Column(Wording.name(option.label().value()), 13, true));
        }
        columns.add(new Block.Column(Message.of("report.rate.head"), 30, true));
        columns.add(new Block.Column(Message.of("report.verdict.head"), 28, true));
        columns.add(new Block.Column(Message.of("report.k.head"), 16, true));
        List<Block.Line> lines = counted.count().units().stream().map(this::line).toList();
        Message caption = Message.of("report.tally.overall", Wording.name(counted.itemLabel(counted.overall())));
        return new Block.Table(caption, columns, lines);
    }

    /** The votes of a void count are not published. */
    private Block.Line line(UnitCount unit) {
        Tally tally = overall(unit);
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell.Name(shortName(unit)));
        boolean told = unit.verdict() != Verdict.REPEAT;
        cells.add(Cell.number(Optional.of(tally.score().valid()).filter(n -> told)));
        counted.options()
                .forEach(o -> cells.add(Cell.number(
                        Optional.of(tally.columns().options().getOrDefault(o.id(), 0L)).filter(n -> told))));
        cells.add(Cell.rate(tally.score().rate().filter(r -> told)));
        cells.add(new Cell.Words(new VerdictSentence(counted, unit).brief()));
        cells.add(Cell.number(unit.k()));
        return new Block.Line(cells, Block.Weight.PLAIN);
    }
}
