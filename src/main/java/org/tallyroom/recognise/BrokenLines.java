package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Joins the pieces of lines in which a pen skipped: a dry ballpoint, a pencil on rough paper, the quick end of a tail.
 * What may be a mark of its own in another cell is never joined.
 */
final class BrokenLines {

    /** Smaller pieces are no marks wherever they lie, dots: 1.25 mm. */
    private static final double MARK = 12.5;

    /** From so long on a tail may be taken for a stroke through a column, dots: 9 mm; up to this height it is none. */
    private static final double TAIL = 90;

    private static final double COLUMN = 170;

    /** The arms of a tick drawn with a lifted or skipping pen begin this near each other, dots: 1.5 mm. */
    private static final double FOOT = 15;

    /** Ends this near a junction are the junction's, dots. */
    private static final double MET = 1;

    private final CellGrid cells;
    private final List<Stroke> left;

    private BrokenLines(List<Stroke> strokes, CellGrid cells) {
        this.cells = cells;
        this.left = new ArrayList<>(strokes);
    }

    static List<Stroke> joined(List<Stroke> strokes, CellGrid cells) {
        BrokenLines broken = new BrokenLines(strokes, cells);
        for (Stroke stem : longestFirst(strokes, MARK)) {
            if (broken.left.remove(stem)) {
                broken.left.add(broken.grown(broken.grown(stem).reversed()).reversed());
            }
        }
        for (Stroke tail : longestFirst(broken.left, TAIL)) {
            broken.arm(tail).ifPresent(arm -> {
                broken.left.remove(tail);
                broken.left.remove(arm);
                broken.left.add(rising(arm).reversed().then(rising(tail)));
            });
        }
        return List.copyOf(broken.left);
    }

    private static List<Stroke> longestFirst(List<Stroke> strokes, double least) {
        return strokes.stream()
                .filter(stroke -> !stroke.closed() && stroke.length() >= least)
                .sorted(Comparator.comparingDouble(Stroke::length).reversed())
                .toList();
    }

    /** A long line without a vertex is no stroke through a column when the short arm of a tick ends at its foot. */
    private Optional<Stroke> arm(Stroke tail) {
        double height = tail.bottom() - tail.top();
        if (height >= COLUMN || meets(rising(tail).reversed()) || !Shape.bottoms(tail.line(), Anchor.RISE).isEmpty()) {
            return Optional.empty();
        }
        Trace up = rising(tail).line();
        return left.stream()
                .filter(arm -> arm != tail && !arm.closed() && arm.length() >= MARK && arm.length() < tail.length())
                .filter(arm -> !meets(rising(arm).reversed()))
                .filter(arm -> near(rising(arm).line(), up))
                .min(Comparator.comparingDouble(arm -> distance(rising(arm).line(), up)));
    }

    private static boolean near(Trace arm, Trace tail) {
        return distance(arm, tail) <= FOOT && arm.y(0) - arm.y(arm.last()) >= Anchor.RISE;
    }

    private static double distance(Trace a, Trace b) {
        return Math.hypot(a.x(0) - b.x(0), a.y(0) - b.y(0));
    }

    /** From its lower end to the upper one. */
    private static Stroke rising(Stroke stroke) {
        return stroke.line().y(0) >= stroke.line().y(stroke.line().last()) ? stroke : stroke.reversed();
    }

    /** The line with all that goes on from its last point. */
    private Stroke grown(Stroke stem) {
        Stroke whole = stem;
        Optional<Stroke> next = next(whole);
        while (next.isPresent()) {
            whole = whole.then(next.get());
            next = next(whole);
        }
        return whole;
    }

    private Optional<Stroke> next(Stroke stem) {
        if (meets(stem)) {
            return Optional.empty();
        }
        Onward onward = new Onward(stem.line());
        Stroke nearest = null;
        Optional<Stroke> turned = Optional.empty();
        double least = Double.MAX_VALUE;
        for (Stroke piece : left) {
            Optional<Trace> way = piece.closed() ? Optional.empty() : onward.to(piece.line());
            if (way.isPresent() && onward.ahead(way.get(), 0) < least) {
                Stroke on = way.get() == piece.line() ? piece : piece.reversed();
                if (!meets(on.reversed()) && ours(stem, piece) && height(stem, piece) < COLUMN) {
                    least = onward.ahead(way.get(), 0);
                    nearest = piece;
                    turned = Optional.of(on);
                }
            }
        }
        left.remove(nearest);
        return turned;
    }

    private static double height(Stroke one, Stroke other) {
        return Math.max(one.bottom(), other.bottom()) - Math.min(one.top(), other.top());
    }

    private static boolean meets(Stroke stroke) {
        return stroke.passes().stream().anyMatch(pass -> pass.at() >= stroke.length() - MET);
    }

    private boolean ours(Stroke stem, Stroke piece) {
        if (piece.length() + 2 * piece.halfWidth() < MARK) {
            return true;
        }
        Anchor here = Anchor.of(piece, cells);
        Anchor there = Anchor.of(stem, cells);
        return cells.cellAt(here.x(), here.y()).equals(cells.cellAt(there.x(), there.y()));
    }
}
