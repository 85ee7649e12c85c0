package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tallyroom.vision.LinearSystem;

/**
 * Finds circles around boxes as a whole, before lines are followed: seen from inside, a circle is ink in nearly every
 * direction at a distance that changes smoothly. Circles that touch or cut each other, or are crossed by a tail, fall
 * apart when their lines are followed; seen from inside they do not.
 */
final class Rings {

    private static final int RAYS = 72;

    private static final int ELLIPSE = 5;

    private static final int OVAL = 13;

    /** Largest distance of a circle's line from its middle, dots: 7 mm. */
    private static final int FAR = 70;

    /** Smallest, dots: 0.8 mm; tighter circles are dots. */
    private static final int NEAR = 8;

    /** Share of directions in which a circle's line is seen; the rest are the pen's gap and print. */
    private static final double SEEN = 0.8;

    /** Widest gap, share of all directions: a circle left open by more is a hook. */
    private static final double GAP = 0.18;

    /** Share of directions with other ink inside: more than one thin tail is a second mark. */
    private static final double INSIDE = 0.1;

    /** Distance between a hand's circle and the smooth one through it, dots: 0.5 mm. */
    private static final double SHAKY = 5;

    /** Ink this much nearer than the circle's inner edge lies inside it, dots: 0.5 mm. */
    private static final double CLEAR = 5;

    /** How far a line's ragged edge reaches beyond what one direction shows, dots: 0.3 mm. */
    private static final double FRINGE = 3;

    /** Half width in one direction over that of the whole circle at most; where it is more, another line joins. */
    private static final double SWELLING = 1.5;

    /** A circle's line leaves a hole in it, at least this far across from the middle, dots: 0.3 mm. */
    private static final double HOLE = 3;

    /** Smoothing on either side along a circle, dots. */
    private static final int SMOOTH = 3;

    /** The Fourier terms of each direction. */
    private static final double[][] TERMS = new double[RAYS][];

    static {
        Arrays.setAll(TERMS, ray -> terms(ray, OVAL));
    }

    private final Bitmap lines;
    private final Bitmap rest;
    private final List<Stroke> found = new ArrayList<>();

    private Rings(Bitmap lines) {
        this.lines = lines;
        this.rest = lines.copy();
    }

    /**
     * @param circles closed strokes around boxes
     * @param rest the ink without them
     * @param covered the dots where other lines may run on unseen under a circle
     */
    record Found(List<Stroke> circles, Bitmap rest, Bitmap covered) {}

    static Found in(Bitmap lines, CellGrid cells) {
        Rings rings = new Rings(lines);
        cells.spots().forEach(spot -> rings.around(spot.box()));
        return new Found(rings.found, rings.rest, lines.without(rings.rest));
    }

    private void around(CellGrid.Area box) {
        double x = (box.left() + box.right()) / 2;
        double y = (box.top() + box.bottom()) / 2;
        View view = new View(x, y);
        Optional<double[]> rough = view.smooth();
        if (rough.isEmpty()) {
            return;
        }
        View better = new View(x + rough.get()[1], y + rough.get()[2]);
        better.smooth().filter(better::isCircle).ifPresent(form -> take(better, form));
    }

    private void take(View view, double[] form) {
        double[] xs = new double[RAYS + 1];
        double[] ys = new double[RAYS + 1];
        for (int k = 0; k <= RAYS; k++) {
            double r = view.line(form, k);
            xs[k] = view.x + r * Math.cos(angle(k));
            ys[k] = view.y + r * Math.sin(angle(k));
        }
        double half = view.halfWidth(form);
        found.add(new Stroke(new Trace(xs, ys).even(SMOOTH), true, half, List.of()));
        int reach = (int) (FAR + half + SHAKY);
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                int px = (int) (view.x + dx);
                int py = (int) (view.y + dy);
                if (rest.at(px, py) && view.isOnLine(form, dx, dy, half)) {
                    rest.put(px, py, false);
                }
            }
        }
    }

    private static double angle(double ray) {
        return 2 * Math.PI * ray / RAYS;
    }

    /** A Fourier series of the distance: with five terms an ellipse a little off its middle, with thirteen any oval. */
    private static double radius(double[] form, double ray) {
        return radius(form, terms(ray, form.length));
    }

    private static double radius(double[] form, int ray) {
        return radius(form, TERMS[ray]);
    }

    private static double radius(double[] form, double[] terms) {
        double sum = 0;
        for (int i = 0; i < form.length; i++) {
            sum += form[i] * terms[i];
        }
        return sum;
    }

    private static double[] terms(double ray, int n) {
        double[] terms = new double[n];
        terms[0] = 1;
        for (int i = 1; i < n; i++) {
            double turn = (i + 1) / 2 * angle(ray);
            terms[i] = i % 2 == 1 ? Math.cos(turn) : Math.sin(turn);
        }
        return terms;
    }

    /**
     * The ink seen from one point: for each direction the middles and half widths of the lines it meets. Where too many
     * directions show none for a circle, the others are not looked at.
     */
    private final class View {

        private final double x;
        private final double y;
        private final double[][] middles = new double[RAYS][];
        private final double[][] halves = new double[RAYS][];

        View(double x, double y) {
            this.x = x;
            this.y = y;
            Arrays.fill(middles, new double[0]);
            int open = 0;
            for (int k = 0; k < RAYS && open <= (1 - SEEN) * RAYS; k++) {
                look(k);
                open += middles[k].length == 0 ? 1 : 0;
            }
        }

        private void look(int k) {
            double[] at = new double[8];
            double[] half = new double[8];
            double right = TERMS[k][1];
            double down = TERMS[k][2];
            int n = 0;
            int from = -1;
            for (int r = 1; r <= FAR + NEAR && n < at.length; r++) {
                boolean ink = lines.at((int) (x + r * right), (int) (y + r * down));
                if (ink && from < 0) {
                    from = r;
                } else if (!ink && from >= 0) {
                    at[n] = (from + r - 1) / 2.0;
                    half[n++] = (r - from) / 2.0;
                    from = -1;
                }
            }
            middles[k] = Arrays.copyOf(at, n);
            halves[k] = Arrays.copyOf(half, n);
        }

        /** The smooth closed line that most directions agree on, or none. */
        Optional<double[]> smooth() {
            double[] first = Arrays.stream(middles)
                    .filter(m -> m.length > 0)
                    .mapToDouble(m -> m[0])
                    .sorted()
                    .toArray();
            if (first.length < SEEN * RAYS) {
                return Optional.empty();
            }
            double middle = first[first.length / 2];
            Optional<double[]> form = Optional.of(new double[] {middle});
            for (double within : new double[] {0.5 * middle, 0.3 * middle, 2 * SHAKY, 2 * SHAKY}) {
                form = form.flatMap(f -> fitted(f, within, ELLIPSE));
            }
            return form.flatMap(f -> fitted(f, 1.5 * SHAKY, OVAL)).flatMap(f -> fitted(f, SHAKY, OVAL));
        }

        private Optional<double[]> fitted(double[] form, double within, int terms) {
            List<double[]> rows = new ArrayList<>();
            for (int k = 0; k < RAYS; k++) {
                int hit = hit(form, k, within);
                if (hit >= 0) {
                    double[] row = Arrays.copyOf(TERMS[k], terms + 1);
                    row[terms] = middles[k][hit];
                    rows.add(row);
                }
            }
            return rows.size() < SEEN * RAYS / 2 ? Optional.empty() : LinearSystem.leastSquares(rows, terms);
        }

        /** Which of a direction's lines lies on the form, or −1. */
        private int hit(double[] form, int k, double within) {
            int best = -1;
            double least = within;
            double radius = radius(form, k);
            for (int i = 0; i < middles[k].length; i++) {
                double off = Math.abs(middles[k][i] - radius);
                if (off <= least) {
                    least = off;
                    best = i;
                }
            }
            return best;
        }

        boolean isCircle(double[] form) {
            int seen = 0;
            int inside = 0;
            int gap = 0;
            int widest = 0;
            double half = halfWidth(form);
            for (int k = 0; k < 2 * RAYS; k++) {
                int ray = k % RAYS;
                boolean hit = hit(form, ray, SHAKY) >= 0;
                gap = hit ? 0 : gap + 1;
                widest = Math.max(widest, gap);
                if (k < RAYS) {
                    seen += hit ? 1 : 0;
                    boolean within = middles[ray].length > 0
                            && middles[ray][0] + halves[ray][0] < radius(form, ray) - half - CLEAR;
                    inside += within ? 1 : 0;
                }
            }
            return seen >= SEEN * RAYS && widest <= GAP * RAYS && inside <= INSIDE * RAYS && round(form, half + HOLE);
        }

        private boolean round(double[] form, double tightest) {
            double least = Double.MAX_VALUE;
            double most = 0;
            for (int k = 0; k < RAYS; k++) {
                least = Math.min(least, radius(form, k));
                most = Math.max(most, radius(form, k));
            }
            return least >= Math.max(NEAR, tightest) && most <= FAR && least >= 0.4 * most;
        }

        double halfWidth(double[] form) {
            double[] widths = new double[RAYS];
            int n = 0;
            for (int k = 0; k < RAYS; k++) {
                int hit = hit(form, k, SHAKY);
                if (hit >= 0) {
                    widths[n++] = halves[k][hit];
                }
            }
            Arrays.sort(widths, 0, n);
            return n == 0 ? 0 : widths[n / 2];
        }

        /** @param half of the whole circle, dots */
        boolean isOnLine(double[] form, int dx, int dy, double half) {
            double turn = Math.atan2(dy, dx) / (2 * Math.PI) * RAYS;
            return Math.abs(Math.hypot(dx, dy) - line(form, turn)) <= half(form, turn, half) + FRINGE;
        }

        double half(double[] form, double turn, double usual) {
            int k = Math.floorMod((int) Math.round(turn), RAYS);
            int hit = hit(form, k, SHAKY);
            return hit < 0 ? usual : Math.min(SWELLING * usual, Math.max(usual, halves[k][hit]));
        }

        /** Where the hand's line really runs in a direction, the smooth one where it is not seen. */
        double line(double[] form, double turn) {
            int k = Math.floorMod((int) Math.round(turn), RAYS);
            int hit = hit(form, k, SHAKY);
            return hit < 0 ? radius(form, turn) : middles[k][hit];
        }
    }
}
