package org.tallyroom.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tallyroom.definition.Problem;

/** A profile gives every figure with unit, meaning and evidence, or says what is wrong with it. */
class ProfileReadingTest {

    private final String yaml = yaml();

    @Test
    void theDefaultProfileIsComplete() {
        Criteria criteria = MarksTest.defaults();
        assertThat(criteria.size().restMm()).isEqualTo(0.9);
        assertThat(criteria.hash()).hasSize(64).isEqualTo(MarksTest.defaults().hash());
    }

    /** Every figure becomes 100 and more, each another one, and must turn up in the component that has its name. */
    @Test
    void everyFigureStandsUnderItsOwnName() throws ReflectiveOperationException {
        int[] next = {100};
        Map<String, Double> figures = new HashMap<>();
        String numbered = Pattern.compile("(?m)^  ([a-z-]+):\\n    value: [0-9.]+$")
                .matcher(yaml)
                .replaceAll(figure -> {
                    figures.put(figure.group(1), (double) ++next[0]);
                    return "  %s:\n    value: %d".formatted(figure.group(1), next[0]);
                });
        Map<String, Double> read = new HashMap<>();
        for (RecordComponent group : Criteria.class.getRecordComponents()) {
            for (RecordComponent figure : group.getType().getRecordComponents()) {
                Object of = group.getAccessor().invoke(criteria(numbered));
                read.put(key(figure.getName()), (double) figure.getAccessor().invoke(of));
            }
        }
        assertThat(read).hasSizeGreaterThan(20).isEqualTo(figures);
    }

    /** {@code surelyCrossingMm} stands as {@code surely-crossing}. */
    private static String key(String component) {
        return component.replaceFirst("Mm2?$", "").replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
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
