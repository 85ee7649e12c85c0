package org.tallyroom.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tallyroom.meeting.Unit;
import org.tallyroom.message.Message;
import org.tallyroom.tally.Clearing;
import org.tallyroom.tally.Figures;
import org.tallyroom.tally.Identity;
import org.tallyroom.tally.UnitCount;

/** Writes the clearing report: the sentence to read aloud for every unit, all figures, and what does not add up. */
final class ClearingReport {

    private final Counted counted;
    private final Letterhead letterhead;

    ClearingReport(Counted counted) {
        this.counted = counted;
        this.letterhead = new Letterhead(counted);
    }

    Report write() {
        List<Block> blocks = new ArrayList<>();
        for (UnitCount unit : counted.count().units()) {
            Message said = quorum(unit)
                    .map(quorum -> Wording.sentences(List.of(quorum, announcement(unit))))
                    .orElseGet(() -> announcement(unit));
            blocks.add(new Block.Paragraph(said, Block.Voice.ALOUD));
            HandCount.missing(counted.meeting(), unit)
                    .ifPresent(missing -> blocks.add(new Block.Paragraph(missing, Block.Voice.ALOUD)));
        }
        blocks.add(table());
        List<Message> findings = findings();
        if (!findings.isEmpty()) {
            blocks.add(new Block.Heading(Message.of("report.clearing.findings"), false));
            findings.forEach(f -> blocks.add(new Block.Paragraph(f, Block.Voice.PLAIN)));
        }
        blocks.add(new Block.Paragraph(Message.of("report.clearing.identities"), Block.Voice.NOTE));
        blocks.add(letterhead.signatures());
        return new Report(
                "clearing",
                Message.of("report.clearing.title"),
                Message.of("report.clearing.title"),
                letterhead.lines(Optional.empty()),
                blocks,
                letterhead.foot());
    }

    /** Said before everything else where the meeting agreed on a quorum and it is known who came. */
    private Optional<Message> quorum(UnitCount unit) {
        Optional<Long> present = Totals.of(unit, c -> c.figures().present());
        if (counted.meeting().rules().quorum().num() == 0 || present.isEmpty()) {
            return Optional.empty();
        }
        Unit own = counted.meeting().unit(unit.unit());
        int due = counted.meeting().respondentTypes().stream()
                .mapToInt(type -> counted.meeting().respondents(own, type))
                .sum();
        return Optional.of(
                unit.lacksQuorum()
                        ? Message.of("report.clearing.no-quorum", own.name(), due, present.get())
                        : Message.of("report.clearing.quorum", own.name(), due, present.get()));
    }

    /** The standard sentence of the field; anything unknown or contradictory is said instead of a result. */
    private Message announcement(UnitCount unit) {
        String name = counted.meeting().unit(unit.unit()).name();
        Optional<Clearing> surplus = unit.accounting().stream()
                .filter(Clearing::moreReturnedThanIssued)
                .findFirst();
        if (surplus.isPresent()) {
            Figures figures = surplus.get().figures();
            return Message.of(
                    "report.clearing.more",
                    name,
                    typeLabel(surplus.get()),
                    figures.issued().orElseThrow(),
                    figures.returned().orElseThrow());
        }
        if (unit.in(Identity.State.BROKEN)) {
            return unit.lacksQuorum()
                    ? Message.of("report.clearing.void", name)
                    : Message.of("report.clearing.broken", name);
        }
        Optional<Long> issued = Totals.of(unit, c -> c.figures().issued());
        Optional<Long> returned = Totals.of(unit, c -> c.figures().returned());
        if (issued.isEmpty() || returned.isEmpty()) {
            return Message.of("report.clearing.unknown", name);
        }
        String key = returned.get() < issued.get() ? "report.clearing.fewer" : "report.clearing.equal";
        return Message.of(key, name, issued.get(), returned.get());
    }

    private String typeLabel(Clearing clearing) {
        return counted.meeting().respondentType(clearing.lot().respondentType()).label();
    }

    private Block table() {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(new Block.Column(Message.of("report.unit"), 28, false));
        columns.add(new Block.Column(Message.of("report.type"), 31, false));
        for (String head : List.of(
                "printed", "issued", "unused", "spoiled", "present",
                "returned", "valid", "unfilled", "invalid", "held")) {
            columns.add(new Block.Column(Message.of("report.clearing." + head), 10, true));
        }
        columns.add(new Block.Column(Message.of("report.clearing.state"), 12, true));
        List<Block.Line> lines = new ArrayList<>();
        counted.count().units().forEach(u -> u.accounting().forEach(c -> lines.add(line(u, c))));
        lines.add(total());
        return new Block.Table(Message.of("report.clearing.table"), columns, lines);
    }

    private Block.Line line(UnitCount unit, Clearing c) {
        Unit own = counted.meeting().unit(unit.unit());
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Name(own.shortName()), new Cell.Name(typeLabel(c))));
        figures(x -> x.apply(c)).forEach(f -> cells.add(Cell.number(f)));
        cells.add(new Cell.Words(state(c)));
        return new Block.Line(cells, Block.Weight.PLAIN);
    }

    private Block.Line total() {
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Words(Message.of("report.total")), new Cell.Name("")));
        List<Clearing> all = counted.count().units().stream()
                .flatMap(u -> u.accounting().stream())
                .toList();
        figures(x -> Totals.of(all, x)).forEach(f -> cells.add(Cell.number(f)));
        cells.add(new Cell.Name(""));
        return new Block.Line(cells, Block.Weight.STRONG);
    }

    private static List<Optional<Long>> figures(Function<Function<Clearing, Optional<Long>>, Optional<Long>> of) {
        return List.of(
                of.apply(c -> Optional.of(c.printed())),
                of.apply(c -> c.figures().issued()),
                of.apply(c -> c.figures().unused()),
                of.apply(c -> c.figures().spoiled()),
                of.apply(c -> c.figures().present()),
                of.apply(c -> c.figures().returned()),
                of.apply(c -> Optional.of(c.valid())),
                of.apply(c -> Optional.of(c.unfilled())),
                of.apply(c -> Optional.of(c.invalid())),
                of.apply(c -> Optional.of(c.held())));
    }

    private static Message state(Clearing clearing) {
        if (clearing.in(Identity.State.BROKEN)) {
            return Message.of("tally.state.broken");
        }
        return clearing.in(Identity.State.OPEN) ? Message.of("tally.state.open") : Message.of("tally.state.holds");
    }

    private List<Message> findings() {
        List<Message> findings = new ArrayList<>();
        for (UnitCount unit : counted.count().units()) {
            for (Clearing c : unit.accounting()) {
                c.identities().stream()
                        .filter(i -> i.state() == Identity.State.BROKEN && !i.id().equals(Identity.QUORUM))
                        .forEach(i -> findings.add(Message.of(
                                "report.clearing.finding",
                                counted.meeting().unit(unit.unit()).name(),
                                typeLabel(c),
                                Message.of("tally.identity." + i.id()))));
            }
        }
        if (counted.count().strayPages() > 0) {
            findings.add(Message.of("report.clearing.stray", counted.count().strayPages()));
        }
        return findings;
    }
}
