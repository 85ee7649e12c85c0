package org.tallyroom.recognise;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where lines meet, and which line goes on as which: by good continuation, as an eye follows them. Thinning tears a
 * crossing of thick lines into two meetings with a short bridge; they are one junction here.
 */
final class Junctions {

    /** A line that bends more than this at a junction did not go on there, degrees. */
    private static final double BEND = 50;

    /** The longest way that two crossing lines run together, dots: 4 mm, lines of 0.7 mm at 10°. */
    private static final double SHARED = 40;

    /** Cosine of the angle between lines that part acutely: 50°. */
    private static final double ACUTE = 0.64;

    /** Way over which a line's direction is taken, dots: 1.4 mm. */
    private static final double STEP = 14;

    /** Way over which a curve that ends at once is believed to have gone on, dots: 1.5 mm. */
    private static final double SWING = 15;

    private final Map<StrokeGraph.End, StrokeGraph.End> mates = new IdentityHashMap<>();
    private final Map<StrokeGraph.End, Junction> places = new IdentityHashMap<>();
    private final Set<StrokeGraph.Branch> bridges = new HashSet<>();
    private final List<Junction> all = new ArrayList<>();

    /** @param ends the lines that leave it, bridges inside it left out */
    record Junction(double x, double y, double radius, List<StrokeGraph.End> ends) {}

    static Junctions of(StrokeGraph graph) {
        Junctions junctions = new Junctions();
        Set<StrokeGraph.Node> seen = new HashSet<>();
        for (StrokeGraph.Node node : graph.nodes()) {
            if (node.ends().size() > 2 && seen.add(node)) {
                junctions.gather(node, seen);
            }
        }
        junctions.all.forEach(junctions::pair);
        return junctions;
    }

    /** The end in which a line goes on after it has come in at {@code end}. */
    Optional<StrokeGraph.End> mate(StrokeGraph.End end) {
        return Optional.ofNullable(mates.get(end));
    }

    Optional<Junction> place(StrokeGraph.End end) {
        return Optional.ofNullable(places.get(end));
    }

    boolean bridge(StrokeGraph.Branch branch) {
        return bridges.contains(branch);
    }

    void join(StrokeGraph.End one, StrokeGraph.End other) {
        mates.put(one, other);
        mates.put(other, one);
    }

    private void gather(StrokeGraph.Node start, Set<StrokeGraph.Node> seen) {
        List<StrokeGraph.Node> group = new ArrayList<>();
        Deque<StrokeGraph.Node> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            StrokeGraph.Node node = open.pop();
            group.add(node);
            for (StrokeGraph.End end : node.ends()) {
                StrokeGraph.Node far = end.other().node();
                boolean one = far != node && far.ends().size() > 2;
                if (one && (brief(end.branch(), node, far) || shared(end))) {
                    bridges.add(end.branch());
                    if (seen.add(far)) {
                        open.push(far);
                    }
                }
            }
        }
        List<StrokeGraph.End> ends = group.stream()
                .flatMap(node -> node.ends().stream())
                .filter(end -> !bridges.contains(end.branch()))
                .toList();
        double x = group.stream().mapToDouble(StrokeGraph.Node::x).average().orElseThrow();
        double y = group.stream().mapToDouble(StrokeGraph.Node::y).average().orElseThrow();
        double radius = group.stream().mapToDouble(StrokeGraph.Node::radius).max().orElseThrow();
        Junction junction = new Junction(x, y, radius, ends);
        all.add(junction);
        ends.forEach(end -> places.put(end, junction));
    }

    private static boolean brief(StrokeGraph.Branch branch, StrokeGraph.Node a, StrokeGraph.Node b) {
        return branch.length() <= 1.3 * (a.radius() + b.radius()) + 3;
    }

    /** Two lines that cross at a small angle run together for a while: at both ends of that way they part acutely. */
    private static boolean shared(StrokeGraph.End end) {
        return end.branch().length() <= SHARED && parts(end) && parts(end.other());
    }

    private static boolean parts(StrokeGraph.End end) {
        List<StrokeGraph.End> outer =
                end.node().ends().stream().filter(e -> e != end).toList();
        if (outer.size() != 2 || outer.stream().anyMatch(e -> e.branch() == end.branch() || e.branch().length() < STEP)) {
            return false;
        }
        double from = end.node().radius();
        double[] a = outer.get(0).direction(from, from + STEP);
        double[] b = outer.get(1).direction(from, from + STEP);
        double[] along = end.direction(0, STEP);
        return a[0] * b[0] + a[1] * b[1] >= ACUTE
                && along[0] * a[0] + along[1] * a[1] < -ACUTE
                && along[0] * b[0] + along[1] * b[1] < -ACUTE;
    }

    private void pair(Junction junction) {
        List<StrokeGraph.End> ends = junction.ends();
        if (ends.size() == 4) {
            pairFour(junction);
            return;
        }
        Set<StrokeGraph.End> free = new HashSet<>(ends);
        if (ends.size() == 3) {
            ends.stream().filter(end -> free.contains(end.other())).findFirst().ifPresent(end -> {
                join(end, end.other());
                free.remove(end);
                free.remove(end.other());
            });
        }
        boolean found = true;
        while (found && free.size() > 1) {
            StrokeGraph.End one = null;
            StrokeGraph.End other = null;
            double least = BEND;
            for (StrokeGraph.End a : ends) {
                for (StrokeGraph.End b : ends) {
                    if (a != b && free.contains(a) && free.contains(b) && bend(junction, a, b) < least) {
                        least = bend(junction, a, b);
                        one = a;
                        other = b;
                    }
                }
            }
            found = one != null;
            if (found) {
                join(one, other);
                free.remove(one);
                free.remove(other);
            }
        }
    }

    /**
     * Four ends are two lines: of the three ways to pair them the one with the least effort. The root makes one even
     * line and one sharp turn, a tail that crosses a vertex, cheaper than two middling turns.
     */
    private void pairFour(Junction junction) {
        List<StrokeGraph.End> e = junction.ends();
        int best = 1;
        double least = Double.MAX_VALUE;
        for (int k = 1; k < 4; k++) {
            int[] rest = rest(k);
            double sum = Math.sqrt(effort(junction, e.get(0), e.get(k)))
                    + Math.sqrt(effort(junction, e.get(rest[0]), e.get(rest[1])));
            if (sum < least) {
                least = sum;
                best = k;
            }
        }
        join(e.get(0), e.get(best));
        join(e.get(rest(best)[0]), e.get(rest(best)[1]));
    }

    /** The bend, and how suddenly a curve would have to turn into another: two circles that touch stay circles. */
    private static double effort(Junction junction, StrokeGraph.End a, StrokeGraph.End b) {
        double curve = Math.toDegrees(Math.abs(curvature(junction, a) + curvature(junction, b)));
        return bend(junction, a, b) + SWING * curve;
    }

    /** Turning of a line that leaves the junction, radians per dot, positive clockwise on the page. */
    private static double curvature(Junction junction, StrokeGraph.End end) {
        double from = 0.7 * junction.radius() + 1;
        if (end.branch().length() < from + 2 * STEP) {
            return 0;
        }
        double[] near = end.direction(from, from + STEP);
        double[] far = end.direction(from + STEP, from + 2 * STEP);
        return Math.atan2(near[0] * far[1] - near[1] * far[0], near[0] * far[0] + near[1] * far[1]) / STEP;
    }

    private static int[] rest(int k) {
        return k == 1 ? new int[] {2, 3} : k == 2 ? new int[] {1, 3} : new int[] {1, 2};
    }

    /** How far, in degrees, a line coming in at {@code a} and leaving at {@code b} departs from straight. */
    private static double bend(Junction junction, StrokeGraph.End a, StrokeGraph.End b) {
        double[] u = leaving(junction, a);
        double[] v = leaving(junction, b);
        double cosine = -(u[0] * v[0] + u[1] * v[1]);
        return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
    }

    private static double[] leaving(Junction junction, StrokeGraph.End end) {
        double from = 0.7 * junction.radius() + 1;
        if (end.branch().length() >= from + 5) {
            return end.direction(from, from + Math.max(12, 1.5 * junction.radius()));
        }
        StrokeGraph.Node tip = end.other().node();
        double dx = tip.x() - junction.x();
        double dy = tip.y() - junction.y();
        double size = Math.max(1e-9, Math.hypot(dx, dy));
        return new double[] {dx / size, dy / size};
    }
}
