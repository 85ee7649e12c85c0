package org.tallyroom.recognise;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Makes the graph of a thinned bitmap. */
final class GraphTracing {

    private static final int[] DX = {0, 1, 1, 1, 0, -1, -1, -1};
    private static final int[] DY = {-1, -1, 0, 1, 1, 1, 0, -1};

    private final Bitmap thin;
    private final DistanceField widths;
    private final int[] nodeAt;
    private final boolean[] walked;
    private final StrokeGraph graph = new StrokeGraph();

    private GraphTracing(Bitmap thin, DistanceField widths) {
        this.thin = thin;
        this.widths = widths;
        this.nodeAt = new int[thin.width() * thin.height()];
        this.walked = new boolean[nodeAt.length];
        Arrays.fill(nodeAt, -1);
    }

    /** @param widths distances inside the ink that {@code thin} was made of */
    static StrokeGraph of(Bitmap thin, DistanceField widths) {
        GraphTracing tracing = new GraphTracing(thin, widths);
        int dots = tracing.nodeAt.length;
        for (int at = 0; at < dots; at++) {
            if (thin.at(at) && tracing.nodeAt[at] < 0 && tracing.degree(at) != 2) {
                tracing.cluster(at);
            }
        }
        for (int at = 0; at < dots; at++) {
            if (tracing.nodeAt[at] >= 0) {
                tracing.walkFrom(at);
            }
        }
        for (int at = 0; at < dots; at++) {
            if (thin.at(at) && tracing.nodeAt[at] < 0 && !tracing.walked[at]) {
                tracing.nodeAt[at] = tracing.graph.nodes().size();
                tracing.node(List.of(at));
                tracing.walkFrom(at);
            }
        }
        return tracing.graph;
    }

    private int degree(int at) {
        return Integer.bitCount(thin.around(at % thin.width(), at / thin.width()));
    }

    /** Dots where three lines or more touch lie together: one node. */
    private void cluster(int start) {
        int id = graph.nodes().size();
        boolean meeting = degree(start) > 2;
        List<Integer> dots = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        nodeAt[start] = id;
        while (!open.isEmpty()) {
            int at = open.pop();
            dots.add(at);
            for (int k = 0; meeting && k < 8; k++) {
                int next = neighbour(at, k);
                if (next >= 0 && nodeAt[next] < 0 && degree(next) > 2) {
                    nodeAt[next] = id;
                    open.push(next);
                }
            }
        }
        node(dots);
    }

    private void node(List<Integer> dots) {
        double x = 0;
        double y = 0;
        double radius = 0;
        for (int at : dots) {
            x += at % thin.width() + 0.5;
            y += at / thin.width() + 0.5;
            radius = Math.max(radius, widths.at(at % thin.width(), at / thin.width()));
        }
        graph.add(new StrokeGraph.Node(x / dots.size(), y / dots.size(), radius));
    }

    private int neighbour(int at, int k) {
        int x = at % thin.width() + DX[k];
        int y = at / thin.width() + DY[k];
        return thin.at(x, y) ? y * thin.width() + x : -1;
    }

    private void walkFrom(int start) {
        for (int k = 0; k < 8; k++) {
            int next = neighbour(start, k);
            if (next >= 0 && nodeAt[next] >= 0 && nodeAt[next] != nodeAt[start] && next > start) {
                connect(List.of(start, next));
            } else if (next >= 0 && nodeAt[next] < 0 && !walked[next]) {
                walk(start, next);
            }
        }
    }

    private void walk(int start, int first) {
        List<Integer> dots = new ArrayList<>(List.of(start));
        int before = start;
        int at = first;
        while (at >= 0 && nodeAt[at] < 0) {
            dots.add(at);
            walked[at] = true;
            int next = -1;
            for (int k = 0; k < 8; k++) {
                int candidate = neighbour(at, k);
                if (candidate >= 0 && candidate != before && !(nodeAt[candidate] < 0 && walked[candidate])) {
                    next = candidate;
                }
            }
            before = at;
            at = next;
        }
        if (at >= 0) {
            dots.add(at);
        }
        if (at >= 0 && (nodeAt[at] != nodeAt[start] || dots.size() > 5)) {
            connect(dots);
        }
    }

    private void connect(List<Integer> dots) {
        double[] xs = new double[dots.size()];
        double[] ys = new double[dots.size()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = dots.get(i) % thin.width() + 0.5;
            ys[i] = dots.get(i) / thin.width() + 0.5;
        }
        StrokeGraph.Node from = graph.nodes().get(nodeAt[dots.get(0)]);
        StrokeGraph.Node to = graph.nodes().get(nodeAt[dots.get(dots.size() - 1)]);
        graph.add(new StrokeGraph.Branch(new Trace(xs, ys), from, to));
    }
}
