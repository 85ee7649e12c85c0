package org.tallyroom.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.tallyroom.ballot.Ballot;
import org.tallyroom.ballot.BallotOutcome;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.meeting.CountingRules.Decides;
import org.tallyroom.meeting.CountingRules.Denominator;
import org.tallyroom.meeting.CountingRules.Exact;
import org.tallyroom.meeting.CountingRules.Pool;
import org.tallyroom.meeting.CountingRules.Quorum;
import org.tallyroom.support.CountedSheets;
import org.tallyroom.support.SampleMeeting;
import org.tallyroom.tally.Identity.State;

/** The sample meeting: four units, each rated by 15 of its own people and 20 full evaluators. */
class CountingTest {

    private static final String UNIT = "archives";
    private static final String OWN = "own-unit";
    private static final String FULL = "full";
    private static final List<String> ANSWERS =
            List.of("good", "good", "good", "fair", "poor", "blank", "overmarked", "doubtful");

    private static CountedSheets sheets() {
        return sheets(rules -> rules);
    }

    private static CountedSheets sheets(UnaryOperator<CountingRules> rules) {
        return new CountedSheets(SampleMeeting.of("joint-assessment"), rules);
    }

    private static CountingRules with(
            CountingRules rules, Exact exact, Decides decides, Denominator denominator, Pool pool, Quorum quorum) {
        return new CountingRules(
                rules.satisfied(),
                rules.excluded(),
                rules.threshold(),
                exact,
                decides,
                denominator,
                pool,
                rules.unfilledName(),
                rules.crosses(),
                rules.alterations(),
                quorum);
    }

    private static CountingRules with(CountingRules rules, Decides decides, Denominator denominator, Pool pool) {
        return with(rules, Exact.PASSES, decides, denominator, pool, Quorum.OFF);
    }

    // ---- verdicts

    @Test
    void aPlainUnit() {
        UnitCount unit = sheets()
                .add(UNIT, OWN, 12, "good")
                .add(UNIT, OWN, 3, "fair")
                .add(UNIT, FULL, 12, "good")
                .add(UNIT, FULL, 8, "poor")
                .figures(UNIT, OWN, 15)
                .figures(UNIT, FULL, 20)
                .count()
                .unit(UNIT);
        Tally tally = unit.tally("overall", Tally.ALL);
        assertThat(tally.columns()).isEqualTo(new Columns(Map.of("good", 24L, "fair", 3L, "poor", 8L), 0, 0, 0, 0));
        assertThat(tally.score().rate()).contains(new Fraction(24, 35));
        assertThat(tally.score().low()).contains(new Fraction(24, 35));
        assertThat(tally.score().margin()).isEqualTo(2);
        assertThat(tally.score().k()).contains(1L);
        assertThat(unit.verdict()).isEqualTo(Verdict.MEETS);
        assertThat(unit.waits()).isFalse();
        assertThat(unit.tally("overall", FULL).verdict()).as("a type's own tally").isEqualTo(Verdict.BELOW);
    }

    @Test
    void exactlyTwoThirdsPassesOrFailsAsAgreed() {
        UnaryOperator<CountedSheets> tie = s -> s.add(UNIT, OWN, 10, "good").add(UNIT, OWN, 5, "fair");
        assertThat(tie.apply(sheets()).count().unit(UNIT).verdict()).isEqualTo(Verdict.MEETS);
        CountedSheets strict = sheets(
                r -> with(r, Exact.FAILS, Decides.OVERALL, Denominator.VALID, Pool.ALL, Quorum.OFF));
        assertThat(tie.apply(strict).count().unit(UNIT).verdict()).isEqualTo(Verdict.BELOW);
    }

    @Test
    void typesApartMustEachMeetTheThreshold() {
        CountedSheets apart = sheets(r -> with(r, Decides.OVERALL, Denominator.VALID, Pool.SEPARATE));
        UnitCount unit = apart.add(UNIT, OWN, 15, "good")
                .add(UNIT, FULL, 12, "good")
                .add(UNIT, FULL, 8, "poor")
                .count()
                .unit(UNIT);
        assertThat(unit.tally("overall", Tally.ALL).score().rate()).contains(new Fraction(27, 35));
        assertThat(unit.verdict()).isEqualTo(Verdict.BELOW);
        assertThat(unit.k()).as("two of the full evaluators").contains(2L);
    }

    @Test
    void anyItemMayDecide() {
        UnaryOperator<CountedSheets> weakItem = s -> s.add(UNIT, OWN, 10, "good", List.of("study-1=poor", "study-2=fair"))
                .add(UNIT, OWN, 5, "good", List.of("study-1=poor"));
        UnitCount any = weakItem.apply(sheets(r -> with(r, Decides.ANY, Denominator.VALID, Pool.ALL)))
                .count()
                .unit(UNIT);
        assertThat(any.verdict()).isEqualTo(Verdict.BELOW);
        assertThat(any.flagged()).containsExactly("study-1", "study-2");
        assertThat(any.k()).as("both must turn, study-1 needs ten").contains(10L);
        UnitCount overall = weakItem.apply(sheets()).count().unit(UNIT);
        assertThat(overall.verdict()).isEqualTo(Verdict.MEETS);
        assertThat(overall.flagged()).as("told, but not decisive").containsExactly("study-1", "study-2");
        assertThat(overall.k()).contains(6L);
    }

    @Test
    void theWeakestItemTellsHowFarAPassIsSafe() {
        CountedSheets any = sheets(r -> with(r, Decides.ANY, Denominator.VALID, Pool.ALL));
        UnitCount unit = any.add(UNIT, OWN, 12, "good").add(UNIT, OWN, 3, "good", List.of("study-1=poor")).count().unit(UNIT);
        assertThat(unit.verdict()).isEqualTo(Verdict.MEETS);
        assertThat(unit.k()).as("12 of 15: M = 6").contains(3L);
    }

    @Test
    void noValidVoteNoVerdict() {
        UnitCount unit = sheets().add(UNIT, OWN, 3, "blank").add(UNIT, FULL, 2, "overmarked").count().unit(UNIT);
        Tally tally = unit.tally("overall", Tally.ALL);
        assertThat(tally.score().rate()).isEmpty();
        assertThat(tally.verdict()).isEqualTo(Verdict.NONE);
        assertThat(unit.verdict()).isEqualTo(Verdict.NONE);
        assertThat(unit.k()).isEmpty();
        assertThat(unit.accounting().get(0).unfilled()).isEqualTo(3);
        assertThat(unit.accounting().get(1).valid()).as("an invalid row leaves its sheet valid").isEqualTo(2);
    }

    @Test
    void otherDenominatorsCountTheFiguresPeopleEntered() {
        CountedSheets issued = sheets(r -> with(r, Decides.OVERALL, Denominator.ISSUED, Pool.ALL))
                .add(UNIT, OWN, 10, "good")
                .add(UNIT, FULL, 13, "good");
        assertThat(issued.count().unit(UNIT).verdict()).as("nobody entered them").isEqualTo(Verdict.OPEN);
        issued.figures(UNIT, OWN, 10).figures(UNIT, FULL, 13);
        UnitCount unit = issued.count().unit(UNIT);
        assertThat(unit.tally("overall", Tally.ALL).score().rate()).contains(new Fraction(23, 35));
        assertThat(unit.tally("overall", Tally.ALL).score().margin()).isEqualTo(3 * 23 - 2 * 35);
        assertThat(unit.verdict()).isEqualTo(Verdict.BELOW);
        assertThat(unit.k()).as("every sheet seen is already satisfied").isEmpty();
    }

    @Test
    void aQuorumHoldsTheVerdictBack() {
        CountedSheets half = sheets(
                r -> with(r, Exact.PASSES, Decides.OVERALL, Denominator.VALID, Pool.ALL, new Quorum(1, 2)));
        half.add(UNIT, OWN, 8, "good").add(UNIT, FULL, 9, "good");
        half.figures(UNIT, OWN, CountedSheets.of(8, 15, 0, 0, 8)).figures(UNIT, FULL, CountedSheets.of(9, 20, 0, 0, 9));
        assertThat(half.count().unit(UNIT).verdict()).as("17 of 35 came").isEqualTo(Verdict.OPEN);
        half.figures(UNIT, OWN, CountedSheets.of(9, 15, 0, 0, 8));
        assertThat(half.count().unit(UNIT).verdict()).as("18 of 35 came").isEqualTo(Verdict.MEETS);
    }

    // ---- what is open

    @Test
    void theVerdictWaitsOnlyForWhatCouldChangeIt() {
        CountedSheets sheets = sheets().add(UNIT, OWN, 12, "good").add(UNIT, OWN, 1, "poor").add(UNIT, OWN, 2, "doubtful");
        UnitCount safe = sheets.count().unit(UNIT);
        assertThat(safe.verdict()).as("at worst 12 of 15").isEqualTo(Verdict.MEETS);
        assertThat(safe.waits()).isTrue();
        UnitCount open = sheets.held(UNIT, OWN, 4).count().unit(UNIT);
        Tally tally = open.tally("overall", Tally.ALL);
        assertThat(tally.columns().held()).isEqualTo(4);
        assertThat(tally.columns().doubtful()).isEqualTo(2);
        assertThat(tally.score().low()).contains(new Fraction(12, 19));
        assertThat(tally.score().high()).contains(new Fraction(18, 19));
        assertThat(tally.score().rate()).as("of what is decided").contains(new Fraction(12, 13));
        assertThat(open.verdict()).isEqualTo(Verdict.OPEN);
    }

    @Test
    void sheetsCollectedButNotSeenAreOpen() {
        UnitCount unit = sheets()
                .add(UNIT, OWN, 9, "good")
                .add(UNIT, OWN, 3, "fair")
                .figures(UNIT, OWN, 15)
                .count()
                .unit(UNIT);
        Tally tally = unit.tally("overall", OWN);
        assertThat(tally.sheets()).isEqualTo(12);
        assertThat(tally.score().low()).contains(new Fraction(9, 15));
        assertThat(tally.score().high()).contains(new Fraction(12, 15));
        assertThat(unit.accounting().get(0).held()).as("not seen by the scanner").isEqualTo(3);
        assertThat(state(unit, Identity.CLASSIFIED)).isEqualTo(State.HOLDS);
        assertThat(unit.verdict()).isEqualTo(Verdict.OPEN);
    }

    @Test
    void strayPagesAreOpenForEveryUnitThatMissesSheets() {
        CountedSheets sheets = sheets().strayPages(3);
        sheets.add(UNIT, OWN, 15, "good").figures(UNIT, OWN, 15);
        sheets.add(UNIT, FULL, 20, "good").figures(UNIT, FULL, 20);
        sheets.add("parks", OWN, 14, "good").add("parks", FULL, 20, "good");
        sheets.add("service-hall", OWN, 10, "good").add("service-hall", FULL, 10, "good");
        Count count = sheets.count();
        assertThat(open(count.unit(UNIT))).as("all its sheets were seen").isZero();
        assertThat(open(count.unit("parks"))).as("it misses one").isEqualTo(1);
        assertThat(open(count.unit("service-hall"))).as("it misses 15, there are 3").isEqualTo(3);
        assertThat(count.waits()).isTrue();
    }

    @Test
    void withAHandCountStrayPagesAreAmongTheMissingSheets() {
        UnitCount unit = sheets().strayPages(5)
                .add(UNIT, OWN, 13, "good")
                .figures(UNIT, OWN, 15)
                .count()
                .unit(UNIT);
        assertThat(unit.tally("overall", OWN).votes().open()).isEqualTo(2);
    }

    private static long open(UnitCount unit) {
        return unit.tally("overall", Tally.ALL).votes().open();
    }

    // ---- accounting

    @Test
    void withoutFiguresTheIdentitiesAreOpenAndTheVerdictIsProvisional() {
        UnitCount unit = sheets().add(UNIT, OWN, 15, "good").add(UNIT, FULL, 20, "good").count().unit(UNIT);
        assertThat(unit.accounting().get(0).identities())
                .containsExactly(
                        new Identity("printed-issued-unused-spoiled", State.OPEN),
                        new Identity("returned-at-most-issued", State.OPEN),
                        new Identity("returned-at-most-present", State.OPEN),
                        new Identity("returned-classified", State.OPEN),
                        new Identity("tally-adds-up", State.HOLDS));
        assertThat(unit.accounting().get(0).figures().returned()).as("never filled in from the scan").isEmpty();
        assertThat(unit.verdict()).isEqualTo(Verdict.MEETS);
        assertThat(unit.waits()).isTrue();
    }

    @Test
    void allIdentitiesHold() {
        UnitCount unit = sheets()
                .add(UNIT, OWN, 11, "good")
                .add(UNIT, OWN, 1, "blank")
                .invalid(UNIT, OWN, 1)
                .figures(UNIT, OWN, CountedSheets.of(14, 13, 1, 1, 13))
                .count()
                .unit(UNIT);
        assertThat(unit.accounting().get(0).identities()).allMatch(i -> i.state() == State.HOLDS);
        assertThat(unit.accounting().get(0).valid()).isEqualTo(11);
        assertThat(unit.accounting().get(0).unfilled()).isEqualTo(1);
        assertThat(unit.accounting().get(0).invalid()).isEqualTo(1);
        assertThat(unit.tally("overall", OWN).columns().overmarked()).as("an invalid sheet's rows").isEqualTo(1);
        assertThat(unit.tally("overall", OWN).score().rate()).contains(new Fraction(11, 11));
    }

    @Test
    void moreReturnedThanIssuedIsRepeated() {
        UnitCount unit = sheets()
                .add(UNIT, OWN, 15, "good")
                .figures(UNIT, OWN, CountedSheets.of(15, 14, 1, 0, 15))
                .count()
                .unit(UNIT);
        assertThat(state(unit, Identity.RETURNED_ISSUED)).isEqualTo(State.BROKEN);
        assertThat(unit.verdict()).isEqualTo(Verdict.REPEAT);
        assertThat(unit.tally("overall", Tally.ALL).verdict()).isEqualTo(Verdict.NONE);
        assertThat(unit.k()).isEmpty();
        assertThat(unit.flagged()).isEmpty();
    }

    @Test
    void brokenIdentitiesHoldTheVerdictBack() {
        assertBroken(CountedSheets.of(15, 14, 0, 0, 14), 14, Identity.PRINTED);
        assertBroken(CountedSheets.of(12, 15, 0, 0, 14), 14, Identity.RETURNED_PRESENT);
        assertBroken(CountedSheets.of(15, 15, 0, 0, 13), 14, Identity.CLASSIFIED);
        Figures fewIssued =
                new Figures(Optional.empty(), Optional.of(13L), Optional.empty(), Optional.empty(), Optional.empty());
        assertBroken(fewIssued, 14, Identity.RETURNED_ISSUED);
        Figures tooMany =
                new Figures(Optional.empty(), Optional.of(15L), Optional.of(1L), Optional.empty(), Optional.empty());
        assertBroken(tooMany, 14, Identity.PRINTED);
    }

    private static void assertBroken(Figures figures, int seen, String identity) {
        UnitCount unit = sheets().add(UNIT, OWN, seen, "good").figures(UNIT, OWN, figures).count().unit(UNIT);
        assertThat(state(unit, identity)).as("%s with %s", identity, figures).isEqualTo(State.BROKEN);
        assertThat(unit.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(unit.tally("overall", Tally.ALL).verdict()).isEqualTo(Verdict.OPEN);
    }

    private static State state(UnitCount unit, String identity) {
        return unit.accounting().get(0).identities().stream()
                .filter(i -> i.id().equals(identity))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void laterFiguresReplaceOnlyWhatTheyName() {
        Figures first = CountedSheets.of(15, 15, 0, 0, 14);
        Figures later =
                new Figures(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(1L), Optional.of(13L));
        assertThat(first.then(later)).isEqualTo(CountedSheets.of(15, 15, 0, 1, 13));
    }

    // ---- laws

    @Test
    void aTallyThatDoesNotAddUpCannotExist() {
        Columns columns = new Columns(Map.of("good", 3L), 0, 0, 0, 0);
        Score score = Yardstick.of(sheets().meeting().rules()).measure(new Votes(3, 0, 0, 0), Optional.empty());
        assertThatThrownBy(() -> new Tally("a", "all", columns, 4, new Votes(3, 0, 0, 0), score))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSheetOfNoUnitIsNotSilentlyLeftOut() {
        CountedSheets pile = sheets().add(UNIT, OWN, 1, "good");
        CountedSheets other = sheets();
        BallotOutcome stranger = pile.sheets().get(0).match(
                b -> new Ballot(b.sheet(), "nowhere", b.respondentType(), b.rows(), b.standing()),
                h -> {
                    throw new AssertionError();
                });
        assertThatThrownBy(() -> other.count(List.of(stranger))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Random piles: every sheet in one column, any order, and two piles counted apart add up to both. */
    @RepeatedTest(20)
    void conservationOrderAndAdditivity() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        CountedSheets pile = randomPile(random);
        List<BallotOutcome> all = pile.sheets();
        Count whole = pile.count();
        List<BallotOutcome> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        assertThat(pile.count(shuffled)).as("seed %s: order", seed).isEqualTo(whole);
        int cut = random.nextInt(all.size() + 1);
        Count first = pile.count(all.subList(0, cut));
        Count second = pile.count(all.subList(cut, all.size()));
        for (UnitCount unit : whole.units()) {
            for (Tally tally : unit.tallies()) {
                Columns sum = first.unit(unit.unit())
                        .tally(tally.item(), tally.respondentType())
                        .columns()
                        .plus(second.unit(unit.unit()).tally(tally.item(), tally.respondentType()).columns());
                assertThat(sum).as("seed %s: tally(a ++ b) = tally(a) + tally(b)", seed).isEqualTo(tally.columns());
                long seen = all.stream()
                        .filter(s -> s.unit().equals(unit.unit()))
                        .filter(s -> tally.respondentType().equals(Tally.ALL)
                                || s.respondentType().equals(tally.respondentType()))
                        .count();
                assertThat(tally.columns().sheets()).as("seed %s: conservation", seed).isEqualTo(seen);
            }
        }
    }

    private static CountedSheets randomPile(Random random) {
        CountedSheets pile = sheets();
        List<String> items = List.of("overall", "study-1", "listen-3", "rectify-2");
        for (int i = 0; i < 120; i++) {
            String unit = List.of("archives", "parks", "service-hall").get(random.nextInt(3));
            String type = random.nextBoolean() ? OWN : FULL;
            switch (random.nextInt(12)) {
                case 0 -> pile.held(unit, type, 1);
                case 1 -> pile.invalid(unit, type, 1);
                default -> pile.add(
                        unit,
                        type,
                        1,
                        ANSWERS.get(random.nextInt(ANSWERS.size())),
                        items.stream().map(item -> item + "=" + ANSWERS.get(random.nextInt(ANSWERS.size()))).toList());
            }
        }
        return pile;
    }
}
