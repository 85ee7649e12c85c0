package org.tallyroom.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tallyroom.definition.Origin;
import org.tallyroom.form.Form;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.meeting.RespondentType;
import org.tallyroom.meeting.Unit;
import org.tallyroom.message.Language;

class RespondentsTest {

    private static final Origin HERE = new Origin("test", 1);

    private static Form form(int options) {
        List<String> names = List.of("good", "fair", "poor", "bad", "worse", "worst", "none").subList(0, options);
        return new Form(
                "f",
                Language.EN,
                text("title"),
                List.of(),
                new Form.Item("overall", text("overall")),
                List.of(new Form.ItemGroup(
                        text("group"),
                        IntStream.rangeClosed(1, 13).mapToObj(i -> new Form.Item("i" + i, text("item"))).toList())),
                new Form.Scale(names.stream()
                        .map(id -> new Form.Option(id, text(id), id.equals("good"), false))
                        .toList()),
                HERE);
    }

    private static Form.Text text(String value) {
        return new Form.Text(value, HERE);
    }

    private static Meeting meeting(int units, int spares) {
        CountingRules rules = new CountingRules(
                List.of("good"),
                List.of(),
                new CountingRules.Threshold(2, 3),
                CountingRules.Exact.PASSES,
                CountingRules.Decides.OVERALL,
                CountingRules.Denominator.VALID,
                CountingRules.Pool.ALL,
                "未填",
                CountingRules.Crosses.REVIEW,
                CountingRules.Alterations.REVIEW,
                CountingRules.Quorum.OFF);
        return new Meeting(
                "m", "meeting", "stage", "group", "date", "place", "supervision", "u1",
                IntStream.rangeClosed(1, units)
                        .mapToObj(i -> new Unit("u" + i, "Unit " + i, "U" + i, "home", Map.of(), HERE))
                        .toList(),
                List.of(
                        new RespondentType("own", "own", RespondentType.Rates.OWN_UNIT, 15, spares, "f", HERE),
                        new RespondentType("full", "full", RespondentType.Rates.EVERY_UNIT, 5, spares, "f", HERE)),
                rules,
                HERE);
    }

    private static Map<String, Integer> overall(Meeting meeting, Unit unit, long seed) {
        Respondents respondents = new Respondents(meeting, Map.of("f", form(3)), new Seed(seed));
        Map<String, Integer> totals = new TreeMap<>();
        for (RespondentType type : meeting.respondentTypes()) {
            for (int i = 0; i < meeting.respondents(unit, type); i++) {
                totals.merge(respondents.filling(unit, type, i).truth("overall"), 1, Integer::sum);
            }
        }
        return totals;
    }

    /** Twice the satisfied less the rest, in thirds: M = w − 2l, at two thirds exactly 0. */
    private static int margin(Map<String, Integer> totals) {
        return totals.get("good") - 2 * (totals.getOrDefault("fair", 0) + totals.getOrDefault("poor", 0));
    }

    @Test
    void aMeetingShowsEveryKindOfResult() {
        for (long seed = 0; seed < 20; seed++) {
            Meeting meeting = meeting(4, 0);
            List<Map<String, Integer>> totals = new ArrayList<>();
            for (Unit unit : meeting.units()) {
                totals.add(overall(meeting, unit, seed));
            }
            assertThat(totals).as("seed %s", seed).allSatisfy(t -> assertThat(
                            t.values().stream().mapToInt(n -> n).sum())
                    .isEqualTo(35));
            assertThat(margin(totals.get(0))).isGreaterThan(15);
            assertThat(margin(totals.get(1))).isZero();
            assertThat(totals.get(1)).doesNotContainKey("doubtful");
            int doubts = totals.get(2).get("doubtful");
            assertThat(doubts).isPositive();
            assertThat(margin(totals.get(2)) - 2 * doubts).as("whatever the doubts become").isNotNegative();
            assertThat(margin(totals.get(3))).isLessThan(-5);
        }
    }

    @Test
    void theExactUnitIsExactHoweverManyCome() {
        for (int units = 2; units <= 12; units++) {
            Meeting meeting = meeting(units, 0);
            assertThat(margin(overall(meeting, meeting.units().get(1), 4))).as("%s units", units).isZero();
        }
    }

    @Test
    void nobodyFillsInASpareSheet() {
        Meeting meeting = meeting(2, 3);
        Unit unit = meeting.units().get(0);
        RespondentType full = meeting.respondentTypes().get(1);
        Respondents respondents = new Respondents(meeting, Map.of("f", form(3)), new Seed(1));
        assertThatThrownBy(() -> respondents.filling(unit, full, 10)).isInstanceOf(IllegalArgumentException.class);
        List<PrintedPage> printed = IntStream.range(0, 13)
                .mapToObj(i -> new PrintedPage(
                        Path.of("x.pdf"), i + 1, "S" + i, unit.id(), full.id(), BlankPage.layout(1)))
                .toList();
        assertThat(Pile.of(printed, meeting, respondents, new Seed(1)).batches().stream()
                        .flatMap(batch -> batch.pages().stream())
                        .map(written -> written.page().sheet()))
                .containsExactlyInAnyOrder(
                        "S0", "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9");
    }

    @Test
    void aLargePileHasOneSheetFedTwiceAndKeepsItsPagesTogether() {
        Meeting meeting = meeting(4, 0);
        Respondents respondents = new Respondents(meeting, Map.of("f", form(3)), new Seed(1));
        List<PrintedPage> printed = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            printed.add(new PrintedPage(
                    Path.of("x.pdf"), i + 1, "S" + i / 2, "u" + (1 + i / 2 % 4), "full", BlankPage.layout(1)));
        }
        List<String> fed = Pile.of(printed, meeting, respondents, new Seed(2)).batches().stream()
                .flatMap(batch -> batch.pages().stream())
                .map(written -> written.page().sheet())
                .toList();
        assertThat(fed).hasSize(42);
        assertThat(fed.get(41)).isEqualTo(fed.get(0));
        IntStream.range(0, 21).forEach(i -> assertThat(fed.get(2 * i)).isEqualTo(fed.get(2 * i + 1)));
    }

    @Test
    void inADeckEveryOptionOfEveryItemHasAnotherTotal() {
        for (int options = 2; options <= 7; options++) {
            TestDeck deck = TestDeck.of(form(options), new Seed(6));
            assertThat(deck.expected()).hasSize(14);
            for (Map<String, Integer> row : deck.expected().values()) {
                List<Integer> totals = row.entrySet().stream()
                        .filter(e -> !e.getKey().equals("blank") && !e.getKey().equals("overmarked"))
                        .map(Map.Entry::getValue)
                        .toList();
                assertThat(totals).hasSize(options).doesNotHaveDuplicates();
                assertThat(row).containsEntry("blank", 1).containsEntry("overmarked", 1);
            }
        }
    }

    @Test
    void inADeckASwappedColumnShows() {
        Map<String, Map<String, Integer>> expected = TestDeck.of(form(3), new Seed(6)).expected();
        assertThat(expected.get("overall")).containsEntry("good", 1).containsEntry("fair", 2).containsEntry("poor", 6);
        assertThat(expected.get("i1")).containsEntry("good", 2).containsEntry("fair", 6).containsEntry("poor", 1);
        assertThat(expected.get("i2")).containsEntry("good", 6).containsEntry("fair", 1).containsEntry("poor", 2);
    }
}
