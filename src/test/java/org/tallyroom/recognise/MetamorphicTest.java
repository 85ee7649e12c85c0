package org.tallyroom.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.image.PageImage;
import org.tallyroom.intake.ScanFile;
import org.tallyroom.support.JudgedPage;
import org.tallyroom.support.ScanSet;
import org.tallyroom.support.Scans;

/**
 * The same sheet, scanned another way, says the same: a row may become doubtful or be settled, but never turns from one
 * answer into another. Nobody has to know the truth for this.
 */
class MetamorphicTest {

    private static final long SEED = 20261122;

    /** Of these sets the first page: marks of all kinds, and marks that are hardest to keep apart. */
    private static final List<String> SETS = List.of(
            "ticks-large",
            "circles",
            "strokes-and-dots",
            "crosses",
            "alterations",
            "borders",
            "faint-pencil",
            "second-pen");

    private record Subject(PageImage page, Recogniser recogniser, JudgedPage before) {}

    private static final List<Subject> SUBJECTS = new ArrayList<>();

    @BeforeAll
    static void readAsTheyAre() {
        for (ScanSet set : ScanSet.all()) {
            if (SETS.contains(set.name())) {
                Recogniser recogniser = new Recogniser(set.printed());
                PageImage page = first(set);
                SUBJECTS.add(new Subject(page, recogniser, JudgedPage.of(page, set.name(), 1, recogniser)));
            }
        }
        assertThat(SUBJECTS.size()).as("sets that are there").isEqualTo(SETS.size());
    }

    @TestFactory
    Stream<DynamicTest> scannedAnotherWay() {
        Map<String, UnaryOperator<PageImage>> ways = new LinkedHashMap<>();
        ways.put("upside down", page -> Scans.mapped(page, page.width(), page.height(), (x, y) ->
                new PointPx(page.width() - x, page.height() - y)));
        ways.put("on its side, and askew", page -> Scans.turned(page, 91.3, 0.99));
        ways.put("dimmed", page -> Scans.toned(page, 0.7, 10, 0, SEED));
        ways.put("paled", page -> Scans.toned(page, 0.6, 100, 0, SEED));
        ways.put("packed anew", page -> Scans.jpeg(page, 30));
        ways.put("scanned again", page -> Scans.toned(
                Scans.mapped(page, page.width() + 9, page.height() - 7, (x, y) ->
                        new PointPx(x * 1.007 + 0.002 * y - 3.4, y * 0.998 - 0.002 * x + 2.7)),
                0.95, 8, 4, SEED));
        return ways.entrySet().stream()
                .map(way -> DynamicTest.dynamicTest(way.getKey(), () -> unturned(way.getValue())));
    }

    private static void unturned(UnaryOperator<PageImage> way) {
        List<String> turned = new ArrayList<>();
        for (Subject subject : SUBJECTS) {
            JudgedPage before = subject.before();
            JudgedPage after = JudgedPage.of(way.apply(subject.page()), before.file(), 1, subject.recogniser());
            assertThat(after.state()).as(before.file()).isEqualTo(before.state());
            assertThat(after.token()).as(before.file()).isEqualTo(before.token());
            before.answers().forEach((item, answer) -> {
                String now = after.answers().get(item);
                if (!now.equals(answer) && Stream.of(now, answer).noneMatch(JudgedPage.DOUBTFUL::equals)) {
                    turned.add(before.file() + " " + item + ": " + answer + " became " + now);
                }
            });
        }
        assertThat(turned).as("seed %d", SEED).isEmpty();
    }

    private static PageImage first(ScanSet set) {
        try (ScanFile file = ScanFile.open(set.scans().get(0))) {
            return file.next().unpack(fine -> fine.image(), fault -> {
                throw new AssertionError(set.name() + ": " + fault);
            });
        }
    }
}
