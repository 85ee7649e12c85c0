package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.List;

/**
 * One line a pen drew, followed through junctions and gaps.
 *
 * @param line even and smoothed, one dot from point to point
 * @param closed its end is its beginning
 * @param halfWidth mean half width of its ink, dots
 * @param passes the junctions it runs through or ends at
 */
record Stroke(Trace line, boolean closed, double halfWidth, List<Pass> passes) {

    /** Distance of the ends over the length at least. */
    private static final double STRAIGHT = 0.85;

    Stroke {
        passes = List.copyOf(passes);
    }

    /** @param at dots from the stroke's beginning */
    record Pass(Junctions.Junction junction, double at) {}

    /** A line that goes where it goes without detours. */
    boolean straight() {
        int last = line.last();
        return Math.hypot(line.x(last) - line.x(0), line.y(last) - line.y(0)) >= STRAIGHT * last;
    }

    Stroke reversed() {
        double whole = length();
        List<Pass> back = passes.stream()
                .map(pass -> new Pass(pass.junction(), whole - pass.at()))
                .toList();
        return new Stroke(line.reversed(), closed, halfWidth, back);
    }

    /** This line and another one that goes on where it ends, over the gap between them. */
    Stroke then(Stroke next) {
        Trace both = line.then(next.line()).even(0);
        double before = both.length() - next.length();
        List<Pass> all = new ArrayList<>(passes);
        next.passes().forEach(pass -> all.add(new Pass(pass.junction(), before + pass.at())));
        double width = (halfWidth * length() + next.halfWidth * next.length()) / Math.max(1e-9, length() + next.length());
        return new Stroke(both, false, width, all);
    }

    double length() {
        return line.length();
    }

    double left() {
        double least = line.x(0);
        for (int i = 1; i <= line.last(); i++) {
            least = Math.min(least, line.x(i));
        }
        return least;
    }

    double right() {
        double most = line.x(0);
        for (int i = 1; i <= line.last(); i++) {
            most = Math.max(most, line.x(i));
        }
        return most;
    }

    double top() {
        double least = line.y(0);
        for (int i = 1; i <= line.last(); i++) {
            least = Math.min(least, line.y(i));
        }
        return least;
    }

    double bottom() {
        double most = line.y(0);
        for (int i = 1; i <= line.last(); i++) {
            most = Math.max(most, line.y(i));
        }
        return most;
    }
}
