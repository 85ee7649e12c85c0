package org.tallyroom.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.meeting.CountingRules.Crosses;
import org.tallyroom.recognise.RowMeasurer;
import org.tallyroom.recognise.RowReading;
import org.tallyroom.support.MarkedForm;
import org.tallyroom.support.TestMarks;
import org.tallyroom.support.TestMarks.Expected;
import org.tallyroom.support.TestMarks.Kind;
import org.tallyroom.support.TestPen;

/** Thousands of rows as people mark them: never a wrong answer, seldom a doubt, no cross and no scribble counted. */
class MarksTest {

    private static final long SEED = 20261122;
    private static final int PAGES_PER_KIND = 6;

    private final MarkedForm form = MarkedForm.at(300);
    private final Criteria criteria = defaults();

    /** How the rows of a kind were judged. */
    private record Score(int right, int doubtful, List<String> wrong) {
        static Score none() {
            return new Score(0, 0, List.of());
        }

        int rows() {
            return right + doubtful + wrong.size();
        }
    }

    @Test
    void plainMarksAreReadAndTheRestIsDoubtful() {
        System.out.println("seed " + SEED);
        Map<Kind, Score> scores = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            for (int page = 0; page < PAGES_PER_KIND; page++) {
                mark(kind, SEED + 1000L * kind.ordinal() + page, scores);
            }
        }
        int plain = 0;
        int doubted = 0;
        for (Map.Entry<Kind, Score> entry : scores.entrySet()) {
            Score score = entry.getValue();
            System.out.println(entry.getKey() + " " + score);
            assertThat(score.wrong()).as(entry.getKey().name()).isEmpty();
            if (entry.getKey().expected() == Expected.CHOSEN) {
                plain += score.rows();
                doubted += score.doubtful();
            }
            if (entry.getKey().expected() == Expected.BLANK) {
                assertThat(score.doubtful()).as(entry.getKey().name()).isZero();
            }
        }
        assertThat(plain).isGreaterThan(1400);
        assertThat(doubted).as("doubtful of " + plain + " plain rows").isLessThanOrEqualTo(plain / 200);
    }

    /** One hand on one sheet: the same kind of mark with the same pen in every row, a column each. */
    private void mark(Kind kind, long seed, Map<Kind, Score> scores) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] sheet = form.sheet();
        TestPen pen = form.pen(sheet, random);
        String taken = pen.takeAny();
        TestMarks marks = new TestMarks(pen, random);
        List<String> options = new ArrayList<>();
        for (PageLayout.Row row : form.layout().rows()) {
            PageLayout.Cell cell = row.cells().get(random.nextInt(row.cells().size()));
            marks.draw(kind, cell.box());
            options.add(cell.option());
        }
        List<RowReading> rows = RowMeasurer.measure(form.scanned(sheet, random, 4));
        for (int i = 0; i < rows.size(); i++) {
            Judgement judgement = criteria.judge(rows.get(i), Crosses.REVIEW);
            String what = "seed " + seed + " row " + i + " " + taken + " " + options.get(i) + ": " + judgement.answer();
            scores.merge(kind, score(kind, options.get(i), judgement.answer(), what), MarksTest::sum);
        }
    }

    private static Score score(Kind kind, String option, Answer answer, String what) {
        boolean right = switch (kind.expected()) {
            case CHOSEN -> answer.equals(new Answer.Chosen(option));
            case BLANK -> answer instanceof Answer.Blank;
            case DOUBTFUL -> answer instanceof Answer.Doubtful;
        };
        if (right) {
            return new Score(1, 0, List.of());
        }
        return answer instanceof Answer.Doubtful ? new Score(0, 1, List.of()) : new Score(0, 0, List.of(what));
    }

    private static Score sum(Score a, Score b) {
        List<String> wrong = new ArrayList<>(a.wrong());
        wrong.addAll(b.wrong());
        return new Score(a.right() + b.right(), a.doubtful() + b.doubtful(), wrong);
    }

    static Criteria defaults() {
        try {
            String yaml = Files.readString(Path.of("calibration/default/profile.yaml"));
            return ProfileReading.parse("profile.yaml", yaml).match(ParsedProfile.Profile::criteria, problems -> {
                throw new IllegalStateException(problems.toString());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
