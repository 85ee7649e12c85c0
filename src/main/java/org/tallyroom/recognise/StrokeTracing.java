package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows pens through a stroke graph: from an end through all junctions to the other end. */
final class StrokeTracing {

    /** Smoothing on either side along a stroke, dots. */
    private static final int SMOOTH = 3;

    private final DistanceField widths;
    private final Junctions junctions;
    private final Set<StrokeGraph.Branch> done = new HashSet<>();
    private final List<Stroke> strokes = new ArrayList<>();

    private StrokeTracing(DistanceField widths, Junctions junctions) {
        this.widths = widths;
        this.junctions = junctions;
    }

    static List<Stroke> of(StrokeGraph graph, DistanceField widths, Bitmap band) {
        Junctions junctions = Junctions.of(graph);
        GapJoining.join(graph, band, junctions);
        StrokeTracing tracing = new StrokeTracing(widths, junctions);
        for (StrokeGraph.Branch branch : graph.branches()) {
            if (junctions.mate(branch.start()).isEmpty()) {
                tracing.follow(branch.start());
            }
            if (junctions.mate(branch.finish()).isEmpty()) {
                tracing.follow(branch.finish());
            }
        }
        graph.branches().forEach(branch -> tracing.follow(branch.start()));
        for (StrokeGraph.Node node : graph.nodes()) {
            if (node.ends().isEmpty()) {
                Trace dot = new Trace(new double[] {node.x()}, new double[] {node.y()});
                tracing.strokes.add(new Stroke(dot, false, node.radius(), List.of()));
            }
        }
        return tracing.strokes;
    }

    private void follow(StrokeGraph.End from) {
        if (junctions.bridge(from.branch()) || !done.add(from.branch())) {
            return;
        }
        List<Stroke.Pass> passes = new ArrayList<>();
        junctions.place(from).ifPresent(j -> passes.add(new Stroke.Pass(j, 0)));
        Trace line = from.leaving();
        StrokeGraph.End at = from.other();
        Optional<StrokeGraph.End> next = junctions.mate(at);
        while (next.isPresent() && done.add(next.get().branch())) {
            double length = line.length();
            junctions.place(at).ifPresent(j -> passes.add(new Stroke.Pass(j, length)));
            line = line.then(next.get().leaving());
            at = next.get().other();
            next = junctions.mate(at);
        }
        double length = line.length();
        junctions.place(at).ifPresent(j -> passes.add(new Stroke.Pass(j, length)));
        boolean closed = at.node() == from.node() && line.points() > 6 || next.isPresent() && next.get() == from;
        strokes.add(new Stroke(line.even(SMOOTH), closed, halfWidth(line), passes));
    }

    private double halfWidth(Trace line) {
        double sum = 0;
        for (int i = 0; i < line.points(); i++) {
            sum += widths.at((int) line.x(i), (int) line.y(i));
        }
        return sum / line.points();
    }
}
