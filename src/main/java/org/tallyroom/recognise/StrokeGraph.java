package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a thinned bitmap: branches between nodes, where lines end, meet or cross. Mutable while it is cleaned,
 * in one thread, inside one measurement.
 */
final class StrokeGraph {

    private final List<Node> nodes = new ArrayList<>();
    private final List<Branch> branches = new ArrayList<>();

    /** A place where lines end or meet; {@code radius} is the ink's half width there, in dots. */
    static final class Node {
        private final double x;
        private final double y;
        private final double radius;
        private final List<End> ends = new ArrayList<>();

        Node(double x, double y, double radius) {
            this.x = x;
            this.y = y;
            this.radius = radius;
        }

        double x() {
            return x;
        }

        double y() {
            return y;
        }

        double radius() {
            return radius;
        }

        List<End> ends() {
            return ends;
        }

        double distance(Node other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    /** A line without a meeting on the way, from the first node to the second. */
    static final class Branch {
        private final Trace trace;
        private final End start;
        private final End finish;

        Branch(Trace trace, Node from, Node to) {
            this.trace = trace;
            this.start = new End(this, from, true);
            this.finish = new End(this, to, false);
        }

        Trace trace() {
            return trace;
        }

        End start() {
            return start;
        }

        End finish() {
            return finish;
        }

        double length() {
            return trace.length();
        }
    }

    /** One of a branch's two ends, at a node. */
    static final class End {
        private final Branch branch;
        private final Node node;
        private final boolean first;

        End(Branch branch, Node node, boolean first) {
            this.branch = branch;
            this.node = node;
            this.first = first;
        }

        Branch branch() {
            return branch;
        }

        Node node() {
            return node;
        }

        End other() {
            return first ? branch.finish : branch.start;
        }

        /** The branch's points, leaving from this end. */
        Trace leaving() {
            return first ? branch.trace : branch.trace.reversed();
        }

        /** Unit vector in which the line leaves, taken between {@code from} and {@code to} dots along it. */
        double[] direction(double from, double to) {
            Trace line = leaving();
            int a = (int) Math.min(Math.max(0, line.last() - 3), from);
            int b = (int) Math.min(line.last(), Math.max(to, a + 1));
            double dx = line.x(b) - line.x(a);
            double dy = line.y(b) - line.y(a);
            double size = Math.max(1e-9, Math.hypot(dx, dy));
            return new double[] {dx / size, dy / size};
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Branch> branches() {
        return branches;
    }

    Node add(Node node) {
        nodes.add(node);
        return node;
    }

    void add(Branch branch) {
        branches.add(branch);
        branch.start.node.ends.add(branch.start);
        branch.finish.node.ends.add(branch.finish);
    }

    void remove(Branch branch) {
        branches.remove(branch);
        branch.start.node.ends.remove(branch.start);
        branch.finish.node.ends.remove(branch.finish);
    }

    /** Makes one branch of the two that meet at a node where nothing else does. */
    void smooth(Node node) {
        if (node.ends.size() == 2 && node.ends.get(0).branch != node.ends.get(1).branch) {
            End in = node.ends.get(0);
            End out = node.ends.get(1);
            Trace whole = in.leaving().reversed().then(out.leaving());
            Node from = in.other().node;
            Node to = out.other().node;
            remove(in.branch);
            remove(out.branch);
            nodes.remove(node);
            add(new Branch(whole, from, to));
        }
    }
}
