package org.tallyroom.recognise;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.geometry.Pose;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.vision.Sampler;

/**
 * Sees one solid square where a rough fit expects it, and tells its centre to a fraction of a pixel: from the middle of
 * the square outwards, where does the print end? The median over many such looks on each side does not mind a pen that
 * has run into the mark, and the mean of opposite sides does not mind how far the ink has spread.
 */
final class MarkSight {

    /** Looks on each side of the square, spread over the middle 70 % of the side. */
    private static final int LOOKS = 9;

    private static final double LOOKED_AT = 0.7;

    /** How far outside its expected edge a square's edge is looked for, mm; marks have 2 mm of white around. */
    private static final double REACH_MM = 1.9;

    /** Gray levels of 255 between a mark and its paper: faded print in shadow still has 60. */
    private static final double LEAST_CONTRAST = 40;

    /** Looks that must agree on a side, and how closely, mm. */
    private static final int AGREEING = 5;

    private static final double AGREEMENT_MM = 0.3;

    /** By how much the side of a square may differ from its print, mm: spread ink, blur, a scale not yet fitted. */
    private static final double SPREAD_MM = 0.8;

    /** Share of the inside that is dark in a solid square. */
    private static final double SOLID = 0.9;

    private final PageImage image;
    private final PointPx centre;
    private final PointPx right;
    private final PointPx down;
    private final double side;
    private final double middle;

    private MarkSight(PageImage image, Pose rough, RectMm square, double middle) {
        PointMm place = square.centre();
        this.image = image;
        this.centre = rough.toPixels(place);
        this.right = step(rough.toPixels(new PointMm(place.x() + 1, place.y())), centre);
        this.down = step(rough.toPixels(new PointMm(place.x(), place.y() + 1)), centre);
        this.side = square.width();
        this.middle = middle;
    }

    /** The centre of the square in the image; empty when no solid square is there. */
    static Optional<PointPx> see(PageImage image, Pose rough, RectMm square) {
        MarkSight unlit = new MarkSight(image, rough, square, 0);
        double ink = unlit.inside(0.5);
        double paper = unlit.around();
        if (!(paper - ink >= LEAST_CONTRAST)) {
            return Optional.empty();
        }
        MarkSight sight = new MarkSight(image, rough, square, (paper + ink) / 2);
        return sight.solid() ? sight.centred() : Optional.empty();
    }

    private Optional<PointPx> centred() {
        OptionalDouble left = edge(-1, 0);
        OptionalDouble right = edge(1, 0);
        OptionalDouble top = edge(0, -1);
        OptionalDouble foot = edge(0, 1);
        OptionalDouble spread = widest(spread(left, right), spread(top, foot));
        OptionalDouble dx = shift(left, right, spread);
        OptionalDouble dy = shift(top, foot, spread);
        return dx.isPresent() && dy.isPresent()
                ? Optional.of(at(dx.getAsDouble(), dy.getAsDouble()))
                : Optional.empty();
    }

    /** By how much two opposite edges lie outside their print together, mm; empty unless both are seen. */
    private static OptionalDouble spread(OptionalDouble near, OptionalDouble far) {
        return near.isPresent() && far.isPresent()
                ? OptionalDouble.of(near.getAsDouble() + far.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble widest(OptionalDouble across, OptionalDouble along) {
        return across.isPresent() ? across : along;
    }

    /** One missing edge is replaced by the spread of the other pair, two are not. */
    private static OptionalDouble shift(OptionalDouble near, OptionalDouble far, OptionalDouble spread) {
        OptionalDouble own = spread(near, far).isPresent() ? spread(near, far) : spread;
        if (own.isEmpty() || Math.abs(own.getAsDouble()) > SPREAD_MM) {
            return OptionalDouble.empty();
        }
        if (far.isPresent()) {
            return OptionalDouble.of(far.getAsDouble() - own.getAsDouble() / 2);
        }
        return near.isPresent()
                ? OptionalDouble.of(own.getAsDouble() / 2 - near.getAsDouble())
                : OptionalDouble.empty();
    }

    /** How far outside its print an edge lies, mm, in the direction given: the median of the looks that agree. */
    private OptionalDouble edge(int toRight, int toFoot) {
        double[] seen = new double[LOOKS];
        int count = 0;
        for (int look = 0; look < LOOKS; look++) {
            double aside = ((look + 0.5) / LOOKS - 0.5) * LOOKED_AT * side;
            double end = end(toRight, toFoot, aside);
            if (!Double.isNaN(end)) {
                seen[count++] = end;
            }
        }
        if (count < AGREEING) {
            return OptionalDouble.empty();
        }
        Arrays.sort(seen, 0, count);
        double median = (seen[(count - 1) / 2] + seen[count / 2]) / 2;
        long agreeing = Arrays.stream(seen, 0, count).filter(s -> Math.abs(s - median) <= AGREEMENT_MM).count();
        return agreeing >= AGREEING ? OptionalDouble.of(median) : OptionalDouble.empty();
    }

    /** Where the dark ends on one look, mm outside the expected edge; NaN when it does not end within reach. */
    private double end(int toRight, int toFoot, double aside) {
        double step = 0.5 / Math.hypot(right.x(), right.y());
        double before = Double.NaN;
        for (double out = 0.1 * side; out <= side / 2 + REACH_MM; out += step) {
            double level = level(toRight * out + toFoot * aside, toFoot * out + toRight * aside);
            if (Double.isNaN(level)) {
                return Double.NaN;
            }
            if (level >= middle) {
                return before < middle ? out - step * (level - middle) / (level - before) - side / 2 : Double.NaN;
            }
            before = level;
        }
        return Double.NaN;
    }

    private boolean solid() {
        int dark = 0;
        int all = 0;
        for (double y = -0.3; y <= 0.31; y += 0.1) {
            for (double x = -0.3; x <= 0.31; x += 0.1) {
                dark += level(x * side, y * side) < middle ? 1 : 0;
                all++;
            }
        }
        return dark >= SOLID * all;
    }

    /** The median level of the middle of the square; {@code share} of its side. */
    private double inside(double share) {
        double[] levels = new double[25];
        for (int i = 0; i < 25; i++) {
            levels[i] = level((i % 5 - 2) / 4.0 * share * side, (i / 5 - 2) / 4.0 * share * side);
        }
        Arrays.sort(levels);
        return levels[12];
    }

    /** The level of the paper around the square: a bright quartile, since a pen may have been there. */
    private double around() {
        double[] levels = new double[32];
        double out = side / 2 + 1.2;
        for (int i = 0; i < 8; i++) {
            double aside = ((i + 0.5) / 4 - 1) * out;
            levels[4 * i] = level(aside, -out);
            levels[4 * i + 1] = level(aside, out);
            levels[4 * i + 2] = level(-out, aside);
            levels[4 * i + 3] = level(out, aside);
        }
        double[] known = Arrays.stream(levels).filter(l -> !Double.isNaN(l)).sorted().toArray();
        return known.length < 8 ? Double.NaN : known[known.length * 3 / 4];
    }

    private double level(double dx, double dy) {
        PointPx p = at(dx, dy);
        return Sampler.level(image, p.x(), p.y());
    }

    private PointPx at(double dx, double dy) {
        return new PointPx(
                centre.x() + dx * right.x() + dy * down.x(), centre.y() + dx * right.y() + dy * down.y());
    }

    private static PointPx step(PointPx to, PointPx from) {
        return new PointPx(to.x() - from.x(), to.y() - from.y());
    }
}
