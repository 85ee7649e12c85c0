package org.tallyroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChiSquareTest {

    /** Critical values of the printed tables (Abramowitz and Stegun, table 26.8). */
    @Test
    void tailsAreThePublishedOnes() {
        assertThat(ChiSquare.survival(3.841459, 1)).isCloseTo(0.05, within(1e-6));
        assertThat(ChiSquare.survival(6.634897, 1)).isCloseTo(0.01, within(1e-6));
        assertThat(ChiSquare.survival(5.991465, 2)).isCloseTo(0.05, within(1e-6));
        assertThat(ChiSquare.survival(22.36203, 13)).isCloseTo(0.05, within(1e-6));
        assertThat(ChiSquare.survival(7.041505, 13)).isCloseTo(0.90, within(1e-6));
        assertThat(ChiSquare.survival(29.70668, 40)).isCloseTo(0.8831, within(2e-4));
        assertThat(ChiSquare.survival(0, 3)).isEqualTo(1);
    }

    /** The four-fold table 12 5 / 6 11 by hand: 34 (12 · 11 − 5 · 6)² / (17 · 17 · 18 · 16). */
    @Test
    void aFourFoldTableGivesTheTextbookValue() {
        ChiSquare test = ChiSquare.of(List.of(new long[] {12, 5}, new long[] {6, 11}));
        assertThat(test.value()).isCloseTo(34.0 * 102 * 102 / (17 * 17 * 18 * 16), within(1e-9));
        assertThat(test.freedom()).isEqualTo(1);
        assertThat(test.p()).isBetween(0.038, 0.040);
    }

    @Test
    void likeRatesShowNoBiasAndEmptyGroupsDoNotCount() {
        ChiSquare test = ChiSquare.of(List.of(new long[] {90, 10}, new long[] {180, 20}, new long[] {0, 0}));
        assertThat(test.value()).isCloseTo(0, within(1e-12));
        assertThat(test.freedom()).isEqualTo(1);
        assertThat(ChiSquare.of(List.of(new long[] {5, 0}, new long[] {7, 0})).p()).isEqualTo(1);
    }
}
