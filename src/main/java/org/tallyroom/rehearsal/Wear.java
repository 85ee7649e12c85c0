package org.tallyroom.rehearsal;

import java.util.random.RandomGenerator;
import org.tallyroom.image.PageImage;

/**
 * What happens to a sheet before it is scanned and while it is fed; every page draws its own from these ranges.
 *
 * @param generations times the sheet is a copy of a copy
 * @param creases folds across the sheet, level or upright
 * @param stretch how much the feed runs too fast and too slow by turns, ratio of its speed
 * @param streaks lines of dirt on the scanner's glass
 */
public record Wear(Range generations, Range creases, Range stretch, Range streaks) {

    public static final Wear NONE = new Wear(Range.only(0), Range.only(0), Range.only(0), Range.only(0));

    /** A sheet from a pocket, copied twice, through an old feeder. Streaks are rarer than one page in thirty. */
    public static final Wear HARSH =
            new Wear(new Range(-0.5, 2.49), new Range(-0.5, 2.49), new Range(0, 0.006), new Range(-0.5, 0.52));

    /** The sheet as it lies under the scanner's lamp: copied and creased. */
    PageImage worn(PageImage page, double widthMm, Seed seed) {
        RandomGenerator random = seed.child("wear").random();
        WornPaper paper = new WornPaper(page, page.width() / widthMm);
        for (long copy = Math.round(generations.draw(random)); copy > 0; copy--) {
            paper.copy(random);
        }
        for (long crease = Math.round(creases.draw(random)); crease > 0; crease--) {
            paper.crease(random.nextBoolean(), random);
        }
        return paper.fed(stretch.draw(random), random);
    }

    int streaks(RandomGenerator random) {
        return (int) Math.max(0, Math.round(streaks.draw(random)));
    }
}
