package org.tallyroom.recognise;

import java.util.List;
import java.util.Optional;

/**
 * The end of a tail that print cut off looks like a mark in the cell it reaches into. Whatever is small and lies close to
 * a stroke of another cell, and every line that ends there, may be that stroke's end and marks no cell for certain.
 */
final class Nubs {

    /** Larger things are marks of their own, dots: 2.5 mm. */
    private static final double SMALL = 25;

    /** The widest way between the two sides of print, dots: 1.2 mm. */
    private static final double CLOSE = 12;

    private Nubs() {}

    static List<PageInk.Pen> opened(List<PageInk.Pen> pens, CellGrid cells) {
        return pens.stream()
                .map(pen -> loose(pen) ? opened(pen, pens, cells) : pen)
                .toList();
    }

    private static boolean loose(PageInk.Pen pen) {
        boolean line = pen.anchor().kind() == Anchor.Kind.LINE || pen.anchor().kind() == Anchor.Kind.OPEN;
        return pen.solid() == 0 && (pen.extent() < SMALL || line);
    }

    private static PageInk.Pen opened(PageInk.Pen pen, List<PageInk.Pen> pens, CellGrid cells) {
        Trace line = pen.stroke().line();
        Optional<CellGrid.Spot> own = cells.cellAt(line.x(line.last() / 2), line.y(line.last() / 2));
        List<PageInk.Pen> others = pens.stream()
                .filter(other -> other != pen && other.extent() >= SMALL)
                .filter(other -> !cells.cellAt(other.anchor().x(), other.anchor().y()).equals(own))
                .filter(other -> near(pen, other))
                .toList();
        if (others.isEmpty()) {
            return pen;
        }
        boolean rises = own.isPresent()
                && pen.stroke().straight()
                && !fits(pen, own.get())
                && others.stream().allMatch(other -> below(other, own.get(), cells));
        return pen.at(rises ? pen.anchor().tail() : pen.anchor().open());
    }

    /** Whether a line could be meant for the box that it is centred on. */
    private static boolean fits(PageInk.Pen pen, CellGrid.Spot spot) {
        Trace line = pen.stroke().line();
        boolean centred = spot.box().contains(line.x(line.last() / 2), line.y(line.last() / 2));
        return centred && (pen.stroke().top() >= spot.cell().top() || pen.extent() < SMALL);
    }

    private static boolean below(PageInk.Pen other, CellGrid.Spot spot, CellGrid cells) {
        return cells.cellAt(other.anchor().x(), other.anchor().y())
                .filter(home -> home.row() > spot.row())
                .isPresent();
    }

    private static boolean near(PageInk.Pen pen, PageInk.Pen other) {
        CellGrid.Area around = new CellGrid.Area(
                        other.stroke().left(), other.stroke().top(), other.stroke().right(), other.stroke().bottom())
                .grown(CLOSE + other.stroke().halfWidth() + SMALL);
        Trace way = pen.stroke().line();
        if (!around.contains(way.x(0), way.y(0)) && !around.contains(way.x(way.last()), way.y(way.last()))) {
            return false;
        }
        if (pen.extent() >= SMALL) {
            return touches(way.x(0), way.y(0), other) || touches(way.x(way.last()), way.y(way.last()), other);
        }
        for (int i = 0; i < pen.dots().count(); i++) {
            for (int k = 0; k < other.dots().count(); k++) {
                if (Math.hypot(pen.dots().x(i) - other.dots().x(k), pen.dots().y(i) - other.dots().y(k)) <= CLOSE) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean touches(double x, double y, PageInk.Pen other) {
        double reach = CLOSE + other.stroke().halfWidth();
        for (int k = 0; k < other.dots().count(); k++) {
            if (Math.hypot(x - other.dots().x(k), y - other.dots().y(k)) <= reach) {
                return true;
            }
        }
        return false;
    }
}
