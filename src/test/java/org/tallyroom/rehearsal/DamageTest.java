package org.tallyroom.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageLayout;

class DamageTest {

    private static final double WIDTH_MM = 210;
    private static final int DPI = 200;

    /** White, with a black square of 10 mm, 100 mm from the left and 140 mm from the top. */
    private static PageImage square() {
        int width = 1654;
        int height = 2339;
        byte[] gray = new byte[width * height];
        for (int i = 0; i < gray.length; i++) {
            double x = (i % width + 0.5) * WIDTH_MM / width;
            double y = (i / width + 0.5) * WIDTH_MM / width;
            gray[i] = (byte) (x > 100 && x < 110 && y > 140 && y < 150 ? 0 : 255);
        }
        return PageImage.ofGray(width, height, gray);
    }

    @TestFactory
    Stream<DynamicTest> theSameSeedGivesTheSamePicture() {
        return Stream.of(Damage.values()).map(damage -> DynamicTest.dynamicTest(damage.name(), () -> {
            PageImage once = damage.scan(square(), DPI, WIDTH_MM, new Seed(4)).image();
            assertThat(damage.scan(square(), DPI, WIDTH_MM, new Seed(4)).image()).isEqualTo(once);
            assertThat(damage.scan(square(), DPI, WIDTH_MM, new Seed(5)).image()).isNotEqualTo(once);
            assertThat(once.bilevel()).isEqualTo(damage == Damage.FAX);
        }));
    }

    @Test
    void anUnwornSheetStaysAsItIs() {
        assertThat(Wear.NONE.worn(square(), WIDTH_MM, new Seed(1))).isEqualTo(square());
    }

    @Test
    void wearMovesPrintByLessThanAMillimetre() {
        Wear feed = new Wear(Range.only(0), Range.only(2), Range.only(0.006), Range.only(0));
        for (long seed = 1; seed <= 5; seed++) {
            RectMm seen = BlankPage.inked(feed.worn(square(), WIDTH_MM, new Seed(seed)), 60);
            assertThat(seen.centre().x()).as("seed " + seed).isCloseTo(105, within(0.1));
            assertThat(seen.centre().y()).as("seed " + seed).isCloseTo(145, within(0.6));
        }
    }

    @Test
    void aPhotoShowsTheWholeSheetOnTheTable() {
        PointMm paper = new PointMm(WIDTH_MM, WIDTH_MM * 2339 / 1654);
        for (long seed = 1; seed <= 20; seed++) {
            RandomGenerator random = new Seed(seed).random();
            Homography view = Camera.PHONE.view(paper, 1654, 2339, random);
            for (PointMm corner : List.of(new PointMm(0, 0), new PointMm(paper.x(), 0), paper)) {
                PointPx seen = view.toPixels(corner);
                assertThat(seen.y()).as("seed " + seed).isBetween(-120.0, 2459.0);
                assertThat(view.toPaper(seen).distance(corner)).isLessThan(1e-6);
            }
            assertThat(view.toPixels(new PointMm(105, 148.5)).distance(new PointPx(827, 1169.5))).isLessThan(5);
        }
    }

    @Test
    void aPhotoIsDrawnWhereItsViewSays() {
        Homography view = Camera.PHONE.view(new PointMm(WIDTH_MM, 297), 1654, 2339, new Seed(8).random());
        byte[] seen = new Perspective(square(), WIDTH_MM, 77).seen(view, 1654, 2339);
        PointPx inside = view.toPixels(new PointMm(105, 145));
        PointPx beside = view.toPixels(new PointMm(112, 145));
        PointPx table = view.toPixels(new PointMm(-5, 145));
        assertThat(level(seen, inside)).isZero();
        assertThat(level(seen, beside)).isEqualTo(255);
        assertThat(table.x() < 0 || level(seen, table) == 77).isTrue();
    }

    private static int level(byte[] seen, PointPx at) {
        return seen[(int) at.y() * 1654 + (int) at.x()] & 0xff;
    }

    @Test
    void aStrokeThroughTheColumnTouchesEveryCellOfItAndNoOther() {
        PageLayout layout = BlankPage.layout(5);
        Hand hand = Hand.of(new Seed(3).random());
        Filling filling = Filling.of(hand, Map.of()).withColumns(List.of("fair"));
        PageImage page = Rehearsal.fill(BlankPage.paper(), layout, filling, new Seed(6));
        RectMm inked = BlankPage.inked(page, 200);
        for (PageLayout.Row row : layout.rows()) {
            assertThat(filling.truth(row.item())).isEqualTo("doubtful");
            assertThat(inked.y()).isLessThan(row.cells().get(1).cell().bottom());
            assertThat(inked.bottom()).isGreaterThan(row.cells().get(1).cell().y());
            assertThat(inked.x()).isGreaterThan(row.cells().get(1).cell().x());
            assertThat(inked.right()).isLessThan(row.cells().get(1).cell().right());
        }
    }
}
