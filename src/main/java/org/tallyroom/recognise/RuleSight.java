package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.geometry.Pose;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageLayout.Rule;
import org.tallyroom.vision.Sampler;
import org.tallyroom.vision.Shift;
import org.tallyroom.vision.Tie;

/** Sees the printed rules of a page where a rough pose expects them: places on them, and how many were there. */
final class RuleSight {

    /** Distance of the looked-at places along a rule, mm. */
    private static final double EVERY_MM = 6;

    /** An area's own outline belongs to it, mm. */
    private static final double AROUND_MM = 0.5;

    /** More bare places than this among the printed ones, ratio: what is looked at is not what was printed there. */
    private static final double MOST_BARE = 0.6;

    /** Distance of the samples across a rule, mm, but at least half a pixel: a rule is 0.18 mm wide. */
    private static final double STEP_MM = 0.08;

    /** How much wider than printed a line may look, mm; ink that is wider is a pen or a letter. */
    private static final double SPREAD_MM = 0.5;

    /** Gray levels of 255 between the paper and a rule's darkest pixel; 0.5 pt at 150 dpi still has 60. */
    private static final double LEAST_CONTRAST = 30;

    /** A place on a rule, and where a line was seen across it. */
    private record Found(PointMm place, boolean level, Tie tie) {}

    private final List<Found> found = new ArrayList<>();
    private final PageImage image;
    private final Pose rough;
    private final double reachMm;
    private final List<PointMm> looked = new ArrayList<>();
    private final List<PointMm> bare = new ArrayList<>();

    private RuleSight(PageImage image, Pose rough, double reachMm) {
        this.image = image;
        this.rough = rough;
        this.reachMm = reachMm;
    }

    /** @param reachMm how far beside its expected place a rule is looked for; rules are at least 4 mm apart */
    static RuleSight of(PageImage image, Pose rough, List<Rule> rules, double reachMm) {
        RuleSight sight = new RuleSight(image, rough, reachMm);
        for (Rule rule : rules) {
            double length = rule.from().distance(rule.to());
            int places = Math.max(1, (int) (length / EVERY_MM));
            for (int i = 0; i < places; i++) {
                double share = (i + 0.5) / places;
                sight.look(rule, new PointMm(
                        rule.from().x() + share * (rule.to().x() - rule.from().x()),
                        rule.from().y() + share * (rule.to().y() - rule.from().y())));
            }
        }
        return sight;
    }

    /** Each ties the fit across its rule only. */
    Stream<Tie> ties() {
        return found.stream().map(Found::tie);
    }

    /** How far the rules lie beside their places on a flat sheet. */
    Stream<Shift> shifts(Homography flat) {
        return found.stream().map(line -> {
            PointMm place = flat.toPaper(line.tie().image());
            double mm = line.level() ? place.y() - line.place().y() : place.x() - line.place().x();
            return new Shift(line.place(), line.level(), mm, 1);
        });
    }

    /** Ratio 0..1 of the places where a line was seen; 0 for a page without rules. */
    double share() {
        return looked.isEmpty() ? 0 : (double) found.size() / looked.size();
    }

    /** Whether an area shows bare paper on most of the lines that are printed in it. */
    boolean isBare(RectMm area) {
        RectMm near = area.grow(AROUND_MM);
        long all = looked.stream().filter(near::contains).count();
        return bare.stream().filter(near::contains).count() > MOST_BARE * all;
    }

    private void look(Rule rule, PointMm place) {
        boolean level = Math.abs(rule.to().y() - rule.from().y()) < Math.abs(rule.to().x() - rule.from().x());
        PointPx here = rough.toPixels(place);
        PointPx beside = rough.toPixels(new PointMm(place.x() + (level ? 0 : 1), place.y() + (level ? 1 : 0)));
        double perMm = here.distance(beside);
        Across across = new Across(
                place,
                here,
                (beside.x() - here.x()) / perMm,
                (beside.y() - here.y()) / perMm,
                perMm,
                rule.widthMm());
        looked.add(place);
        line(across)
                .map(across::at)
                .map(seen -> new Tie(place, seen, across.normalX, across.normalY, 1))
                .ifPresent(tie -> found.add(new Found(place, level, tie)));
    }

    /** The way across a rule: its expected place, the direction across it in the image, and its scale. */
    private record Across(
            PointMm onPaper, PointPx place, double normalX, double normalY, double perMm, double widthMm) {

        private double widest() {
            return perMm * (widthMm + SPREAD_MM) + 1;
        }

        private PointPx at(double px) {
            return new PointPx(place.x() + px * normalX, place.y() + px * normalY);
        }
    }

    /** The centre of the one thin dark line across a place, px along the normal. */
    private Optional<Double> line(Across across) {
        double step = Math.max(0.5, STEP_MM * across.perMm);
        int reach = (int) Math.ceil(reachMm * across.perMm / step);
        double[] levels = new double[2 * reach + 1];
        double darkest = 255;
        double brightest = 0;
        for (int i = -reach; i <= reach; i++) {
            double level = Sampler.level(
                    image, across.place.x() + i * step * across.normalX, across.place.y() + i * step * across.normalY);
            if (Double.isNaN(level)) {
                return Optional.empty();
            }
            levels[i + reach] = level;
            darkest = Math.min(darkest, level);
            brightest = Math.max(brightest, level);
        }
        if (brightest - darkest < LEAST_CONTRAST) {
            bare.add(across.onPaper);
            return Optional.empty();
        }
        return centre(levels, (brightest + darkest) / 2, brightest, across.widest() / step)
                .map(at -> (at - reach) * step);
    }

    /** The centre of gravity of the only dark run, if it is as thin as the rule; in samples. */
    private static Optional<Double> centre(double[] levels, double middle, double paper, double widest) {
        double mass = 0;
        double moment = 0;
        int first = -1;
        int last = -1;
        for (int i = 0; i < levels.length; i++) {
            if (levels[i] < middle) {
                first = first < 0 ? i : first;
                last = i;
                mass += paper - levels[i];
                moment += i * (paper - levels[i]);
            }
        }
        boolean thin = first > 0 && last < levels.length - 1 && last - first < widest;
        return thin ? Optional.of(moment / mass) : Optional.empty();
    }
}
