package org.tallyroom.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tallyroom.ballot.BallotOutcome;
import org.tallyroom.ballot.Ballots;
import org.tallyroom.ballot.Decision;
import org.tallyroom.ballot.SheetEvidence;
import org.tallyroom.ballot.SheetEvidence.PageEvidence;
import org.tallyroom.calibration.Answer;
import org.tallyroom.calibration.Doubt;
import org.tallyroom.calibration.Judgement;
import org.tallyroom.form.Form;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.report.Counted;
import org.tallyroom.tally.Count;
import org.tallyroom.tally.Counting;
import org.tallyroom.tally.Figures;
import org.tallyroom.tally.Ledger;
import org.tallyroom.tally.Lot;

/** A pile of read sheets of a sample meeting, made up answer by answer, and the count of it. */
public final class CountedSheets {

    private final SampleMeeting sample;
    private final Meeting meeting;
    private final List<BallotOutcome> sheets = new ArrayList<>();
    private final Map<Lot, Long> printed = new LinkedHashMap<>();
    private final Map<Lot, Figures> figures = new LinkedHashMap<>();
    private long strayPages;
    private int next;

    public CountedSheets(SampleMeeting sample, UnaryOperator<CountingRules> rules) {
        this.sample = sample;
        Meeting agreed = sample.meeting();
        this.meeting = new Meeting(
                agreed.id(),
                agreed.title(),
                agreed.stage(),
                agreed.group(),
                agreed.date(),
                agreed.place(),
                agreed.supervisionGroup(),
                agreed.leadUnit(),
                agreed.units(),
                agreed.respondentTypes(),
                rules.apply(agreed.rules()),
                agreed.origin());
        for (var unit : meeting.units()) {
            for (var type : meeting.respondentTypes()) {
                printed.put(new Lot(unit.id(), type.id()), (long) meeting.sheets(unit, type));
            }
        }
    }

    public Meeting meeting() {
        return meeting;
    }

    /** Sheets on which every item says the same: an option, {@code blank}, {@code overmarked} or {@code doubtful}. */
    public CountedSheets add(String unit, String type, int number, String answer) {
        return add(unit, type, number, answer, List.of());
    }

    /** The same with other answers for some items, written {@code item=answer}. */
    public CountedSheets add(String unit, String type, int number, String answer, List<String> exceptions) {
        for (int i = 0; i < number; i++) {
            Map<String, String> answers = new LinkedHashMap<>();
            form(type).items().forEach(item -> answers.put(item.id(), answer));
            exceptions.forEach(e -> answers.put(e.substring(0, e.indexOf('=')), e.substring(e.indexOf('=') + 1)));
            outcome(unit, type, answers, List.of());
        }
        return this;
    }

    /** Sheets that a person declared invalid. */
    public CountedSheets invalid(String unit, String type, int number) {
        for (int i = 0; i < number; i++) {
            String sheet = "S" + next;
            outcome(unit, type, all(type, "good"), List.of(new Decision(sheet, "all", "invalid", "A", "torn")));
        }
        return this;
    }

    /** Sheets of which no page gave answers. */
    public CountedSheets held(String unit, String type, int number) {
        for (int i = 0; i < number; i++) {
            outcome(unit, type, Map.of(), List.of());
        }
        return this;
    }

    private Map<String, String> all(String type, String answer) {
        Map<String, String> answers = new LinkedHashMap<>();
        form(type).items().forEach(item -> answers.put(item.id(), answer));
        return answers;
    }

    private void outcome(String unit, String type, Map<String, String> answers, List<Decision> decisions) {
        List<Judgement> judgements = new ArrayList<>();
        answers.forEach((item, answer) -> judgements.add(new Judgement(item, answer(answer), 1)));
        SheetEvidence evidence = new SheetEvidence(
                "S" + next++, unit, type, List.of(new PageEvidence(1, judgements)), false, decisions);
        sheets.add(Ballots.of(evidence, form(type), meeting.rules()));
    }

    public static Answer answer(String word) {
        return switch (word) {
            case "blank" -> new Answer.Blank();
            case "overmarked" -> new Answer.Overmarked();
            case "doubtful" -> new Answer.Doubtful(Doubt.WEAK);
            default -> new Answer.Chosen(word);
        };
    }

    private Form form(String type) {
        return sample.forms().get(meeting.respondentType(type).form());
    }

    /** Figures as they should be: all printed sheets handed out, so many of them returned. */
    public CountedSheets figures(String unit, String type, long returned) {
        Lot lot = new Lot(unit, type);
        return figures(unit, type, of(printed.get(lot), printed.get(lot), 0, 0, returned));
    }

    public CountedSheets figures(String unit, String type, Figures entered) {
        figures.put(new Lot(unit, type), entered);
        return this;
    }

    public static Figures of(long present, long issued, long unused, long spoiled, long returned) {
        return new Figures(
                Optional.of(present),
                Optional.of(issued),
                Optional.of(unused),
                Optional.of(spoiled),
                Optional.of(returned));
    }

    public CountedSheets strayPages(long pages) {
        strayPages = pages;
        return this;
    }

    public List<BallotOutcome> sheets() {
        return List.copyOf(sheets);
    }

    public Ledger ledger() {
        return new Ledger(printed, figures, strayPages);
    }

    public Count count() {
        return count(sheets);
    }

    public Count count(List<BallotOutcome> some) {
        return Counting.count(meeting, sample.forms(), some, ledger());
    }

    public Counted closed(String verificationCode) {
        return new Counted(meeting, sample.forms(), count(), sample.hash(), Optional.of(verificationCode), false);
    }

    public Counted provisional() {
        return new Counted(meeting, sample.forms(), count(), sample.hash(), Optional.empty(), false);
    }
}
