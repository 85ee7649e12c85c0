package org.tallyroom.recognise;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.geometry.Pose;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.sheetcode.ModuleVotes;
import org.tallyroom.sheetcode.QrModules;
import org.tallyroom.vision.Sampler;

/**
 * Sees the modules of one printed QR copy through the page's registration, without looking for finder patterns first:
 * so a pen across a finder costs a few modules, not the code.
 */
final class CodeSight {

    private static final int SIDE = QrModules.SIDE;

    /** Modules whose neighbourhood tells what is dark and what is light here. */
    private static final int NEIGHBOURS = 4;

    /** A neighbourhood with less than this share of the code's contrast is all ink or all paper. */
    private static final double FLAT = 0.5;

    /** How far the code may lie beside its registered place, mm: torn paper, folds, few marks. */
    private static final double REACH_MM = 0.9;

    private static final double STEP_MM = 0.15;

    /**
     * Share of the modules that must look as the text that was read is printed. Level H corrects up to 30 % of the
     * words, in which half of the modules happen to be right; a mirrored code, which readers accept, agrees on 0.5.
     */
    private static final double AGREEING = 0.7;

    private final PageImage image;
    private final Pose pose;
    private final RectMm place;
    private final ModuleVotes votes;

    private CodeSight(PageImage image, Pose pose, RectMm place, double[] levels) {
        this.image = image;
        this.pose = pose;
        this.place = place;
        this.votes = votes(levels);
    }

    /** Sampled exactly where the registration says. */
    static CodeSight at(PageImage image, Pose pose, RectMm place) {
        double[] levels = new double[SIDE * SIDE];
        double module = place.width() / SIDE;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                PointMm centre = new PointMm(place.x() + (column + 0.5) * module, place.y() + (row + 0.5) * module);
                levels[row * SIDE + column] = mean(image, pose, centre, module / 4);
            }
        }
        return new CodeSight(image, pose, place, levels);
    }

    /** The mean of five places in a module; paper where the picture ends. */
    private static double mean(PageImage image, Pose pose, PointMm centre, double aside) {
        PointPx c = pose.toPixels(centre);
        PointPx r = pose.toPixels(new PointMm(centre.x() + aside, centre.y()));
        double dx = r.x() - c.x();
        double dy = r.y() - c.y();
        double sum = Sampler.level(image, c.x(), c.y())
                + Sampler.level(image, c.x() + dx, c.y() + dy)
                + Sampler.level(image, c.x() - dx, c.y() - dy)
                + Sampler.level(image, c.x() - dy, c.y() + dx)
                + Sampler.level(image, c.x() + dy, c.y() - dx);
        return Double.isNaN(sum) ? 255 : sum / 5;
    }

    /** Sampled where, near the registered place, the code's own fixed patterns are seen best. */
    CodeSight aligned() {
        RectMm best = place;
        double bestLikeness = likeness(place);
        for (double dy = -REACH_MM; dy <= REACH_MM; dy += STEP_MM) {
            for (double dx = -REACH_MM; dx <= REACH_MM; dx += STEP_MM) {
                RectMm moved = new RectMm(place.x() + dx, place.y() + dy, place.width(), place.height());
                double likeness = likeness(moved);
                if (likeness > bestLikeness) {
                    bestLikeness = likeness;
                    best = moved;
                }
            }
        }
        return at(image, pose, best);
    }

    /** Share 0..1 of the fixed pattern's modules that look as they are printed; about 0.5 where there is no code. */
    double likeness() {
        int right = 0;
        int all = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                if (FixedPattern.isFixed(column, row)) {
                    all++;
                    right += votes.dark(column, row) == FixedPattern.isDark(column, row) ? 1 : 0;
                }
            }
        }
        return (double) right / all;
    }

    /** Whether the text, printed again here and upright, would look like this. */
    boolean shows(String text) {
        QrModules printed = QrModules.of(text);
        int right = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                right += votes.dark(column, row) == printed.dark(column, row) ? 1 : 0;
            }
        }
        return right >= AGREEING * SIDE * SIDE;
    }

    /** Mean level of the fixed pattern's light modules less that of its dark ones, one sample each. */
    private double likeness(RectMm moved) {
        double module = moved.width() / SIDE;
        double sum = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                if (FixedPattern.isFixed(column, row)) {
                    double level = Sampler.level(image, pose.toPixels(new PointMm(
                            moved.x() + (column + 0.5) * module, moved.y() + (row + 0.5) * module)));
                    double known = Double.isNaN(level) ? 128 : level;
                    sum += FixedPattern.isDark(column, row) ? -known : known;
                }
            }
        }
        return sum;
    }

    ModuleVotes votes() {
        return votes;
    }

    /** Each module against the darkest and lightest of its neighbourhood, so that shadows do not matter. */
    private static ModuleVotes votes(double[] levels) {
        double[] all = levels.clone();
        Arrays.sort(all);
        double ink = all[all.length / 10];
        double paper = all[all.length * 9 / 10];
        double[] darkest = around(levels, Math::min);
        double[] lightest = around(levels, Math::max);
        return ModuleVotes.of((column, row) -> {
            int at = row * SIDE + column;
            boolean flat = lightest[at] - darkest[at] < FLAT * (paper - ink);
            double dark = flat ? ink : darkest[at];
            double light = flat ? paper : lightest[at];
            return Math.max(0, Math.min(1, (light - levels[at]) / Math.max(1, light - dark)));
        });
    }

    /** The extreme of each module's neighbourhood, first along the rows, then along the columns. */
    private static double[] around(double[] levels, DoubleBinaryOperator extreme) {
        return alongRows(turned(alongRows(turned(levels), extreme)), extreme);
    }

    private static double[] alongRows(double[] levels, DoubleBinaryOperator extreme) {
        double[] found = levels.clone();
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int first = Math.max(0, column - NEIGHBOURS);
                int last = Math.min(SIDE - 1, column + NEIGHBOURS);
                double most = levels[row * SIDE + first];
                for (int x = first + 1; x <= last; x++) {
                    most = extreme.applyAsDouble(most, levels[row * SIDE + x]);
                }
                found[row * SIDE + column] = most;
            }
        }
        return found;
    }

    /** Rows for columns. */
    private static double[] turned(double[] levels) {
        double[] turned = new double[levels.length];
        for (int at = 0; at < levels.length; at++) {
            turned[at % SIDE * SIDE + at / SIDE] = levels[at];
        }
        return turned;
    }

    /** The code's neighbourhood as it lies in the picture, for a reader that looks for finder patterns itself. */
    Optional<PageImage> crop() {
        RectMm wide = place.grow(4);
        PointPx a = pose.toPixels(new PointMm(wide.x(), wide.y()));
        PointPx b = pose.toPixels(new PointMm(wide.right(), wide.y()));
        PointPx c = pose.toPixels(new PointMm(wide.x(), wide.bottom()));
        PointPx d = pose.toPixels(new PointMm(wide.right(), wide.bottom()));
        int left = (int) Math.min(Math.min(a.x(), b.x()), Math.min(c.x(), d.x()));
        int top = (int) Math.min(Math.min(a.y(), b.y()), Math.min(c.y(), d.y()));
        int right = (int) Math.max(Math.max(a.x(), b.x()), Math.max(c.x(), d.x()));
        int foot = (int) Math.max(Math.max(a.y(), b.y()), Math.max(c.y(), d.y()));
        return image.crop(left, top, right - left, foot - top);
    }
}
