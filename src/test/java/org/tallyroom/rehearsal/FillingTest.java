package org.tallyroom.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FillingTest {

    @TestFactory
    Stream<DynamicTest> aScrutineerSays() {
        return Stream.of(
                says("blank"),
                says("blank", Shape.REST, "good"),
                says("good", Shape.TICK, "good"),
                says("poor", Shape.DOT, "poor", Shape.REST, "good"),
                says("good", Shape.TICK, "good", Shape.CIRCLE, "good"),
                says("overmarked", Shape.TICK, "good", Shape.FILL, "poor"),
                says("doubtful", Shape.CROSS, "good"),
                says("doubtful", Shape.TICK, "good", Shape.SCRIBBLE, "good", Shape.TICK, "poor"),
                says("doubtful", Shape.SCRIBBLE, "good"));
    }

    private static DynamicTest says(String truth, Object... shapesAndOptions) {
        List<Gesture> gestures = Stream.iterate(0, i -> i < shapesAndOptions.length, i -> i + 2)
                .map(i -> new Gesture((Shape) shapesAndOptions[i], (String) shapesAndOptions[i + 1]))
                .toList();
        return DynamicTest.dynamicTest(truth + " of " + gestures, () -> assertThat(
                        Filling.of(Hand.of(new Seed(1).random()), Map.of("item", gestures)).truth("item"))
                .isEqualTo(truth));
    }
}
