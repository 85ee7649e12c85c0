package org.tallyroom.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageLayout;

class RehearsalTest {

    private static final int INK = 200;
    private static final PageLayout LAYOUT = BlankPage.layout(2);
    private static final PageImage PAPER = BlankPage.paper();

    @Test
    void theSameSeedGivesTheSamePageAndAnotherOneAnother() {
        Filling filling = mark(Shape.TICK, 9, Pen.Kind.PENCIL, 1);
        PageImage once = Rehearsal.fill(PAPER, LAYOUT, filling, new Seed(7));
        assertThat(Rehearsal.fill(PAPER, LAYOUT, filling, new Seed(7))).isEqualTo(once);
        assertThat(Rehearsal.fill(PAPER, LAYOUT, filling, new Seed(8))).isNotEqualTo(once);
    }

    @Test
    void anEmptyFillingLeavesThePaperAsItIs() {
        Filling empty = Filling.of(Hand.of(new Seed(1).random()), Map.of());
        assertThat(Rehearsal.fill(PAPER, LAYOUT, empty, new Seed(1))).isEqualTo(PAPER);
    }

    @Test
    void whatOneRowHoldsDoesNotChangeAnother() {
        Hand hand = Hand.of(new Seed(3).random());
        List<Gesture> tick = List.of(new Gesture(Shape.TICK, "good"));
        PageImage one = Rehearsal.fill(PAPER, LAYOUT, Filling.of(hand, Map.of("i1", tick)), new Seed(3));
        PageImage both = Rehearsal.fill(PAPER, LAYOUT, Filling.of(hand, Map.of("i0", tick, "i1", tick)), new Seed(3));
        int from = 1004;
        assertThat(both.crop(0, from, 2480, 2000)).isEqualTo(one.crop(0, from, 2480, 2000));
    }

    @TestFactory
    Stream<DynamicTest> plainMarksHaveTheSizesPeopleWrite() {
        return Stream.of(
                size(Shape.TICK, 2, new Range(1.8, 2.6)),
                size(Shape.TICK, 16, new Range(13, 16.6)),
                size(Shape.CIRCLE, 8, new Range(2.5, 11)),
                size(Shape.FILL, 8, new Range(3.5, 5.8)),
                size(Shape.STROKE, 8, new Range(2, 6.5)),
                size(Shape.DOT, 8, new Range(0.15, 1.9)),
                size(Shape.CROSS, 8, new Range(2.6, 7.8)),
                size(Shape.SCRIBBLE, 8, new Range(3.5, 10)),
                size(Shape.REST, 8, new Range(-0.3, 0.4)));
    }

    /** @param pathMm what the larger side of the mark may measure without the width of its line */
    private static DynamicTest size(Shape shape, double sizeMm, Range pathMm) {
        return DynamicTest.dynamicTest(shape + " of " + sizeMm + " mm", () -> {
            for (Pen.Kind kind : Pen.Kind.values()) {
                for (int seed = 0; seed < 5; seed++) {
                    Filling filling = mark(shape, sizeMm, kind, seed);
                    RectMm inked = BlankPage.inked(Rehearsal.fill(PAPER, LAYOUT, filling, new Seed(seed)), INK);
                    double line = filling.hand().penFor(shape).widthMm();
                    assertThat(Math.max(inked.width(), inked.height()) - line)
                            .as("%s, seed %s", kind, seed)
                            .isBetween(pathMm.low(), pathMm.high());
                }
            }
        });
    }

    @Test
    void aDotIsNeverSmallerThanWhatCountsAsOne() {
        for (int seed = 0; seed < 40; seed++) {
            Filling filling = mark(Shape.DOT, 8, Pen.Kind.values()[seed % 4], seed);
            RectMm inked = BlankPage.inked(Rehearsal.fill(PAPER, LAYOUT, filling, new Seed(seed)), INK);
            assertThat(Math.min(inked.width(), inked.height())).as("seed %s", seed).isBetween(1.35, 2.9);
        }
    }

    @TestFactory
    Stream<DynamicTest> aMarkBeginsInItsOwnCell() {
        return Stream.of(Shape.values()).map(shape -> DynamicTest.dynamicTest(shape.name(), () -> {
            RectMm cell = LAYOUT.rows().get(1).cells().get(1).cell();
            for (int seed = 0; seed < 20; seed++) {
                Filling filling = mark(shape, 6, Pen.Kind.GEL, seed);
                RectMm inked = BlankPage.inked(Rehearsal.fill(PAPER, LAYOUT, filling, new Seed(seed)), INK);
                boolean tick = shape == Shape.TICK;
                assertThat(inked.bottom()).as("foot, seed %s", seed).isBetween(cell.y(), cell.bottom() + 1);
                assertThat(tick ? inked.x() : inked.centre().x())
                        .as("seed %s", seed)
                        .isBetween(cell.x(), cell.right());
            }
        }));
    }

    @Test
    void everyPenLeavesALineOfItsWidthAndDarkness() {
        for (Pen.Kind kind : Pen.Kind.values()) {
            RandomGenerator random = new Seed(11).random();
            Pen pen = Pen.of(kind, Pen.Ink.BLACK, random);
            Hand hand = new Hand(pen, Shape.STROKE, 8, 0, 0, 0);
            PageImage page = Rehearsal.fill(
                    PAPER,
                    LAYOUT,
                    Filling.of(hand, Map.of("i1", List.of(new Gesture(Shape.STROKE, "fair")))),
                    new Seed(11));
            double covered = 0;
            for (int y = 900; y < 1100; y++) {
                for (int x = 1600; x < 1900; x++) {
                    covered += (255 - page.gray(x, y)) / 255.0;
                }
            }
            double lengthPx = BlankPage.inked(page, INK).width() / 25.4 * BlankPage.DPI;
            double expected = pen.widthMm() / 25.4 * BlankPage.DPI * pen.density() * (1 - pen.level() / 255);
            assertThat(covered / lengthPx).as("%s", kind).isBetween(expected * 0.6, expected * 1.2);
        }
    }

    @Test
    void notesAreWrittenWhereTheyAreAskedFor() {
        RectMm place = new RectMm(30, 200, 60, 8);
        Filling noted = Filling.of(Hand.of(new Seed(5).random()), Map.of()).withNotes(List.of(place));
        RectMm inked = BlankPage.inked(Rehearsal.fill(PAPER, LAYOUT, noted, new Seed(5)), INK);
        assertThat(inked.union(place.grow(3))).isEqualTo(place.grow(3));
        assertThat(inked.width()).isGreaterThan(50);
    }

    @Test
    void anOptionThatIsNotOnThePageIsOurMistake() {
        Filling wrong = Filling.of(
                Hand.of(new Seed(1).random()), Map.of("i0", List.of(new Gesture(Shape.TICK, "excellent"))));
        assertThatThrownBy(() -> Rehearsal.fill(PAPER, LAYOUT, wrong, new Seed(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Filling mark(Shape shape, double sizeMm, Pen.Kind kind, long seed) {
        RandomGenerator random = new Seed(seed).child("hand").random();
        Hand hand = Hand.of(Pen.of(kind, Pen.Ink.BLACK, random), shape, sizeMm, random);
        return Filling.of(hand, Map.of("i1", List.of(new Gesture(shape, "fair"))));
    }
}
