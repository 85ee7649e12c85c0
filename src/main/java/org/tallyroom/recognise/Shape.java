package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The form of a stroke: its loop, its lowest vertices, its sharp turns. */
final class Shape {

    /** A turn sharper than this is a corner, degrees. */
    private static final double CORNER = 60;

    /** A stroke whose ends are this near each other, as a share of its length, is a loop left open. */
    private static final double OPEN = 0.3;

    /** Area over that of the circle of the same perimeter: 1 for a circle; a tick closed to a triangle has 0.53. */
    private static final double ROUND = 0.6;

    /** The same for a line that closes; an eight has less. */
    private static final double CLOSED_ROUND = 0.4;

    /** A loop keeps its nature when this share of the stroke is loop and the rest are tails. */
    private static final double LOOPED = 0.75;

    private Shape() {}

    /** @param area dots² */
    record Loop(double x, double y, double area, double tail) {}

    static Optional<Loop> loop(Stroke stroke) {
        double length = stroke.length();
        if (length < 12) {
            return Optional.empty();
        }
        if (stroke.closed()) {
            return Optional.of(polygon(stroke.line(), 0)).filter(l -> roundness(stroke.line(), length) >= CLOSED_ROUND);
        }
        Optional<Loop> crossed = selfCrossed(stroke, length);
        Trace line = stroke.line();
        double gap = Math.hypot(line.x(0) - line.x(line.last()), line.y(0) - line.y(line.last()));
        if (crossed.isEmpty() && gap <= OPEN * length && roundness(line, length + gap) >= ROUND) {
            return Optional.of(polygon(line, 0));
        }
        return crossed;
    }

    private static Optional<Loop> selfCrossed(Stroke stroke, double length) {
        List<Stroke.Pass> passes = stroke.passes();
        Optional<Loop> best = Optional.empty();
        for (int i = 0; i < passes.size(); i++) {
            for (int k = i + 1; k < passes.size(); k++) {
                double from = passes.get(i).at();
                double to = passes.get(k).at();
                if (passes.get(i).junction() == passes.get(k).junction() && to - from >= LOOPED * length) {
                    double scale = stroke.line().last() / length;
                    int end = (int) Math.min(stroke.line().last(), to * scale);
                    Trace part = stroke.line().part((int) (from * scale), end);
                    if (roundness(part, part.length()) >= ROUND) {
                        best = Optional.of(polygon(part, Math.max(from, length - to)));
                    }
                }
            }
        }
        return best;
    }

    private static double roundness(Trace line, double perimeter) {
        return 4 * Math.PI * polygon(line, 0).area() / (perimeter * perimeter);
    }

    private static Loop polygon(Trace line, double tail) {
        double area = 0;
        double cx = 0;
        double cy = 0;
        for (int i = 0; i <= line.last(); i++) {
            int k = i == line.last() ? 0 : i + 1;
            double cross = line.x(i) * line.y(k) - line.x(k) * line.y(i);
            area += cross / 2;
            cx += (line.x(i) + line.x(k)) * cross / 6;
            cy += (line.y(i) + line.y(k)) * cross / 6;
        }
        if (Math.abs(area) < 1) {
            return new Loop(line.x(0), line.y(0), 0, tail);
        }
        return new Loop(cx / area, cy / area, Math.abs(area), tail);
    }

    /** Indices of the places where the stroke turns up again on both sides by at least {@code rise} dots. */
    static List<Integer> bottoms(Trace line, double rise) {
        List<Integer> bottoms = new ArrayList<>();
        int low = 0;
        int high = 0;
        boolean falling = false;
        for (int i = 0; i <= line.last(); i++) {
            if (falling) {
                low = line.y(i) > line.y(low) ? i : low;
                if (line.y(low) - line.y(i) >= rise) {
                    bottoms.add(low);
                    falling = false;
                    high = i;
                }
            } else {
                high = line.y(i) < line.y(high) ? i : high;
                if (line.y(i) - line.y(high) >= rise) {
                    falling = true;
                    low = i;
                }
            }
        }
        return bottoms;
    }

    /** Sharp turns, measured between arms that grow with the stroke. */
    static int corners(Stroke stroke) {
        Trace line = stroke.line();
        int arm = (int) Math.round(Math.max(3.5, Math.min(10, 0.12 * stroke.length())));
        arm = (int) Math.max(arm, Math.min(1.2 * stroke.halfWidth(), 0.25 * stroke.length()));
        int corners = 0;
        int after = -1;
        for (int i = arm; i + arm <= line.last(); i++) {
            double turn = turn(line, i, arm);
            if (i > after && turn >= CORNER && peak(line, i, arm, turn)) {
                corners++;
                after = i + arm;
            }
        }
        return corners;
    }

    private static boolean peak(Trace line, int at, int arm, double turn) {
        for (int i = Math.max(arm, at - arm); i <= Math.min(line.last() - arm, at + arm); i++) {
            if (turn(line, i, arm) > turn + 1e-9) {
                return false;
            }
        }
        return true;
    }

    private static double turn(Trace line, int i, int arm) {
        double ax = line.x(i) - line.x(i - arm);
        double ay = line.y(i) - line.y(i - arm);
        double bx = line.x(i + arm) - line.x(i);
        double by = line.y(i + arm) - line.y(i);
        return Math.toDegrees(Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by)));
    }
}
