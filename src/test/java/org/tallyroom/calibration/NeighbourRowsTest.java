package org.tallyroom.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.recognise.RowMeasurer;
import org.tallyroom.recognise.RowReading;
import org.tallyroom.support.MarkedForm;
import org.tallyroom.support.TestMarks;
import org.tallyroom.support.TestPen;

/** What one row's ink does in the rows beside it: a doubt at most, never another answer. */
class NeighbourRowsTest {

    private static final long SEED = 20261122;
    private static final int ROUNDS = 25;
    private static final MarkedForm FORM = MarkedForm.at(300);
    private static final Criteria CRITERIA = criteria();

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void theTailOfACrossedOutTickIsNoSecondMarkInTheRowAbove() {
        for (int round = 0; round < ROUNDS; round++) {
            float[] sheet = FORM.sheet();
            TestMarks marks = marks(sheet);
            for (int r = 1; r + 1 < rows(); r += 3) {
                tickCrossedOut(sheet, box(r + 1, 1));
                marks.draw(TestMarks.Kind.TICK, box(r, 0));
                tickCrossedOut(sheet, box(r + 1, 2));
            }
            List<RowReading> read = RowMeasurer.measure(FORM.scanned(sheet, random, 3));
            for (int r = 1; r + 1 < rows(); r += 3) {
                assertThat(answer(read.get(r))).as("seed %d, round %d, row %d", SEED, round, r)
                        .isIn("good", "doubtful");
            }
        }
    }

    @Test
    void circlesThatTouchAreNeverABlankRow() {
        for (int round = 0; round < ROUNDS; round++) {
            float[] sheet = FORM.sheet();
            TestMarks marks = marks(sheet);
            for (int r = 1; r < rows(); r++) {
                RectMm box = box(r, 1);
                double radius = random.nextDouble(4.2, 5.4);
                marks.oval(
                        box.centre().x() + random.nextDouble(-0.7, 0.7),
                        box.centre().y() + random.nextDouble(-0.7, 0.7),
                        radius,
                        radius,
                        random.nextInt(360),
                        365);
            }
            List<RowReading> read = RowMeasurer.measure(FORM.scanned(sheet, random, 3));
            for (int r = 1; r < rows(); r++) {
                assertThat(answer(read.get(r))).as("seed %d, round %d, row %d", SEED, round, r)
                        .isIn("fair", "doubtful");
            }
        }
    }

    @Test
    void aDotOnTheOutlineOfItsBoxIsReadAndNeverBlank() {
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            float[] sheet = FORM.sheet();
            TestMarks marks = marks(sheet);
            for (int r = 0; r < rows(); r++) {
                RectMm box = box(r, 1);
                double size = random.nextDouble(1.5, 2.6);
                switch (random.nextInt(4)) {
                    case 0 -> marks.dot(box.x(), box.centre().y(), size);
                    case 1 -> marks.dot(box.right(), box.centre().y(), size);
                    case 2 -> marks.dot(box.centre().x(), box.y(), size);
                    default -> marks.dot(box.centre().x(), box.bottom(), size);
                }
            }
            List<RowReading> all = RowMeasurer.measure(FORM.scanned(sheet, random, 3));
            for (int r = 0; r < rows(); r++) {
                read += answer(all.get(r)).equals("fair") ? 1 : 0;
                assertThat(answer(all.get(r))).as("seed %d, round %d, row %d: %s", SEED, round, r, all.get(r))
                        .isIn("fair", "doubtful");
            }
        }
        assertThat(read).as("read of %d", ROUNDS * rows()).isGreaterThan(ROUNDS * rows() * 9 / 10);
    }

    @Test
    void largeTicksOneBelowTheOtherAreReadAndNotMerelyDoubted() {
        int read = 0;
        int rows = 0;
        for (int round = 0; round < ROUNDS; round++) {
            float[] sheet = FORM.sheet();
            TestMarks marks = marks(sheet);
            for (int r = 0; r < rows(); r++) {
                marks.tick(box(r, 1).centre().x(), box(r, 1).centre().y() + 1, random.nextDouble(9, 15), 1);
            }
            for (RowReading row : RowMeasurer.measure(FORM.scanned(sheet, random, 3))) {
                assertThat(answer(row)).as("seed %d, round %d, %s", SEED, round, row.item()).isIn("fair", "doubtful");
                read += answer(row).equals("fair") ? 1 : 0;
                rows++;
            }
        }
        assertThat(read).as("read of %d", rows).isGreaterThan(rows * 9 / 10);
    }

    @Test
    void aTickThatHangsOverTheRuleBelowMeansTheBoxItRunsThrough() {
        int read = 0;
        int rows = 0;
        for (int round = 0; round < ROUNDS; round++) {
            float[] sheet = FORM.sheet();
            TestPen pen = FORM.pen(sheet, random);
            pen.takeAny();
            for (int r = 0; r + 1 < rows(); r += 2) {
                double x = box(r, 1).centre().x() + random.nextDouble(-1.5, 0);
                double y = cell(r, 1).bottom() + random.nextDouble(0.2, 2.5);
                pen.stroke(x - random.nextDouble(2, 4), y - random.nextDouble(4, 6), x, y, x + 3, y - 7, x + 4, y - 9.5);
            }
            List<RowReading> all = RowMeasurer.measure(FORM.scanned(sheet, random, 3));
            for (int r = 0; r + 1 < rows(); r += 2) {
                assertThat(answer(all.get(r))).as("seed %d, round %d, row %d", SEED, round, r)
                        .isIn("fair", "doubtful");
                assertThat(answer(all.get(r + 1))).as("seed %d, round %d, row %d", SEED, round, r + 1)
                        .isIn("blank", "doubtful");
                read += answer(all.get(r)).equals("fair") ? 1 : 0;
                rows++;
            }
        }
        assertThat(read).as("read of %d", rows).isGreaterThan(rows / 2);
    }

    @Test
    void theTailOfATickInPiecesIsOneTailAndNoMarkInTheRowAbove() {
        int read = 0;
        int rows = 0;
        for (int round = 0; round < ROUNDS; round++) {
            float[] sheet = FORM.sheet();
            TestPen pen = FORM.pen(sheet, random).take(0.35, 0.7, 0.1);
            for (int r = 1; r < rows(); r += 2) {
                tickInPieces(pen, box(r, 1));
            }
            List<RowReading> all = RowMeasurer.measure(FORM.scanned(sheet, random, 3));
            for (int r = 1; r < rows(); r += 2) {
                assertThat(answer(all.get(r))).as("seed %d, round %d, row %d", SEED, round, r)
                        .isIn("fair", "doubtful");
                assertThat(answer(all.get(r - 1))).as("seed %d, round %d, row %d", SEED, round, r - 1)
                        .isIn("blank", "doubtful");
                read += answer(all.get(r)).equals("fair") ? 1 : 0;
                rows++;
            }
        }
        assertThat(read).as("read of %d", rows).isGreaterThan(rows * 19 / 20);
    }

    @Test
    void aCrossUnderAScribbleOfTheRowAboveIsNoMark() {
        for (int round = 0; round < ROUNDS; round++) {
            float[] sheet = FORM.sheet();
            TestMarks marks = marks(sheet);
            for (int r = 1; r < rows(); r += 2) {
                marks.scribble(box(r - 1, 2).centre().x(), box(r - 1, 2).centre().y() + 1.5, 6, 6);
                marks.draw(TestMarks.Kind.CROSS, box(r, 2));
            }
            List<RowReading> read = RowMeasurer.measure(FORM.scanned(sheet, random, 3));
            for (int r = 1; r < rows(); r += 2) {
                assertThat(answer(read.get(r))).as("seed %d, round %d, row %d", SEED, round, r).isEqualTo("doubtful");
            }
        }
    }

    @Test
    void aFillingAndAScribbledOutFillingAreNoTwoVotes() {
        for (int round = 0; round < ROUNDS; round++) {
            float[] sheet = FORM.sheet();
            TestMarks marks = marks(sheet);
            for (int r = 0; r < rows(); r++) {
                marks.draw(TestMarks.Kind.FILL_SOLID, box(r, 0));
                marks.draw(TestMarks.Kind.FILL_SOLID, box(r, 2));
                marks.scribble(box(r, 2).centre().x(), box(r, 2).centre().y(), 5, 4.5);
            }
            for (RowReading row : RowMeasurer.measure(FORM.scanned(sheet, random, 3))) {
                assertThat(answer(row)).as("seed %d, round %d, %s", SEED, round, row.item()).isEqualTo("doubtful");
            }
        }
    }

    @Test
    void aMarkOnTheRuleBetweenTwoRowsLeavesNeitherBlank() {
        for (int round = 0; round < ROUNDS; round++) {
            float[] sheet = FORM.sheet();
            TestMarks marks = marks(sheet);
            for (int r = 0; r + 1 < rows(); r += 2) {
                double x = box(r, 1).centre().x() + random.nextDouble(-2, 2);
                double y = (box(r, 1).centre().y() + box(r + 1, 1).centre().y()) / 2 + random.nextDouble(-0.25, 0.25);
                switch (random.nextInt(3)) {
                    case 0 -> marks.line(x, y, random.nextDouble(2.5, 4), random.nextDouble(25, 155));
                    case 1 -> marks.oval(x, y, 1.4, 1.4, 0, 365);
                    default -> marks.dot(x, y, random.nextDouble(2.4, 3.2));
                }
            }
            List<RowReading> read = RowMeasurer.measure(FORM.scanned(sheet, random, 3));
            for (int r = 0; r < rows() / 2 * 2; r++) {
                assertThat(answer(read.get(r))).as("seed %d, round %d, row %d: %s", SEED, round, r, read.get(r)).isEqualTo("doubtful");
            }
        }
    }

    /** A dry pen skips more and more towards the end of a tail. */
    private void tickInPieces(TestPen pen, RectMm box) {
        double x = box.centre().x() - 0.5;
        double y = box.centre().y() + 1.5;
        double slope = Math.toRadians(random.nextDouble(40, 65));
        pen.stroke(x - 2, y - 2, x, y, x + 3 * Math.cos(slope), y - 3 * Math.sin(slope));
        double from = 3 + random.nextDouble(0.4, 1);
        while (from < 12) {
            double to = from + random.nextDouble(0.6, 2);
            pen.stroke(
                    x + from * Math.cos(slope), y - from * Math.sin(slope),
                    x + to * Math.cos(slope), y - to * Math.sin(slope));
            from = to + random.nextDouble(0.4, 1.1);
        }
    }

    /** A steep tick with a long tail, and a zigzag over its vertex. */
    private void tickCrossedOut(float[] sheet, RectMm box) {
        TestPen pen = FORM.pen(sheet, random);
        pen.takeAny();
        double x = box.centre().x();
        double y = box.centre().y() + 1;
        double tail = random.nextDouble(8, 13);
        double slope = Math.toRadians(random.nextDouble(50, 72));
        pen.stroke(x - 1.5, y - 2.5, x, y, x + tail * Math.cos(slope), y - tail * Math.sin(slope));
        double wide = random.nextDouble(2.5, 4.5);
        for (double down = -2; down <= 2; down += 0.8) {
            pen.stroke(x - wide, y - 1 + down, x + wide, y - 1 + down + 0.4, x - wide, y - 1 + down + 0.8);
        }
    }

    private TestMarks marks(float[] sheet) {
        TestPen pen = FORM.pen(sheet, random);
        pen.takeAny();
        return new TestMarks(pen, random);
    }

    private static String answer(RowReading row) {
        return CRITERIA
                .judge(row, CountingRules.Crosses.REVIEW)
                .answer()
                .match(Answer.Chosen::option, () -> "blank", () -> "overmarked", doubt -> "doubtful");
    }

    private static int rows() {
        return FORM.layout().rows().size();
    }

    private static RectMm cell(int row, int column) {
        return FORM.layout().rows().get(row).cells().get(column).cell();
    }

    private static RectMm box(int row, int column) {
        return FORM.layout().rows().get(row).cells().get(column).box();
    }

    private static Criteria criteria() {
        try {
            String yaml = Files.readString(Path.of("calibration/default/profile.yaml"));
            return ProfileReading.parse("profile.yaml", yaml).match(ParsedProfile.Profile::criteria, problems -> {
                throw new IllegalStateException(problems.toString());
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
