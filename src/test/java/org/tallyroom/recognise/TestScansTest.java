package org.tallyroom.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tallyroom.support.JudgedPage;
import org.tallyroom.support.ScanSet;
import org.tallyroom.support.ScanSet.Fact;
import org.tallyroom.support.ScanSet.Page;

/** Every set below {@code test-scans} is read within its budget, and its budget is not laxer than it has to be. */
class TestScansTest {

    /** Rows that may be doubted today and not tomorrow before a budget is too lax: it is a bound, no snapshot. */
    private static final int SLACK = 5;

    /** Where the figures lie afterwards, for whoever sets a budget. */
    private static final Path FIGURES = Path.of("target", "test-scans");

    @TestFactory
    Stream<DynamicTest> sets() {
        return ScanSet.all().stream().map(set -> DynamicTest.dynamicTest(set.name(), () -> check(set)));
    }

    private static void check(ScanSet set) throws IOException {
        Score score = new Score(set);
        Files.createDirectories(FIGURES);
        Files.writeString(FIGURES.resolve(set.name() + ".txt"), score.toString());
        assertThat(score.unknown).as("pages that nobody wrote down").isEmpty();
        assertThat(score.misread).as("answered definitely, and wrongly").hasSize(set.budget("misread"));
        assertThat(score.misnamed).as("pages that became what they must not").isEmpty();
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
        private final ScanSet set;
        private final Map<Page, List<Fact>> truth;
        private final Map<Page, List<String>> states;
        private final Set<String> unknown = new TreeSet<>();
        private final List<String> misread = new ArrayList<>();
        private final List<String> misnamed = new ArrayList<>();
        private final List<String> notRead = new ArrayList<>();
        private final List<String> doubtful = new ArrayList<>();
        private int read;
        private int rows;

        Score(ScanSet set) {
            this.set = set;
            this.truth = set.truth();
            this.states = set.states();
            Recogniser recogniser = new Recogniser(set.printed());
            set.scans().forEach(file -> JudgedPage.of(file, recogniser).forEach(this::add));
        }

        private void add(JudgedPage judged) {
            Page page = new Page(judged.file(), judged.number());
            if (!truth.containsKey(page) && !states.containsKey(page)) {
                unknown.add(page.toString());
            } else if (!states.getOrDefault(page, List.of(JudgedPage.READ)).contains(judged.state())) {
                (states.containsKey(page) ? misnamed : notRead).add(page + " " + judged.state());
            }
            if (judged.state().equals(JudgedPage.READ) && truth.containsKey(page)) {
                read++;
                compare(judged, truth.get(page));
            }
        }

        private void compare(JudgedPage judged, List<Fact> facts) {
            assertThat(judged.token()).as("the sheet itself").contains(set.token(facts.get(0).sheet()));
            assertThat(judged.answers()).hasSameSizeAs(facts);
            rows += facts.size();
            for (Fact fact : facts) {
                String answer = judged.answers().get(fact.item());
                if (!fact.answers().contains(answer)) {
                    String said = fact.file() + " " + fact.page() + " " + fact.item() + ": "
                            + String.join(" or ", fact.answers()) + " was read as " + answer
                            + (judged.doubts().containsKey(fact.item()) ? " " + judged.doubts().get(fact.item()) : "");
                    (answer.equals(JudgedPage.DOUBTFUL) ? doubtful : misread).add(said);
                }
            }
        }

        @Override
        public String toString() {
            return "read=%d rows=%d\nnot read: %s\nmisread: %s\ndoubted without need: %s\nmisnamed: %s\n"
                    .formatted(read, rows, notRead, misread, doubtful, misnamed);
        }
    }
}
