package org.tallyroom.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tallyroom.message.Message;
import org.tallyroom.tally.Fraction;
import org.tallyroom.tally.Tally;
import org.tallyroom.tally.UnitCount;
import org.tallyroom.tally.Verdict;

/** Writes what one unit is told of itself: the weakest items first, and where its own people see it otherwise. */
final class FeedbackReport {

    private final Counted counted;
    private final UnitCount unit;
    private final TallyTable tables;
    private final Letterhead letterhead;

    FeedbackReport(Counted counted, String unit) {
        this.counted = counted;
        this.unit = counted.count().unit(unit);
        this.tables = new TallyTable(counted, this.unit);
        this.letterhead = new Letterhead(counted);
    }

    Report write() {
        List<Block> blocks = new ArrayList<>();
        HandCount.missing(counted.meeting(), unit)
                .ifPresent(missing -> blocks.add(new Block.Paragraph(missing, Block.Voice.PLAIN)));
        blocks.add(new Block.Paragraph(new VerdictSentence(counted, unit).say(), Block.Voice.PLAIN));
        if (unit.verdict() != Verdict.REPEAT) {
            blocks.addAll(figures(Breakdown.of(unit)));
        }
        blocks.add(new Formula(counted).block());
        return new Report(
                "feedback-" + unit.unit(),
                Message.of("report.feedback.title"),
                Message.of("report.feedback.tab", counted.meeting().unit(unit.unit()).shortName()),
                letterhead.lines(Optional.of(
                        Message.of("report.subject", counted.meeting().unit(unit.unit()).name()))),
                blocks,
                letterhead.foot());
    }

    private List<Block> figures(List<List<String>> groups) {
        List<Block> blocks = new ArrayList<>(List.of(bars(), table(groups)));
        if (groups.size() > 1) {
            blocks.add(new Block.Paragraph(smallSamples(groups), Block.Voice.NOTE));
        }
        if (Breakdown.merged(groups)) {
            blocks.add(new Block.Paragraph(Message.of("report.small", Breakdown.FEWEST), Block.Voice.NOTE));
        }
        return blocks;
    }

    /** The overall item first; then the items, the weakest first, those without a rate last. */
    private List<String> weakestFirst() {
        Comparator<Fraction> byRate = Comparator.naturalOrder();
        List<String> items = new ArrayList<>(counted.items());
        items.remove(counted.overall());
        items.sort(Comparator.comparing(
                item -> tally(item).score().rate(),
                (a, b) -> a.isPresent() && b.isPresent()
                        ? byRate.compare(a.get(), b.get())
                        : Boolean.compare(a.isEmpty(), b.isEmpty())));
        items.add(0, counted.overall());
        return items;
    }

    private Tally tally(String item) {
        return unit.tally(item, Tally.ALL);
    }

    private Block bars() {
        List<Block.Bar> bars = weakestFirst().stream()
                .map(item -> new Block.Bar(
                        counted.itemLabel(item),
                        tally(item).score().rate(),
                        tally(item).score().low(),
                        tally(item).score().high(),
                        item.equals(counted.overall())))
                .toList();
        return new Block.Bars(Message.of("report.feedback.bars"), counted.threshold(), bars);
    }

    private Block table(List<List<String>> groups) {
        boolean gap = groups.size() == 2;
        List<Block.Column> columns = new ArrayList<>();
        columns.add(new Block.Column(Message.of("report.group"), 27, false));
        columns.add(new Block.Column(Message.of("report.item"), 52, false));
        columns.add(new Block.Column(Message.of("report.all-types"), 26, true));
        if (groups.size() > 1) {
            groups.forEach(g -> columns.add(new Block.Column(tables.label(g), 26, true)));
        }
        if (gap) {
            columns.add(new Block.Column(Message.of("report.feedback.gap"), 17, true));
        }
        List<Block.Line> lines = weakestFirst().stream().map(i -> line(i, groups)).toList();
        return new Block.Table(Message.of("report.feedback.table"), columns, lines);
    }

    private Block.Line line(String item, List<List<String>> groups) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell.Name(counted.groupOf(item).orElse("")));
        cells.add(new Cell.Name(counted.itemLabel(item)));
        cells.add(Cell.rate(tally(item).score().rate()));
        if (groups.size() > 1) {
            groups.forEach(g -> cells.add(Cell.rate(tables.rate(item, g))));
        }
        if (groups.size() == 2) {
            cells.add(gap(tables.rate(item, groups.get(0)), tables.rate(item, groups.get(1))));
        }
        return new Block.Line(cells, item.equals(counted.overall()) ? Block.Weight.STRONG : Block.Weight.PLAIN);
    }

    private static Cell gap(Optional<Fraction> first, Optional<Fraction> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return new Cell.Unknown();
        }
        long tenths = Math.round((first.get().hundredthsOfPercent() - second.get().hundredthsOfPercent()) / 10.0);
        return new Cell.Gap(tenths);
    }

    private Message smallSamples(List<List<String>> groups) {
        List<Message> intervals = new ArrayList<>();
        for (List<String> group : groups) {
            tables.rate(counted.overall(), group)
                    .ifPresent(rate -> intervals.add(Message.of(
                            "report.feedback.interval",
                            tables.label(group),
                            Wording.rate(rate),
                            WilsonInterval.of(rate).inPercent())));
        }
        return intervals.isEmpty()
                ? Message.of("report.feedback.no-comparison")
                : Message.of("report.feedback.samples", Wording.clauses(intervals));
    }
}
