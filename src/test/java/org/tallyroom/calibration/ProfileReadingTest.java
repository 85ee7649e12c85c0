package org.tallyroom.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallyroom.definition.Problem;

/** A profile gives every figure with unit, meaning and evidence, or says what is wrong with it. */
class ProfileReadingTest {

    private final String yaml = yaml();

    @Test
    void theDefaultProfileIsComplete() {
        Criteria criteria = MarksTest.defaults();
        assertThat(criteria.restMm()).isEqualTo(0.9);
        assertThat(criteria.hash()).hasSize(64).isEqualTo(MarksTest.defaults().hash());
    }

    @Test
    void anotherFigureIsAnotherHash() {
        String other = yaml.replaceFirst("value: 0.9", "value: 0.85");
        assertThat(criteria(other).hash()).isNotEqualTo(criteria(yaml).hash());
    }

    @Test
    void allProblemsAreFoundAtOnce() {
        String bad = yaml.replaceFirst("unit: mm", "unit: px")
                .replaceFirst("value: 1.25", "value: large")
                .replaceFirst("  seen:", "  sen:");
        assertThat(problems(bad))
                .extracting(problem -> problem.sentence().key())
                .contains(
                        "calibration.wrong-unit",
                        "calibration.not-a-figure",
                        "definition.missing",
                        "definition.unknown-key-near");
    }

    @Test
    void aRestIsSmallerThanAMark() {
        assertThat(problems(yaml.replaceFirst("value: 0.9", "value: 1.4")))
                .extracting(problem -> problem.sentence().key())
                .contains("calibration.rest-over-mark");
    }

    private static Criteria criteria(String text) {
        return ProfileReading.parse("p", text).match(ParsedProfile.Profile::criteria, problems -> {
            throw new IllegalStateException(problems.toString());
        });
    }

    private static List<Problem> problems(String text) {
        return ProfileReading.parse("p", text).match(profile -> List.of(), problems -> problems);
    }

    private static String yaml() {
        try {
            return Files.readString(Path.of("calibration/default/profile.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
