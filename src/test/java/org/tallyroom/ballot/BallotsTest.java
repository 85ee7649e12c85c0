package org.tallyroom.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tallyroom.ballot.Held.Reason;
import org.tallyroom.ballot.SheetEvidence.PageEvidence;
import org.tallyroom.calibration.Answer;
import org.tallyroom.calibration.Doubt;
import org.tallyroom.calibration.Judgement;
import org.tallyroom.form.Form;
import org.tallyroom.form.FormDefinition;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.meeting.CountingRules.Alterations;

/** The rules of validity, case by case: a form of three items, a on page 1, b and c on page 2. */
class BallotsTest {

    private static final Form FORM = FormDefinition.parse(
                    "form.yaml",
                    """
                    form: small
                    title: small
                    instructions: [none]
                    overall: {id: a, label: A}
                    groups:
                      - label: G
                        items:
                          - {id: b, label: B}
                          - {id: c, label: C}
                    scale:
                      - {id: good, label: good, satisfied: true}
                      - {id: poor, label: poor}
                    """)
            .form()
            .orElseThrow();

    private static final String CLEAN = "a=good b=poor c=blank";
    private static final String CLEAN_VALID = "VALID " + CLEAN;

    @TestFactory
    Stream<DynamicTest> decisions() {
        return Stream.of(
                rule("no decision", CLEAN, "", "VALID a=good b=poor c=blank"),
                rule("a doubt stays a doubt", "a=weak b=poor c=good", "", "VALID a=doubtful b=poor c=good"),
                rule("one person settles a doubt", "a=weak b=poor c=good", "a=good:Li", "VALID a=good b=poor c=good"),
                rule("two may overrule a reading", CLEAN, "b=good:Li b=good:Wu", "VALID a=good b=good c=blank"),
                rule("one opens it", CLEAN, "b=good:Li", "VALID a=good b=doubtful c=blank"),
                rule("one is one however often", CLEAN, "b=good:Li b=good:Li", "VALID a=good b=doubtful c=blank"),
                rule("two who differ leave it open", CLEAN, "b=good:Li b=blank:Wu", "VALID a=good b=doubtful c=blank"),
                rule("one who agrees with the machine opens nothing", CLEAN, "b=poor:Li", "VALID a=good b=poor c=blank"),
                rule("an objection may be taken back", CLEAN, "b=good:Li b=poor:Li", "VALID a=good b=poor c=blank"),
                rule("two may doubt a reading, and one", CLEAN, "b=doubtful:Li", "VALID a=good b=doubtful c=blank"),
                rule("the latest decision wins", "a=weak b=poor c=good", "a=good:Li a=blank:Li", "VALID a=blank b=poor c=good"),
                rule("also over another person", "a=weak b=poor c=good", "a=good:Li a=blank:Wu", "VALID a=blank b=poor c=good"),
                rule("also over an alteration", "a=altered b=poor c=good", "a=good:Li", "VALID a=good b=poor c=good"),
                rule("and over a second look at it", "a=altered b=poor c=good", "a=good:Li a=blank:Wu", "VALID a=blank b=poor c=good"),
                rule("an alteration among all rows in doubt", "a=altered b=weak c=good", "all=good:Li", "VALID a=good b=good c=good"),
                rule("undone by deciding again", "a=weak b=poor c=good", "a=good:Li a=doubtful:Li", "VALID a=doubtful b=poor c=good"),
                rule("all rows in doubt at once", "a=weak b=weak c=good", "all=poor:Li", "VALID a=poor b=poor c=good"),
                rule("a row's own later decision stands", "a=weak b=weak c=good", "all=poor:Li b=good:Li", "VALID a=poor b=good c=good"),
                rule("a decision for all in doubt leaves the others", CLEAN, "all=poor:Li all=poor:Wu", CLEAN_VALID),
                rule("an unknown option is passed over", CLEAN, "b=great:Li", "VALID a=good b=poor c=blank"),
                rule("an unknown item is passed over", CLEAN, "z=good:Li", "VALID a=good b=poor c=blank"),
                rule("an invalid sheet", CLEAN, "all=invalid:Li", "INVALID a=good b=poor c=blank"),
                rule("restored", CLEAN, "all=invalid:Li all=valid:Wu", "VALID a=good b=poor c=blank"),
                rule("and declared again", CLEAN, "all=invalid:Li all=valid:Wu all=invalid:Li", "INVALID a=good b=poor c=blank"),
                rule("an unfilled sheet", "a=blank b=blank c=blank", "", "UNFILLED a=blank b=blank c=blank"),
                rule("unfilled by decision", "a=weak b=blank c=blank", "a=blank:Li", "UNFILLED a=blank b=blank c=blank"),
                rule("a doubt is not unfilled", "a=weak b=blank c=blank", "", "VALID a=doubtful b=blank c=blank"),
                rule("overmarked is not unfilled", "a=overmarked b=blank c=blank", "", "VALID a=overmarked b=blank c=blank"));
    }

    @TestFactory
    Stream<DynamicTest> heldSheets() {
        return Stream.of(
                rule("a missing page", "a=good", "", "HELD INCOMPLETE b c"),
                rule("one person is not enough", "a=good", "b=good:Li c=good:Li", "HELD INCOMPLETE b c"),
                rule("nor one person twice", "a=good", "b=good:Li b=good:Li c=good:Li c=good:Wu", "HELD INCOMPLETE b"),
                rule("nor two who differ", "a=good", "b=good:Li b=poor:Wu c=good:Li c=good:Wu", "HELD INCOMPLETE b"),
                rule("two alike are", "a=good", "b=poor:Li b=poor:Wu c=good:Li c=good:Wu", "VALID a=good b=poor c=good"),
                rule("a third joins one of two", "a=good", "b=poor:Li b=good:Wu b=poor:He c=good:Li c=good:Wu", "VALID a=good b=poor c=good"),
                rule("agreement may be taken back", "a=good", "b=poor:Li b=poor:Wu c=good:Li c=good:Wu b=good:Wu", "HELD INCOMPLETE b"),
                rule("by all", "a=good", "all=good:Li all=good:Wu", "VALID a=good b=good c=good"),
                rule("invalid takes two", "a=good", "all=invalid:Li", "HELD INCOMPLETE b c"),
                rule("and then holds no more", "a=good", "all=invalid:Li all=invalid:Wu", "INVALID a=good b=doubtful c=doubtful"),
                rule("a person cannot settle by doubting", "a=good", "b=doubtful:Li b=doubtful:Wu c=good:Li c=good:Wu", "HELD INCOMPLETE b"),
                rule("two pictures differ", CLEAN + " / b=good c=blank", "", "HELD DISPUTED b"),
                rule("the undisputed items need nobody", CLEAN + " / b=good c=blank", "b=good:Li b=good:Wu", "VALID a=good b=good c=blank"),
                rule("blank differs from a mark", CLEAN + " / b=poor c=good", "", "HELD DISPUTED c"),
                rule("a doubt differs from nothing", "a=good b=weak c=good / b=good c=good", "", "VALID a=good b=doubtful c=good"),
                rule("three pictures", CLEAN + " / b=weak c=blank / b=good c=blank", "", "HELD DISPUTED b"));
    }

    private static DynamicTest rule(String name, String read, String decisions, String expected) {
        return DynamicTest.dynamicTest(name, () -> assertThat(say(outcome(read, decisions, false, Alterations.REVIEW)))
                .isEqualTo(expected));
    }

    @Test
    void aPhotocopiedSheetIsInQuestionAsAWhole() {
        assertThat(say(outcome(CLEAN, "a=good:Li a=good:Wu b=poor:Li", true, Alterations.REVIEW)))
                .isEqualTo("HELD PHOTOCOPIED b c");
        assertThat(say(outcome(CLEAN, "all=good:Li all=good:Wu", true, Alterations.REVIEW)))
                .isEqualTo("VALID a=good b=good c=good");
    }

    @Test
    void alteredRowsAreInvalidWhereTheMeetingAgreedSo() {
        assertThat(say(outcome("a=altered b=weak c=good", "", false, Alterations.INVALID)))
                .isEqualTo("VALID a=overmarked b=doubtful c=good");
        BallotOutcome outcome = outcome("a=altered b=weak c=good", "", false, Alterations.INVALID);
        Row row = outcome.match(Ballot::rows, Held::rows).get(0);
        assertThat(row.doubt()).as("the reason stays").contains(Doubt.ALTERATION);
        assertThat(say(outcome("a=altered b=weak c=good", "a=good:Li", false, Alterations.INVALID)))
                .as("a person sees that it is none")
                .isEqualTo("VALID a=good b=doubtful c=good");
    }

    @Test
    void whatTheMachineReadStaysBesideTheDecision() {
        Row row = outcome("a=weak b=poor c=good", "a=poor:Li", false, Alterations.REVIEW).match(Ballot::rows, Held::rows).get(0);
        assertThat(row.read()).extracting(Judgement::answer).containsExactly(new Answer.Doubtful(Doubt.WEAK));
        assertThat(row.decision()).map(Decision::by).contains("Li");
        assertThat(row.decision()).map(Decision::reason).contains("seen");
    }

    @Test
    void theReviewIsToldWhatItCannotDecide() {
        assertThat(Decisions.problem(new Decision("S", "z", "good", "Li", ""), FORM)).map(m -> m.key())
                .contains("ballot.no-such-item");
        assertThat(Decisions.problem(new Decision("S", "a", "great", "Li", ""), FORM)).map(m -> m.key())
                .contains("ballot.no-such-outcome");
        assertThat(Decisions.problem(new Decision("S", "a", "invalid", "Li", ""), FORM)).map(m -> m.key())
                .as("invalid is for whole sheets; a row is overmarked")
                .contains("ballot.no-such-outcome");
        for (String outcome : List.of("good", "poor", "blank", "overmarked", "doubtful")) {
            assertThat(Decisions.problem(new Decision("S", "a", outcome, "Li", ""), FORM)).isEmpty();
            assertThat(Decisions.problem(new Decision("S", "all", outcome, "Li", ""), FORM)).isEmpty();
        }
    }

    @Test
    void evidenceOfAnotherSheetIsAMistake() {
        List<Decision> foreign = List.of(new Decision("T", "a", "good", "Li", ""));
        assertThatThrownBy(() -> new SheetEvidence("S", "u", "t", List.of(), false, foreign))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Readings like {@code a=good b=poor}; after a slash another picture of page 2. */
    private static BallotOutcome outcome(String read, String decisions, boolean photocopied, Alterations alterations) {
        List<PageEvidence> pages = new ArrayList<>();
        for (String picture : read.split(" / ")) {
            List<Judgement> judgements = Stream.of(picture.split(" ")).map(BallotsTest::judgement).toList();
            List<Judgement> first = judgements.stream().filter(j -> j.item().equals("a")).toList();
            List<Judgement> second = judgements.stream().filter(j -> !j.item().equals("a")).toList();
            if (!first.isEmpty()) {
                pages.add(new PageEvidence(1, first));
            }
            if (!second.isEmpty()) {
                pages.add(new PageEvidence(2, second));
            }
        }
        List<Decision> decided = decisions.isEmpty()
                ? List.of()
                : Stream.of(decisions.split(" ")).map(BallotsTest::decision).toList();
        SheetEvidence evidence = new SheetEvidence("S", "u", "t", pages, photocopied, decided);
        return Ballots.of(evidence, FORM, rules(alterations));
    }

    private static Judgement judgement(String text) {
        String item = text.substring(0, text.indexOf('='));
        String answer = text.substring(text.indexOf('=') + 1);
        return new Judgement(item, answer(answer), 0.5);
    }

    private static Answer answer(String word) {
        return switch (word) {
            case "blank" -> new Answer.Blank();
            case "overmarked" -> new Answer.Overmarked();
            case "weak" -> new Answer.Doubtful(Doubt.WEAK);
            case "altered" -> new Answer.Doubtful(Doubt.ALTERATION);
            default -> new Answer.Chosen(word);
        };
    }

    private static Decision decision(String text) {
        String[] parts = text.split("[=:]");
        return new Decision("S", parts[0], parts[1], parts[2], "seen");
    }

    private static String say(BallotOutcome outcome) {
        return outcome.match(
                ballot -> ballot.standing() + " "
                        + String.join(" ", ballot.rows().stream().map(r -> r.item() + "=" + word(r.answer())).toList()),
                held -> "HELD " + String.join(" ", held.reasons().stream().map(Reason::name).sorted().toList()) + " "
                        + String.join(" ", held.undecided()));
    }

    private static String word(Answer answer) {
        return answer.match(c -> c.option(), () -> "blank", () -> "overmarked", d -> "doubtful");
    }

    private static CountingRules rules(Alterations alterations) {
        return new CountingRules(
                List.of("good"),
                List.of(),
                new CountingRules.Threshold(2, 3),
                CountingRules.Exact.PASSES,
                CountingRules.Decides.OVERALL,
                CountingRules.Denominator.VALID,
                CountingRules.Pool.ALL,
                "blank",
                CountingRules.Crosses.REVIEW,
                alterations,
                CountingRules.Quorum.OFF);
    }
}
