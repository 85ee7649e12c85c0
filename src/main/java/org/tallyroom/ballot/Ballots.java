package org.tallyroom.ballot;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tallyroom.ballot.Held.Reason;
import org.tallyroom.ballot.SheetEvidence.PageEvidence;
import org.tallyroom.calibration.Answer;
import org.tallyroom.calibration.Doubt;
import org.tallyroom.calibration.Judgement;
import org.tallyroom.form.Form;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.meeting.CountingRules.Alterations;

/**
 * Judges whole sheets. A row in doubt, for whatever reason, is settled by one person: the latest decision about it
 * counts. A row that the machine read with certainty takes two people who decide alike; one person's objection opens
 * it. A sheet whose paper itself is in question (a page is missing, two pictures differ, it was photocopied) is held
 * until, for every item concerned, the latest decision is shared by two different people, or two declare the whole
 * sheet invalid. Invalid marks void their item and never the sheet (domain.md §A.7: the readable part counts, the
 * unreadable part is void).
 */
public final class Ballots {

    private final SheetEvidence evidence;
    private final Form form;
    private final CountingRules rules;
    private final Decisions decisions;
    private final Set<String> disputed;

    private Ballots(SheetEvidence evidence, Form form, CountingRules rules) {
        this.evidence = evidence;
        this.form = form;
        this.rules = rules;
        this.decisions = Decisions.of(evidence.decisions(), form);
        this.disputed = disputedItems();
    }

    /** The same evidence always gives the same outcome: a recount is this function called again. */
    public static BallotOutcome of(SheetEvidence evidence, Form form, CountingRules rules) {
        return new Ballots(evidence, form, rules).judge();
    }

    private BallotOutcome judge() {
        Set<Reason> reasons = reasons();
        List<Row> rows = form.items().stream().map(i -> row(i.id(), reasons)).toList();
        boolean invalid = (reasons.isEmpty() ? decisions.onSheet() : decisions.onSheetByTwo())
                .filter(d -> d.outcome().equals(Decision.INVALID))
                .isPresent();
        List<String> undecided = invalid || reasons.isEmpty()
                ? List.of()
                : rows.stream().filter(r -> waits(r, reasons)).map(Row::item).toList();
        if (!undecided.isEmpty()) {
            return new Held(evidence.sheet(), evidence.unit(), evidence.respondentType(), reasons, rows, undecided);
        }
        return new Ballot(evidence.sheet(), evidence.unit(), evidence.respondentType(), rows, standing(invalid, rows));
    }

    private static Ballot.Standing standing(boolean invalid, List<Row> rows) {
        if (invalid) {
            return Ballot.Standing.INVALID;
        }
        boolean unfilled = rows.stream().allMatch(r -> r.answer() instanceof Answer.Blank);
        return unfilled ? Ballot.Standing.UNFILLED : Ballot.Standing.VALID;
    }

    private Set<Reason> reasons() {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (form.items().stream().anyMatch(i -> readings(i.id()).isEmpty())) {
            reasons.add(Reason.INCOMPLETE);
        }
        if (!disputed.isEmpty()) {
            reasons.add(Reason.DISPUTED);
        }
        if (evidence.photocopied()) {
            reasons.add(Reason.PHOTOCOPIED);
        }
        return reasons;
    }

    private Row row(String item, Set<Reason> reasons) {
        List<Judgement> read = readings(item);
        Answer machine = read.isEmpty() ? new Answer.Doubtful(Doubt.UNSEEN) : read.get(0).answer();
        boolean paper = contested(item, reasons);
        boolean two = paper || Row.takesTwo(machine);
        Optional<Doubt> doubt = doubt(machine).or(() -> paper ? Optional.of(Doubt.UNSEEN) : Optional.empty());
        Optional<Decision> counts = two ? decisions.byTwoOn(item, doubt) : decisions.on(item, doubt);
        Optional<Decision> alone = paper || counts.isPresent() ? Optional.empty() : decisions.on(item, doubt);
        Answer answer = counts.map(d -> decided(d, machine))
                .or(() -> alone.map(d -> objected(d, machine)))
                .orElseGet(() -> ruled(machine));
        return new Row(item, answer, read, counts.or(() -> alone));
    }

    /** What one person says where two must agree: nothing new, or that the row is in question. */
    private static Answer objected(Decision decision, Answer machine) {
        boolean same = !isDoubtful(machine) && decided(decision, machine).equals(machine);
        return same || isDoubtful(machine) ? machine : new Answer.Doubtful(Doubt.UNSEEN);
    }

    /** Two people must decide the item, since it is not even known which paper speaks. */
    private boolean contested(String item, Set<Reason> reasons) {
        return reasons.contains(Reason.PHOTOCOPIED) || disputed.contains(item) || readings(item).isEmpty();
    }

    private boolean waits(Row row, Set<Reason> reasons) {
        return contested(row.item(), reasons)
                && row.decision().filter(d -> !d.outcome().equals(Decision.DOUBTFUL)).isEmpty();
    }

    private static Answer decided(Decision decision, Answer machine) {
        return switch (decision.outcome()) {
            case Decision.BLANK -> new Answer.Blank();
            case Decision.OVERMARKED -> new Answer.Overmarked();
            case Decision.DOUBTFUL -> isDoubtful(machine) ? machine : new Answer.Doubtful(Doubt.UNSEEN);
            default -> new Answer.Chosen(decision.outcome());
        };
    }

    /** Where the meeting agreed that altered rows are void, the item is invalid; the reason stays in the reading. */
    private Answer ruled(Answer machine) {
        boolean altered = machine instanceof Answer.Doubtful d && d.doubt() == Doubt.ALTERATION;
        return altered && rules.alterations() == Alterations.INVALID ? new Answer.Overmarked() : machine;
    }

    private List<Judgement> readings(String item) {
        return evidence.pages().stream()
                .flatMap(p -> p.judgements().stream())
                .filter(j -> j.item().equals(item))
                .toList();
    }

    private Set<String> disputedItems() {
        Map<Integer, List<PageEvidence>> byPage =
                evidence.pages().stream().collect(Collectors.groupingBy(PageEvidence::page));
        Set<String> items = new TreeSet<>();
        for (List<PageEvidence> pictures : byPage.values()) {
            List<PageEvidence> earlier = new ArrayList<>();
            for (PageEvidence picture : pictures) {
                earlier.forEach(e -> items.addAll(Rereading.differing(e.judgements(), picture.judgements())));
                earlier.add(picture);
            }
        }
        return items;
    }

    private static boolean isDoubtful(Answer answer) {
        return doubt(answer).isPresent();
    }

    private static Optional<Doubt> doubt(Answer answer) {
        return answer instanceof Answer.Doubtful d ? Optional.of(d.doubt()) : Optional.empty();
    }
}
