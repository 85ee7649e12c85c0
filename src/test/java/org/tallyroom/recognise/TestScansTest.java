package org.tallyroom.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tallyroom.calibration.Criteria;
import org.tallyroom.calibration.ParsedProfile;
import org.tallyroom.calibration.ProfileReading;
import org.tallyroom.intake.ScanFile;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.support.ScanSet;
import org.tallyroom.support.ScanSet.Fact;

/** Every set below {@code test-scans} is read within its budget, and its budget is not laxer than it has to be. */
class TestScansTest {

    /** Rows that may be doubted today and not tomorrow before a budget is called too lax: it is a bound, no snapshot. */
    private static final int SLACK = 5;

    @TestFactory
    Stream<DynamicTest> sets() {
        return ScanSet.all().stream()
                .map(set -> DynamicTest.dynamicTest(set.folder().getFileName().toString(), () -> check(set)));
    }

    private static void check(ScanSet set) {
        Score score = new Score();
        Recogniser recogniser = new Recogniser(set.printed());
        set.truth().forEach((file, facts) -> read(set, recogniser, file, facts, score));
        assertThat(score.misread).as("answered definitely, and wrongly").hasSize(set.budget("misread"));
        assertThat(score.read).as("pages read; not read: %s", score.notRead).isGreaterThanOrEqualTo(set.budget("read"));
        int doubtful = set.budget("doubtful");
        assertThat(score.doubtful).as("rows doubted without need").hasSizeLessThanOrEqualTo(doubtful);
        assertThat(doubtful)
                .as("the budget is too lax, only %s rows are doubted without need", score.doubtful.size())
                .isLessThanOrEqualTo(2 * score.doubtful.size() + SLACK);
        assertThat(set.budget("read"))
                .as("the budget is too lax, %s pages are read", score.read)
                .isGreaterThanOrEqualTo(score.read);
    }

    private static final class Score {
        private int read;
        private final List<String> notRead = new ArrayList<>();
        private final List<String> misread = new ArrayList<>();
        private final List<String> doubtful = new ArrayList<>();
    }

    private static void read(ScanSet set, Recogniser recogniser, String file, List<Fact> facts, Score score) {
        try (ScanFile pages = ScanFile.open(set.scans().resolve(file))) {
            for (int number = 1; pages.hasNext(); number++) {
                int page = number;
                List<Fact> expected = facts.stream().filter(f -> f.page() == page).toList();
                Recognition recognition = pages.next().unpack(
                        fine -> recogniser.recognise(fine.image()),
                        fault -> {
                            throw new AssertionError(file + " page " + page + ": " + fault);
                        });
                recognition.match(
                        read -> compare(set, read, expected, score),
                        reason -> score.notRead.add(file + " " + page + " " + reason),
                        origin -> score.notRead.add(file + " " + page + " " + origin),
                        code -> score.notRead.add(file + " " + page + " code unreadable"));
            }
        }
    }

    private static boolean compare(ScanSet set, Recognition.Read read, List<Fact> expected, Score score) {
        score.read++;
        assertThat(read.code().token()).as("the sheet itself").isEqualTo(set.token(expected.get(0).sheet()));
        Map<String, RowReading> rows = read.reading().rows().stream()
                .collect(Collectors.toMap(RowReading::item, row -> row));
        assertThat(rows).hasSameSizeAs(expected);
        for (Fact fact : expected) {
            String answer = CRITERIA
                    .judge(rows.get(fact.item()), CountingRules.Crosses.REVIEW)
                    .answer()
                    .match(chosen -> chosen.option(), () -> "blank", () -> "overmarked", doubt -> "doubtful");
            if (!answer.equals(fact.answer())) {
                String said = fact.file() + " " + fact.page() + " " + fact.item() + ": " + fact.answer()
                        + " was read as " + answer;
                (answer.equals("doubtful") ? score.doubtful : score.misread).add(said);
            }
        }
        return true;
    }

    private static final Criteria CRITERIA = criteria();

    private static Criteria criteria() {
        Path profile = Path.of("calibration", "default", "profile.yaml");
        try {
            return ProfileReading.parse(profile.toString(), Files.readString(profile))
                    .match(ParsedProfile.Profile::criteria, problems -> {
                        throw new AssertionError(problems);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
