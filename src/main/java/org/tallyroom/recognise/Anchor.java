package org.tallyroom.recognise;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a stroke says what it marks, on the patch's grid in dots.
 *
 * @param margin how far it would have to move to mark another cell; 0 when it may as well mark another one already
 */
record Anchor(Kind kind, double x, double y, double margin) {

    enum Kind {
        /** The lowest vertex of a tick. */
        VERTEX,
        /** The enclosed centre of a loop. */
        LOOP,
        /** The middle, or for a long stroke the lower end, of a line without a vertex. */
        LINE,
        /** It runs through several rows and marks none. */
        THROUGH,
        /** It rises from ink of a row below, as the long arm of a tick does whose vertex is crossed out. */
        TAIL,
        /** It lies along a printed line and may be nothing but that line. */
        PRINT,
        /** Its middle and its lower end lie in different cells and neither is preferred. */
        OPEN
    }

    /** A vertex turns up again on both sides by this much, dots: 0.4 mm. */
    static final double RISE = 4;

    /** Up to this length a line without a vertex is one short mark around its middle, dots: 7 mm. */
    private static final double SHORT = 70;

    /** A stroke through two boxes that is taller than this, or without a vertex, marks a column, dots. */
    private static final double TALL = 180;

    /** Way at a line's lower end in which a tick without a rising arm has its corner, dots: 3 mm. */
    private static final int HOOK = 30;

    /** An arm shorter than this may have a hook, dots: 8 mm, the short arm of a large tick. */
    private static final double ARM = 80;

    /** Distance of an arm's ends over its length at least. */
    private static final double STRAIGHT = 0.8;

    /** Way in another cell, its outer millimetre left out, from which a crooked line may mark that cell, dots: 3 mm. */
    private static final int LINE_ELSEWHERE = 30;

    /** The same for a loop, which may be large, dots: 5 mm. */
    private static final int LOOP_ELSEWHERE = 50;

    /** How far below its row a line begins that was not drawn for it, dots: 1 mm, an overshot rule. */
    private static final double BELOW = 10;

    /** How near a box a stroke begins that was meant for it, dots: 1 mm. */
    private static final double NEAR = 10;

    /** Share of the way from the rule to the next box: a vertex beyond it means the row that it lies in. */
    private static final double OVER = 0.8;

    /** With less than this to spare it may as well mean that row, dots: 0.8 mm. */
    private static final double CLEARLY = 8;

    /** Share of a hanging tick that lies outside the cell of its vertex. */
    private static final double MOSTLY = 0.6;

    static Anchor of(Stroke stroke, CellGrid cells) {
        Optional<Shape.Loop> loop = Shape.loop(stroke);
        Trace line = stroke.line();
        if (loop.isPresent()) {
            Anchor centre = at(Kind.LOOP, loop.get().x(), loop.get().y(), cells);
            return entersOthers(line, centre, cells) || !atBox(centre, cells) && marksOthers(line, centre, cells, LOOP_ELSEWHERE)
                    ? centre.open()
                    : centre;
        }
        List<Integer> bottoms = Shape.bottoms(line, RISE);
        double height = stroke.bottom() - stroke.top();
        if (height >= 110 && boxesCrossed(line, cells) > 1 && (height >= TALL || bottoms.isEmpty())) {
            if (height < TALL && hooked(stroke)) {
                int foot = line.y(0) > line.y(line.last()) ? 0 : line.last();
                return at(Kind.VERTEX, line.x(foot), line.y(foot), cells);
            }
            return at(Kind.THROUGH, line.x(line.last() / 2), line.y(line.last() / 2), cells);
        }
        if (!bottoms.isEmpty()) {
            int lowest = bottoms.stream().max((a, b) -> Double.compare(line.y(a), line.y(b))).orElseThrow();
            Anchor vertex = at(Kind.VERTEX, line.x(lowest), line.y(lowest), cells);
            Optional<Anchor> hanging = hanging(line, vertex, cells);
            if (hanging.isPresent()) {
                return hanging.get();
            }
            boolean plain = straight(line, 0, lowest) && straight(line, lowest, line.last());
            boolean elsewhere = atBox(vertex, cells)
                    ? entersOthers(line, vertex, cells)
                    : marksOthers(line, vertex, cells, LINE_ELSEWHERE);
            return !plain && elsewhere ? vertex.open() : vertex;
        }
        return ofLine(stroke, cells);
    }

    Anchor along(boolean print) {
        return print ? new Anchor(Kind.PRINT, x, y, margin) : this;
    }

    Anchor tail() {
        return new Anchor(Kind.TAIL, x, y, 0);
    }

    Anchor open() {
        return new Anchor(Kind.OPEN, x, y, 0);
    }

    /**
     * A large tick around its box has its vertex below it, in the next row when it is large enough: it hangs over the
     * rule by a little, stays out of the box there and runs through the box that it means, or around it.
     */
    private static Optional<Anchor> hanging(Trace line, Anchor vertex, CellGrid cells) {
        Optional<CellGrid.Spot> below = cells.cellAt(vertex.x(), vertex.y());
        if (below.filter(spot -> inside(line, spot.box().grown(-RISE)) > 0).isPresent()) {
            return Optional.empty();
        }
        return cells.spots().stream()
                .filter(spot -> !below.equals(Optional.of(spot)))
                .max(Comparator.comparingDouble(spot -> inside(line, spot.cell())))
                .flatMap(spot -> hung(line, vertex, spot, below.orElse(spot)));
    }

    /** Most of it lies in the cell it hangs from and it keeps away from the box below, or it may mean either. */
    private static Optional<Anchor> hung(Trace line, Anchor vertex, CellGrid.Spot from, CellGrid.Spot below) {
        double spare = OVER * (below.box().top() - below.cell().top()) + from.cell().depth(vertex.x(), vertex.y());
        int above = inside(line, from.cell());
        boolean mostly = from == below
                ? above >= MOSTLY * line.points()
                : above > inside(line, below.cell()) && inside(line, below.cell()) <= (1 - MOSTLY) * line.points();
        boolean through = inside(line, from.box()) >= LOOP_ELSEWHERE / 3;
        double x = (from.box().left() + from.box().right()) / 2;
        double y = (from.box().top() + from.box().bottom()) / 2;
        boolean reaches = through || around(line, x, y);
        boolean touches = inside(line, from.box()) >= CLEARLY;
        if (spare < -CLEARLY && !(mostly && reaches) || !mostly && !touches) {
            return Optional.empty();
        }
        boolean clear = spare >= CLEARLY
                && mostly
                && reaches
                && (from == below || inside(line, below.box().grown(NEAR)) == 0);
        return Optional.of(clear ? new Anchor(Kind.VERTEX, x, y, spare) : vertex.open());
    }

    /** Whether the arms rise on both sides of a place. */
    private static boolean around(Trace line, double x, double y) {
        boolean left = false;
        boolean right = false;
        for (int i = 0; i <= line.last(); i++) {
            left |= line.y(i) <= y && line.x(i) < x;
            right |= line.y(i) <= y && line.x(i) > x;
        }
        return left && right;
    }

    /** Whether a line's lower end turns sharply: a tick whose short arm hardly rises. */
    private static boolean hooked(Stroke stroke) {
        Trace line = stroke.line();
        Trace foot = line.y(0) > line.y(line.last())
                ? line.part(0, HOOK)
                : line.part(line.last() - HOOK, line.last());
        return Shape.corners(new Stroke(foot, false, stroke.halfWidth(), List.of())) > 0;
    }

    /** An arm of a tick: short, or going where it goes without detours. */
    private static boolean straight(Trace line, int from, int to) {
        double chord = Math.hypot(line.x(to) - line.x(from), line.y(to) - line.y(from));
        return to - from < ARM || chord >= STRAIGHT * (to - from);
    }

    /** Whether the line runs so far inside another cell that only a plain form may do that as a mere tail. */
    private static boolean marksOthers(Trace line, Anchor anchor, CellGrid cells, int far) {
        return cells.spots().stream()
                .filter(spot -> !spot.cell().contains(anchor.x(), anchor.y()))
                .anyMatch(spot -> inside(line, spot.box().grown(NEAR)) >= LOOP_ELSEWHERE / 3
                        || inside(line, spot.cell().grown(-NEAR)) >= far);
    }

    /** What is anchored at its own box may bulge into the next row, but not into the box there. */
    private static boolean entersOthers(Trace line, Anchor anchor, CellGrid cells) {
        return cells.spots().stream()
                .filter(spot -> !spot.cell().contains(anchor.x(), anchor.y()))
                .anyMatch(spot -> inside(line, spot.box()) >= LOOP_ELSEWHERE / 3);
    }

    private static boolean atBox(Anchor anchor, CellGrid cells) {
        return cells.boxAt(anchor.x(), anchor.y(), NEAR).isPresent();
    }

    private static int inside(Trace line, CellGrid.Area area) {
        int inside = 0;
        for (int i = 0; i <= line.last(); i++) {
            inside += area.contains(line.x(i), line.y(i)) ? 1 : 0;
        }
        return inside;
    }

    private static Anchor ofLine(Stroke stroke, CellGrid cells) {
        Trace line = stroke.line();
        int middle = line.last() / 2;
        int low = line.y(0) > line.y(line.last()) ? 0 : line.last();
        Anchor centre = at(Kind.LINE, line.x(middle), line.y(middle), cells);
        if (stroke.length() <= SHORT) {
            return comesFromBelow(centre, line.y(low), cells) ? centre.open() : centre;
        }
        Anchor foot = at(Kind.LINE, line.x(low), line.y(low), cells);
        Optional<CellGrid.Spot> atFoot = cells.cellAt(foot.x(), foot.y());
        Optional<CellGrid.Spot> atCentre = cells.cellAt(centre.x(), centre.y());
        if (atFoot.equals(atCentre)) {
            return foot.margin() > centre.margin() ? foot : centre;
        }
        Optional<CellGrid.Spot> footBox = cells.boxAt(foot.x(), foot.y(), NEAR);
        Optional<CellGrid.Spot> centreBox = cells.boxAt(centre.x(), centre.y(), NEAR);
        if (footBox.isPresent() && centreBox.isEmpty()) {
            return foot;
        }
        if (centreBox.isPresent() && footBox.isEmpty() && !comesFromBelow(centre, foot.y(), cells)) {
            return centre;
        }
        return new Anchor(Kind.OPEN, foot.x(), foot.y(), 0);
    }

    /** A line that begins below its row may be the tail of what was marked there and crossed out. */
    private static boolean comesFromBelow(Anchor centre, double lowest, CellGrid cells) {
        return cells.cellAt(centre.x(), centre.y())
                .filter(spot -> lowest > spot.cell().bottom() + BELOW)
                .isPresent();
    }

    static Anchor at(Kind kind, double x, double y, CellGrid cells) {
        return cells.cellAt(x, y)
                .map(spot -> new Anchor(kind, x, y, spot.cell().depth(x, y)))
                .orElse(new Anchor(kind == Kind.THROUGH ? kind : Kind.OPEN, x, y, 0));
    }

    /** The most boxes of one column that the line runs through for at least 2 mm. */
    private static long boxesCrossed(Trace line, CellGrid cells) {
        return cells.spots().stream()
                .filter(spot -> inside(line, spot.box()) >= 20)
                .collect(Collectors.groupingBy(CellGrid.Spot::column, Collectors.counting()))
                .values()
                .stream()
                .max(Long::compare)
                .orElse(0L);
    }
}
