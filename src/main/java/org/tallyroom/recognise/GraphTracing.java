package org.tallyroom.recognise;

import java.util.Arrays;

/** Makes the graph of a thinned bitmap. */
final class GraphTracing {

    private final Bitmap thin;
    private final DistanceField widths;
    private final Numbering numbers;
    private final int[] nodes;
    private final Bitmap walked;
    private final StrokeGraph graph = new StrokeGraph();

    private GraphTracing(Bitmap thin, DistanceField widths) {
        this.thin = thin;
        this.widths = widths;
        this.numbers = new Numbering(thin);
        this.nodes = new int[numbers.size()];
        this.walked = new Bitmap(thin.width(), thin.height());
        Arrays.fill(nodes, -1);
    }

    /** @param widths distances inside the ink that {@code thin} was made of */
    static StrokeGraph of(Bitmap thin, DistanceField widths) {
        GraphTracing tracing = new GraphTracing(thin, widths);
        for (int at = thin.next(0); at >= 0; at = thin.next(at + 1)) {
            if (!tracing.isNode(at) && tracing.degree(at) != 2) {
                tracing.cluster(at);
            }
        }
        for (int at = thin.next(0); at >= 0; at = thin.next(at + 1)) {
            if (tracing.isNode(at)) {
                tracing.walkFrom(at);
            }
        }
        for (int at = thin.next(0); at >= 0; at = thin.next(at + 1)) {
            if (!tracing.isNode(at) && !tracing.walked.at(at)) {
                tracing.cluster(at);
                tracing.walkFrom(at);
            }
        }
        return tracing.graph;
    }

    private int degree(int at) {
        return Integer.bitCount(thin.around(at));
    }

    private boolean isNode(int at) {
        return node(at) >= 0;
    }

    private int node(int at) {
        return nodes[numbers.number(at)];
    }

    /** Dots where three lines or more touch lie together: one node. */
    private void cluster(int start) {
        Places dots = new Places();
        take(start, dots);
        for (int i = 0; degree(start) > 2 && i < dots.count(); i++) {
            for (int rest = thin.around(dots.at(i)); rest != 0; rest &= rest - 1) {
                int next = dots.at(i) + thin.step(Integer.numberOfTrailingZeros(rest));
                if (!isNode(next) && degree(next) > 2) {
                    take(next, dots);
                }
            }
        }
        add(dots);
    }

    private void take(int at, Places dots) {
        nodes[numbers.number(at)] = graph.nodes().size();
        dots.add(at);
    }

    private void add(Places dots) {
        double x = 0;
        double y = 0;
        double radius = 0;
        for (int i = 0; i < dots.count(); i++) {
            int dotX = thin.x(dots.at(i));
            int dotY = thin.y(dots.at(i));
            x += dotX + 0.5;
            y += dotY + 0.5;
            radius = Math.max(radius, widths.at(dotX, dotY));
        }
        graph.add(new StrokeGraph.Node(x / dots.count(), y / dots.count(), radius));
    }

    private void walkFrom(int start) {
        for (int rest = thin.around(start); rest != 0; rest &= rest - 1) {
            int next = start + thin.step(Integer.numberOfTrailingZeros(rest));
            if (!isNode(next) && !walked.at(next)) {
                walk(start, next);
            } else if (isNode(next) && node(next) != node(start) && next > start) {
                Places two = new Places();
                two.add(start);
                two.add(next);
                connect(two);
            }
        }
    }

    private void walk(int start, int first) {
        Places dots = new Places();
        dots.add(start);
        int before = start;
        int at = first;
        while (at >= 0 && !isNode(at)) {
            dots.add(at);
            walked.put(at, true);
            int next = onward(at, before);
            before = at;
            at = next;
        }
        if (at >= 0) {
            dots.add(at);
        }
        if (at >= 0 && (node(at) != node(start) || dots.count() > 5)) {
            connect(dots);
        }
    }

    /** The neighbour to walk to; −1 at a dead end. */
    private int onward(int at, int before) {
        int next = -1;
        for (int rest = thin.around(at); rest != 0; rest &= rest - 1) {
            int candidate = at + thin.step(Integer.numberOfTrailingZeros(rest));
            if (candidate != before && (isNode(candidate) || !walked.at(candidate))) {
                next = candidate;
            }
        }
        return next;
    }

    private void connect(Places dots) {
        double[] xs = new double[dots.count()];
        double[] ys = new double[dots.count()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = thin.x(dots.at(i)) + 0.5;
            ys[i] = thin.y(dots.at(i)) + 0.5;
        }
        StrokeGraph.Node from = graph.nodes().get(node(dots.at(0)));
        StrokeGraph.Node to = graph.nodes().get(node(dots.last()));
        graph.add(new StrokeGraph.Branch(new Trace(xs, ys), from, to));
    }
}
