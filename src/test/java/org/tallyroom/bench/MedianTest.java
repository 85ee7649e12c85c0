package org.tallyroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void oneDisturbedRunDoesNotMoveIt() {
        assertThat(Median.of(List.of(3.0, 1000.0, 1.0))).isEqualTo(3);
        assertThat(Median.of(List.of(4.0, 1.0, 2.0, 1000.0))).isEqualTo(3);
    }

    @Test
    void nothingHasNoMiddle() {
        assertThatThrownBy(() -> Median.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
