package org.tallyroom.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tallyroom.form.Form;
import org.tallyroom.meeting.CountingRules.Denominator;
import org.tallyroom.message.Message;
import org.tallyroom.report.Breakdown.Sum;
import org.tallyroom.tally.Columns;
import org.tallyroom.tally.Fraction;
import org.tallyroom.tally.Score;
import org.tallyroom.tally.Tally;
import org.tallyroom.tally.UnitCount;
import org.tallyroom.tally.Yardstick;

/** Tables of tallies: a label, the answers' columns, what is no valid vote, and the rate. */
final class TallyTable {

    private final Counted counted;
    private final UnitCount unit;

    TallyTable(Counted counted, UnitCount unit) {
        this.counted = counted;
        this.unit = unit;
    }

    /** The overall item, every shown group of respondents and all together. */
    Block overall(List<List<String>> groups) {
        List<Block.Line> lines = new ArrayList<>();
        if (groups.size() > 1) {
            groups.forEach(g -> line(counted.overall(), label(g), g).ifPresent(lines::add));
        }
        lines.add(line(unit.tally(counted.overall(), Tally.ALL), Message.of("report.all-types"), true));
        Message caption = Message.of("report.tally.overall", Wording.name(counted.itemLabel(counted.overall())));
        return new Block.Table(caption, columns(Message.of("report.type")), lines);
    }

    /** Every item, all respondents together. */
    Block items() {
        List<Block.Column> columns = columns(Message.of("report.item"));
        List<Block.Line> lines = new ArrayList<>();
        Optional<String> group = Optional.empty();
        for (String item : counted.items()) {
            Optional<String> own = counted.groupOf(item);
            if (own.isPresent() && !own.equals(group)) {
                lines.add(group(own.get(), columns.size()));
            }
            group = own;
            Message label = Wording.name(counted.itemLabel(item));
            lines.add(line(unit.tally(item, Tally.ALL), label, item.equals(counted.overall())));
        }
        return new Block.Table(Message.of("report.tally.items"), columns, lines);
    }

    private static Block.Line group(String label, int columns) {
        List<Cell> cells = new ArrayList<>(Collections.nCopies(columns, new Cell.Name("")));
        cells.set(0, new Cell.Name(label));
        return new Block.Line(cells, Block.Weight.GROUP);
    }

    /** Every item of one shown group of respondents. */
    Block items(List<String> group) {
        List<Block.Line> lines = counted.items().stream()
                .flatMap(item -> line(item, Wording.name(counted.itemLabel(item)), group).stream())
                .toList();
        return new Block.Table(
                Message.of("report.tally.items-of", label(group)), columns(Message.of("report.item")), lines);
    }

    Message label(List<String> group) {
        return Wording.names(group.stream()
                .map(id -> counted.meeting().respondentType(id).label())
                .toList());
    }

    Optional<Fraction> rate(String item, List<String> group) {
        if (group.size() == 1) {
            return unit.tallies().stream()
                    .filter(t -> t.item().equals(item) && t.respondentType().equals(group.get(0)))
                    .findFirst()
                    .flatMap(t -> t.score().rate());
        }
        Denominator denominator = counted.meeting().rules().denominator();
        Optional<Long> figure = denominator == Denominator.VALID
                ? Optional.empty()
                : Totals.of(
                        unit.accounting().stream()
                                .filter(c -> group.contains(c.lot().respondentType()))
                                .toList(),
                        c -> c.figure(denominator));
        return Breakdown.sum(unit, item, group)
                .map(sum -> Yardstick.of(counted.meeting().rules()).measure(sum.votes(), figure))
                .flatMap(Score::rate);
    }

    private Optional<Block.Line> line(String item, Message label, List<String> group) {
        return Breakdown.sum(unit, item, group)
                .map(sum -> new Block.Line(cells(label, sum, rate(item, group)), Block.Weight.PLAIN));
    }

    private Block.Line line(Tally tally, Message label, boolean strong) {
        List<Cell> cells = cells(label, Sum.of(tally), tally.score().rate());
        return new Block.Line(cells, strong ? Block.Weight.STRONG : Block.Weight.PLAIN);
    }

    private List<Cell> cells(Message label, Sum sum, Optional<Fraction> rate) {
        Columns c = sum.columns();
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell.Words(label));
        counted.options().forEach(o -> cells.add(new Cell.Number(c.options().getOrDefault(o.id(), 0L))));
        List.of(c.blank(), c.overmarked(), c.doubtful(), c.held(), sum.votes().valid())
                .forEach(n -> cells.add(new Cell.Number(n)));
        cells.add(Cell.rate(rate));
        return cells;
    }

    private List<Block.Column> columns(Message first) {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(new Block.Column(first, 124, false));
        for (Form.Option option : counted.options()) {
            columns.add(new Block.Column(Wording.name(option.label().value()), 19, true));
        }
        columns.add(new Block.Column(Wording.name(counted.meeting().rules().unfilledName()), 19, true));
        for (String head : List.of("overmarked", "doubtful", "held", "valid")) {
            columns.add(new Block.Column(Message.of("report.tally." + head), 19, true));
        }
        columns.add(new Block.Column(Message.of("report.rate.head"), 56, true));
        return columns;
    }
}
