package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Joins line ends that one stroke left on both sides of a gap: a skipping pen, or print that hid the ink. */
final class GapJoining {

    /** The widest gap of bare paper that a pen is believed to have skipped, dots: 1 mm. */
    private static final double SKIP = 10;

    /** The widest gap under print: a stroke that crosses a rule at 10°, dots: 2.6 mm. */
    private static final double HIDDEN = 26;

    /** How far a line may bend to its continuation on either side, degrees. */
    private static final double BEND = 38;

    /** Ends this near under one line of print touch, whatever their directions: the vertex of a tick. */
    private static final double TOUCH = 9;

    private final Bitmap band;
    private final Junctions junctions;

    private GapJoining(Bitmap band, Junctions junctions) {
        this.band = band;
        this.junctions = junctions;
    }

    private record Gap(StrokeGraph.End one, StrokeGraph.End other, double cost) {}

    static void join(StrokeGraph graph, Bitmap band, Junctions junctions) {
        GapJoining joining = new GapJoining(band, junctions);
        List<StrokeGraph.End> tips = graph.nodes().stream()
                .filter(node -> node.ends().size() == 1)
                .map(node -> node.ends().get(0))
                .filter(end -> end.branch().length() >= 3)
                .toList();
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < tips.size(); i++) {
            for (int k = i + 1; k < tips.size(); k++) {
                joining.gap(tips.get(i), tips.get(k), gaps);
            }
        }
        gaps.sort(Comparator.comparingDouble(Gap::cost));
        Set<StrokeGraph.End> used = new HashSet<>();
        for (Gap gap : gaps) {
            if (!used.contains(gap.one()) && !used.contains(gap.other())) {
                used.add(gap.one());
                used.add(gap.other());
                junctions.join(gap.one(), gap.other());
            }
        }
    }

    private void gap(StrokeGraph.End a, StrokeGraph.End b, List<Gap> into) {
        double dx = b.node().x() - a.node().x();
        double dy = b.node().y() - a.node().y();
        double distance = Math.hypot(dx, dy);
        double open = distance - a.node().radius() - b.node().radius();
        if (distance > HIDDEN + 20 || open > HIDDEN || neighbours(a, b) && distance > 2) {
            return;
        }
        double bendA = bend(a, dx, dy);
        double bendB = bend(b, -dx, -dy);
        boolean hidden = hidden(a, b);
        if (distance <= 2 || open <= (hidden ? HIDDEN : SKIP) && Math.max(bendA, bendB) <= BEND) {
            into.add(new Gap(a, b, open + (bendA + bendB) / 8));
        } else if (hidden && open <= TOUCH) {
            into.add(new Gap(a, b, 20 + open));
        }
    }

    /** Two ends of one line, or two lines that meet at a junction already. */
    private boolean neighbours(StrokeGraph.End a, StrokeGraph.End b) {
        Optional<Junctions.Junction> place = junctions.place(a.other());
        return a.branch() == b.branch() || place.isPresent() && place.equals(junctions.place(b.other()));
    }

    /** The angle, in degrees, between a line running out at its end and the way to the other end. */
    private static double bend(StrokeGraph.End end, double dx, double dy) {
        double[] inward = end.direction(0, 10);
        double size = Math.max(1e-9, Math.hypot(dx, dy));
        double cosine = -(inward[0] * dx + inward[1] * dy) / size;
        return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
    }

    private boolean hidden(StrokeGraph.End a, StrokeGraph.End b) {
        double dx = b.node().x() - a.node().x();
        double dy = b.node().y() - a.node().y();
        double distance = Math.max(1, Math.hypot(dx, dy));
        int steps = (int) distance;
        int bare = 0;
        int covered = 0;
        for (int i = 0; i <= steps; i++) {
            double from = i;
            double to = distance - i;
            if (from > a.node().radius() + 1 && to > b.node().radius() + 1) {
                double x = a.node().x() + dx * i / distance;
                double y = a.node().y() + dy * i / distance;
                boolean print = band.at((int) x, (int) y);
                covered += print ? 1 : 0;
                bare += print ? 0 : 1;
            }
        }
        return covered > 0 && bare <= Math.max(2, covered / 3);
    }
}
