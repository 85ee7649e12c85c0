package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes out of a stroke graph what thinning invented: spurs on thick lines, and eyes in grainy ones. */
final class GraphCleaning {

    /** A side branch shorter than this beyond its line's edge is roughness of the ink, dots: 0.45 mm. */
    private static final double SPUR = 4.5;

    /** Share of the ink's half width that a side branch must rise above it: a square's corner rises 0.41. */
    private static final double SPUR_SHARE = 0.55;

    /** Length of a V's stem over the half width of its arms: two arms 40° apart merge over twice their width. */
    private static final double STEM = 2.5;

    /** Way over which an arm's direction is taken, dots. */
    private static final double ARM = 12;

    /** Cosine between a stem and an arm: 120° and more, so that the arms are at most 120° apart. */
    private static final double OPPOSITE = -0.5;

    /** Two lines that part and meet again within this length are one: grain, or a bridge under print; dots: 1.5 mm. */
    private static final double EYE = 15;

    private GraphCleaning() {}

    static void clean(StrokeGraph graph) {
        boolean changed = true;
        while (changed) {
            Optional<StrokeGraph.Branch> spur = spur(graph).or(() -> eye(graph));
            changed = spur.isPresent();
            spur.ifPresent(branch -> {
                graph.remove(branch);
                graph.smooth(branch.start().node());
                graph.smooth(branch.finish().node());
                graph.nodes().removeIf(node -> node.ends().isEmpty() && touches(branch, node));
            });
        }
    }

    private static boolean touches(StrokeGraph.Branch branch, StrokeGraph.Node node) {
        return branch.start().node() == node || branch.finish().node() == node;
    }

    private static Optional<StrokeGraph.Branch> spur(StrokeGraph graph) {
        StrokeGraph.Branch least = null;
        double smallest = 0;
        for (StrokeGraph.Branch branch : graph.branches()) {
            StrokeGraph.End tip = branch.start().node().ends().size() == 1 ? branch.start() : branch.finish();
            StrokeGraph.End root = tip.other();
            if (tip.node().ends().size() == 1 && root.node().ends().size() > 2) {
                double rise = branch.length() + tip.node().radius() - root.node().radius();
                double excess = rise - (stem(root) ? STEM * root.node().radius() : edge(root.node()));
                if (excess < smallest) {
                    smallest = excess;
                    least = branch;
                }
            }
        }
        return Optional.ofNullable(least);
    }

    private static double edge(StrokeGraph.Node root) {
        return Math.max(SPUR, SPUR_SHARE * root.radius());
    }

    /** Thick arms of a V merge above its vertex: a short stem opposite to them is the vertex's own ink. */
    private static boolean stem(StrokeGraph.End root) {
        List<StrokeGraph.End> arms =
                root.node().ends().stream().filter(end -> end != root).toList();
        if (arms.size() != 2 || arms.get(0).branch() == arms.get(1).branch()) {
            return false;
        }
        double from = root.node().radius();
        double[] stem = root.direction(0, root.branch().length());
        return arms.stream().allMatch(arm -> arm.branch().length() >= 2 * from
                && cosine(stem, arm.direction(from, from + ARM)) <= OPPOSITE);
    }

    private static double cosine(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1];
    }

    private static Optional<StrokeGraph.Branch> eye(StrokeGraph graph) {
        for (StrokeGraph.Branch branch : graph.branches()) {
            if (branch.length() <= EYE && branch.start().node() == branch.finish().node()) {
                return Optional.of(branch);
            }
            if (branch.length() <= EYE && twins(branch).stream().anyMatch(b -> b.length() <= branch.length())) {
                return Optional.of(branch);
            }
        }
        return Optional.empty();
    }

    private static List<StrokeGraph.Branch> twins(StrokeGraph.Branch of) {
        List<StrokeGraph.Branch> twins = new ArrayList<>();
        for (StrokeGraph.End end : of.start().node().ends()) {
            if (end.branch() != of && end.other().node() == of.finish().node()) {
                twins.add(end.branch());
            }
        }
        return twins;
    }
}
