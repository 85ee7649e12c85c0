package org.tallyroom.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tallyroom.meeting.CountingRules.Denominator;
import org.tallyroom.meeting.CountingRules.Exact;
import org.tallyroom.meeting.CountingRules.Threshold;

/** The formulas against the definition, tried out on every small case. */
class YardstickTest {

    private static final List<Threshold> THRESHOLDS =
            List.of(new Threshold(2, 3), new Threshold(1, 2), new Threshold(3, 5), new Threshold(4, 5), new Threshold(1, 3));

    private static final Optional<Long> NO_FIGURE = Optional.empty();

    @Test
    void exactlyTwoThirdsIsTheMeetingsChoice() {
        Votes tie = new Votes(20, 10, 5, 0);
        assertThat(yardstick(Exact.PASSES).measure(tie, NO_FIGURE).verdict()).isEqualTo(Verdict.MEETS);
        assertThat(yardstick(Exact.FAILS).measure(tie, NO_FIGURE).verdict()).isEqualTo(Verdict.BELOW);
        assertThat(yardstick(Exact.PASSES).measure(tie, NO_FIGURE).margin()).isZero();
        assertThat(yardstick(Exact.PASSES).measure(new Votes(19, 10, 6, 0), NO_FIGURE).verdict()).isEqualTo(Verdict.BELOW);
        assertThat(yardstick(Exact.FAILS).measure(new Votes(21, 10, 4, 0), NO_FIGURE).verdict()).isEqualTo(Verdict.MEETS);
    }

    /** Rows of the table in trust.md: N, w/l/b, M, k. */
    @Test
    void marginsOfTheReferenceTable() {
        assertMargin(new Votes(15, 5, 0, 0), 5, 2);
        assertMargin(new Votes(58, 17, 0, 0), 24, 9);
        assertMargin(new Votes(384, 116, 0, 0), 152, 51);
        assertMargin(new Votes(3584, 1416, 0, 0), 752, 251);
        assertMargin(new Votes(70, 20, 10, 0), 30, 11);
        assertMargin(new Votes(40, 35, 0, 0), -30, 10);
        assertMargin(new Votes(55, 45, 0, 0), -35, 12);
        assertMargin(new Votes(300, 200, 0, 0), -100, 34);
        assertMargin(new Votes(50, 40, 10, 0), -30, 10);
    }

    private static void assertMargin(Votes votes, long margin, long k) {
        Score score = yardstick(Exact.PASSES).measure(votes, NO_FIGURE);
        assertThat(score.margin()).isEqualTo(margin);
        assertThat(score.k()).contains(k);
    }

    /** For every number of sheets up to 60 and every way to fill them in. */
    @TestFactory
    Stream<DynamicTest> kIsTheLeastNumberOfMisreadSheetsThatTurnsTheVerdict() {
        return Stream.of(Exact.values()).map(exact -> DynamicTest.dynamicTest(exact.name(), () -> {
            Yardstick yardstick = yardstick(exact);
            for (int n = 1; n <= 60; n++) {
                for (int w = 0; w <= n; w++) {
                    for (int l = 0; w + l <= n; l++) {
                        check(yardstick, new Votes(w, l, n - w - l, 0), NO_FIGURE);
                    }
                }
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> kWithOtherThresholdsAndDenominators() {
        List<Yardstick> yardsticks = new ArrayList<>();
        for (Threshold threshold : THRESHOLDS) {
            for (Exact exact : Exact.values()) {
                yardsticks.add(new Yardstick(threshold, exact, Denominator.VALID));
                yardsticks.add(new Yardstick(threshold, exact, Denominator.ISSUED));
            }
        }
        return yardsticks.stream().map(yardstick -> DynamicTest.dynamicTest(yardstick.toString(), () -> {
            for (int n = 1; n <= 15; n++) {
                for (int w = 0; w <= n; w++) {
                    for (int l = 0; w + l <= n; l++) {
                        for (long figure = n; figure <= n + (yardstick.denominator() == Denominator.VALID ? 0 : 9); figure++) {
                            Optional<Long> known =
                                    yardstick.denominator() == Denominator.VALID ? NO_FIGURE : Optional.of(figure);
                            check(yardstick, new Votes(w, l, n - w - l, 0), known);
                        }
                    }
                }
            }
        }));
    }

    private static void check(Yardstick yardstick, Votes votes, Optional<Long> figure) {
        Score score = yardstick.measure(votes, figure);
        if (votes.valid() == 0) {
            assertThat(score.verdict()).isEqualTo(Verdict.NONE);
            assertThat(score.k()).isEmpty();
            return;
        }
        boolean meets = meets(yardstick, votes.satisfied(), votes.valid(), figure);
        assertThat(score.verdict()).as("%s", votes).isEqualTo(meets ? Verdict.MEETS : Verdict.BELOW);
        assertThat(score.k()).as("%s %s of %s", yardstick, votes, figure).isEqualTo(leastMisread(yardstick, votes, figure));
    }

    /** By trying: the definition of the rate, and every other way to fill in k of the sheets. */
    private static Optional<Long> leastMisread(Yardstick yardstick, Votes votes, Optional<Long> figure) {
        long n = votes.valid() + votes.empty();
        boolean meets = meets(yardstick, votes.satisfied(), votes.valid(), figure);
        long least = Long.MAX_VALUE;
        for (long w = 0; w <= n; w++) {
            for (long l = 0; w + l <= n; l++) {
                if (w + l > 0 && meets(yardstick, w, w + l, figure) != meets) {
                    long moved = Math.abs(w - votes.satisfied())
                            + Math.abs(l - votes.unsatisfied())
                            + Math.abs(n - w - l - votes.empty());
                    least = Math.min(least, moved / 2);
                }
            }
        }
        return least == Long.MAX_VALUE ? Optional.empty() : Optional.of(least);
    }

    private static boolean meets(Yardstick yardstick, long w, long valid, Optional<Long> figure) {
        long base = figure.orElse(valid);
        int order = new Fraction(w, base)
                .compareTo(new Fraction(yardstick.threshold().num(), yardstick.threshold().den()));
        return order > 0 || order == 0 && yardstick.exact() == Exact.PASSES;
    }

    /** Every way in which what is open may turn out, up to 12 sheets. */
    @TestFactory
    Stream<DynamicTest> boundsAndVerdictRunOverEveryCompletion() {
        return Stream.of(Denominator.VALID, Denominator.RETURNED).flatMap(denominator -> THRESHOLDS.stream()
                .flatMap(threshold -> Stream.of(Exact.values())
                        .map(exact -> new Yardstick(threshold, exact, denominator)))
                .map(yardstick -> DynamicTest.dynamicTest(yardstick.toString(), () -> {
                    for (int n = 1; n <= 12; n++) {
                        for (int w = 0; w <= n; w++) {
                            for (int l = 0; w + l <= n; l++) {
                                for (int open = 0; w + l + open <= n; open++) {
                                    complete(yardstick, new Votes(w, l, n - w - l - open, open), n);
                                }
                            }
                        }
                    }
                })));
    }

    private static void complete(Yardstick yardstick, Votes votes, long n) {
        Optional<Long> figure = yardstick.denominator() == Denominator.VALID ? NO_FIGURE : Optional.of(n);
        List<Fraction> rates = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (long s = 0; s <= votes.open(); s++) {
            for (long u = 0; s + u <= votes.open(); u++) {
                long valid = votes.valid() + s + u;
                if (valid == 0) {
                    verdicts.add(Verdict.NONE);
                    continue;
                }
                rates.add(new Fraction(votes.satisfied() + s, figure.orElse(valid)));
                verdicts.add(meets(yardstick, votes.satisfied() + s, valid, figure) ? Verdict.MEETS : Verdict.BELOW);
            }
        }
        Score score = yardstick.measure(votes, figure);
        Verdict expected = verdicts.stream().distinct().count() == 1 ? verdicts.get(0) : Verdict.OPEN;
        assertThat(score.verdict()).as("%s", votes).isEqualTo(expected);
        if (rates.isEmpty()) {
            assertThat(score.low()).isEmpty();
            return;
        }
        assertThat(score.low().orElseThrow()).isEqualByComparingTo(rates.stream().min(Fraction::compareTo).orElseThrow());
        assertThat(score.high().orElseThrow()).isEqualByComparingTo(rates.stream().max(Fraction::compareTo).orElseThrow());
    }

    @Test
    void anUnknownDenominatorGivesNeitherRateNorVerdict() {
        Score score = new Yardstick(new Threshold(2, 3), Exact.PASSES, Denominator.PRESENT)
                .measure(new Votes(30, 2, 0, 0), NO_FIGURE);
        assertThat(score.rate()).isEmpty();
        assertThat(score.verdict()).isEqualTo(Verdict.OPEN);
    }

    @Test
    void percentagesAreRoundedHalfUpAndNeverCompared() {
        assertThat(new Fraction(2, 3).hundredthsOfPercent()).isEqualTo(6667);
        assertThat(new Fraction(1, 8).hundredthsOfPercent()).isEqualTo(1250);
        assertThat(new Fraction(1, 16).hundredthsOfPercent()).isEqualTo(625);
        assertThat(new Fraction(1, 32).hundredthsOfPercent()).isEqualTo(313);
        assertThat(new Fraction(19_999, 30_000)).isLessThan(new Fraction(2, 3));
        assertThat(new Fraction(19_999, 30_000).hundredthsOfPercent()).isEqualTo(6666);
        assertThat(new Fraction(199_999, 300_000).hundredthsOfPercent()).isEqualTo(6667);
        assertThat(new Fraction(199_999, 300_000)).isLessThan(new Fraction(2, 3));
    }

    private static Yardstick yardstick(Exact exact) {
        return new Yardstick(new Threshold(2, 3), exact, Denominator.VALID);
    }
}
