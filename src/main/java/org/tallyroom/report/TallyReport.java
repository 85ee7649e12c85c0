package org.tallyroom.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.tallyroom.form.Form;
import org.tallyroom.message.Message;
import org.tallyroom.tally.Clearing;
import org.tallyroom.tally.Fraction;
import org.tallyroom.tally.Identity;
import org.tallyroom.tally.Tally;
import org.tallyroom.tally.UnitCount;
import org.tallyroom.tally.Verdict;

/** Writes the result sheet of one unit: the sentences to read aloud, the figures behind them, and who signs. */
final class TallyReport {

    private final Counted counted;
    private final UnitCount unit;
    private final String name;
    private final Letterhead letterhead;

    TallyReport(Counted counted, String unit) {
        this.counted = counted;
        this.unit = counted.count().unit(unit);
        this.name = counted.meeting().unit(unit).name();
        this.letterhead = new Letterhead(counted);
    }

    Report write() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(announcement(), Block.Voice.ALOUD));
        HandCount.missing(counted.meeting(), unit)
                .ifPresent(missing -> blocks.add(new Block.Paragraph(missing, Block.Voice.ALOUD)));
        blocks.add(new Block.Paragraph(new VerdictSentence(counted, unit).say(), Block.Voice.ALOUD));
        boolean told = unit.verdict() != Verdict.REPEAT;
        if (told) {
            blocks.addAll(figures());
        }
        blocks.add(new Formula(counted).block());
        blocks.add(letterhead.signatures());
        if (told) {
            blocks.addAll(appendix());
        }
        return new Report(
                "tally-" + unit.unit(),
                Message.of("report.tally.title"),
                Message.of("report.tally.tab", counted.meeting().unit(unit.unit()).shortName()),
                letterhead.lines(Optional.of(Message.of("report.subject", name))),
                blocks,
                letterhead.foot());
    }

    private List<Block> figures() {
        List<List<String>> groups = Breakdown.of(unit);
        TallyTable tables = new TallyTable(counted, unit);
        List<Block> blocks = new ArrayList<>(List.of(tables.overall(groups), tables.items()));
        flagged().ifPresent(f -> blocks.add(new Block.Paragraph(f, Block.Voice.PLAIN)));
        if (Breakdown.merged(groups)) {
            blocks.add(new Block.Paragraph(Message.of("report.small", Breakdown.FEWEST), Block.Voice.NOTE));
        }
        harmless().ifPresent(h -> blocks.add(new Block.Paragraph(h, Block.Voice.NOTE)));
        unit.k().ifPresent(k -> blocks.add(new Block.Paragraph(Message.of("report.k", k), Block.Voice.NOTE)));
        return blocks;
    }

    private List<Block> appendix() {
        List<List<String>> groups = Breakdown.of(unit);
        List<Block> blocks = new ArrayList<>();
        if (groups.size() > 1) {
            blocks.add(new Block.Heading(Message.of("report.tally.appendix", name), true));
            groups.forEach(g -> blocks.add(new TallyTable(counted, unit).items(g)));
        }
        return blocks;
    }

    /** The votes of paper that does not add up are not read aloud. */
    private Message announcement() {
        boolean addsUp = !unit.in(Identity.State.BROKEN) && unit.verdict() != Verdict.REPEAT;
        return addsUp ? Wording.sentences(List.of(sheets(), votes())) : sheets();
    }

    /** Figures that nobody entered are not said: the sentence then speaks of the sheets that were read. */
    private Message sheets() {
        Optional<Long> issued = Totals.of(unit, c -> c.figures().issued());
        Optional<Long> returned = Totals.of(unit, c -> c.figures().returned());
        long valid = sum(Clearing::valid);
        long unfilled = sum(Clearing::unfilled);
        long invalid = sum(Clearing::invalid);
        long held = sum(Clearing::held);
        List<Message> classes = new ArrayList<>();
        classes.add(Message.of("report.tally.classes", valid, invalid));
        if (unfilled > 0) {
            classes.add(Message.of("report.tally.unfilled-sheets", unfilled));
        }
        if (held > 0) {
            classes.add(Message.of("report.tally.held-sheets", held));
        }
        Message parts = Wording.clauses(classes);
        return issued.isPresent() && returned.isPresent()
                ? Message.of("report.tally.sheets", name, issued.get(), returned.get(), parts)
                : Message.of("report.tally.sheets-read", name, sum(Clearing::seen), parts);
    }

    private long sum(ToLongFunction<Clearing> figure) {
        return unit.accounting().stream().mapToLong(figure).sum();
    }

    private Message votes() {
        Tally tally = unit.tally(counted.overall(), Tally.ALL);
        long valid = tally.score().valid();
        List<Message> clauses = new ArrayList<>();
        for (Form.Option option : counted.options()) {
            long votes = tally.columns().options().getOrDefault(option.id(), 0L);
            String label = option.label().value();
            clauses.add(
                    valid == 0 || votes > valid
                            ? Message.of("report.tally.votes", label, votes)
                            : Message.of(
                                    "report.tally.votes-share",
                                    label,
                                    votes,
                                    Wording.percent(new Fraction(votes, valid))));
        }
        clauses.add(Message.of(
                "report.tally.votes", counted.meeting().rules().unfilledName(), tally.columns().blank()));
        optional("report.tally.votes-overmarked", tally.columns().overmarked()).ifPresent(clauses::add);
        optional("report.tally.votes-doubtful", tally.columns().doubtful()).ifPresent(clauses::add);
        return Message.of(
                "report.tally.item", Wording.name(counted.itemLabel(counted.overall())), Wording.clauses(clauses));
    }

    private static Optional<Message> optional(String key, long votes) {
        return votes == 0 ? Optional.empty() : Optional.of(Message.of(key, votes));
    }

    /** What is open although the verdict stands: said, so that nobody wonders whether it was forgotten. */
    private Optional<Message> harmless() {
        long open = unit.tally(counted.overall(), Tally.ALL).votes().open();
        boolean decided = unit.verdict() == Verdict.MEETS || unit.verdict() == Verdict.BELOW;
        return decided && open > 0 ? Optional.of(Message.of("report.open-harmless", open)) : Optional.empty();
    }

    private Optional<Message> flagged() {
        return unit.flagged().isEmpty()
                ? Optional.empty()
                : Optional.of(Message.of(
                        "report.flagged",
                        Wording.threshold(counted.threshold()),
                        Wording.clauses(unit.flagged().stream().map(counted::itemLabel).map(Wording::name).toList())));
    }
}
