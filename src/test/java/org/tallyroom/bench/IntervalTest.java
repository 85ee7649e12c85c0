package org.tallyroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {

    /** Newcombe, Two-sided confidence intervals for the single proportion, Stat. Med. 17 (1998), table I, method 3. */
    @Test
    void wilsonsIntervalsAreThePublishedOnes() {
        assertInterval(Interval.wilson(81, 263), 0.2553, 0.3662);
        assertInterval(Interval.wilson(15, 148), 0.0624, 0.1605);
        assertInterval(Interval.wilson(0, 20), 0.0, 0.1611);
        assertInterval(Interval.wilson(1, 29), 0.0061, 0.1718);
    }

    @Test
    void nothingSeenIsBoundedByTheRuleOfThree() {
        assertInterval(Interval.of(0, 1_000_000), 0, 3e-6);
        assertInterval(Interval.of(20_000, 20_000), 1 - 1.5e-4, 1);
        assertThat(Interval.of(0, 2)).isEqualTo(new Interval(0, 1));
        assertThat(1 - Math.pow(1 - Interval.of(0, 5000).high(), 5000)).isCloseTo(0.95, within(0.001));
    }

    @Test
    void whatWasNotTriedHasNoRate() {
        assertThatThrownBy(() -> Interval.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Interval.of(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void smallRatesKeepTheirDigits() {
        assertThat(Interval.of(0, 1_000_000)).hasToString("0.0–0.0003");
        assertThat(Interval.percent(0.1234)).isEqualTo("12.3");
        assertThat(Interval.percent(0.005)).isEqualTo("0.50");
    }

    private static void assertInterval(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }
}
