package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The end of a tail that print cut off looks like a mark in the cell it reaches into. Whatever is small and lies close to
 * a stroke of another cell, and every line that ends there, may be that stroke's end and marks no cell for certain.
 */
final class Nubs {

    /** Larger things are marks of their own, dots: 2.5 mm. */
    private static final double SMALL = 25;

    /** The widest way between the two sides of print, dots: 1.2 mm. */
    private static final double CLOSE = 12;

    /** A piece beside all boxes may be the end of a line that broke off so far before it, under print, dots: 4.5 mm. */
    private static final double FAR = 45;

    private Nubs() {}

    static List<PageInk.Pen> opened(List<PageInk.Pen> pens, CellGrid cells) {
        InkBlocks large = new InkBlocks(
                pens.stream().filter(pen -> pen.extent() >= SMALL).toList());
        List<PageInk.Pen> opened = pens.stream()
                .map(pen -> loose(pen) ? opened(pen, pens, large, cells) : pen)
                .toList();
        return followed(opened);
    }

    /** What follows on a tail in pieces is that tail, too. */
    private static List<PageInk.Pen> followed(List<PageInk.Pen> pens) {
        List<PageInk.Pen> all = new ArrayList<>(pens);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < all.size(); i++) {
                PageInk.Pen pen = all.get(i);
                if (pen.anchor().kind() == Anchor.Kind.LINE && all.stream().anyMatch(tail -> follows(pen, tail))) {
                    all.set(i, pen.at(pen.anchor().tail()));
                    changed = true;
                }
            }
        }
        return all;
    }

    private static boolean follows(PageInk.Pen pen, PageInk.Pen tail) {
        return tail.anchor().kind() == Anchor.Kind.TAIL
                && pen.solid() == 0
                && pen.extent() < SMALL
                && goesOn(tail.stroke().line(), pen.stroke().line(), FAR);
    }

    private static boolean goesOn(Trace line, Trace piece, double reach) {
        return new Onward(line, reach).to(piece).isPresent()
                || new Onward(line.reversed(), reach).to(piece).isPresent();
    }

    private static boolean loose(PageInk.Pen pen) {
        boolean line = pen.anchor().kind() == Anchor.Kind.LINE || pen.anchor().kind() == Anchor.Kind.OPEN;
        return pen.solid() == 0 && (pen.extent() < SMALL || line);
    }

    private static PageInk.Pen opened(PageInk.Pen pen, List<PageInk.Pen> pens, InkBlocks large, CellGrid cells) {
        Trace line = pen.stroke().line();
        Optional<CellGrid.Spot> own = cells.cellAt(line.x(line.last() / 2), line.y(line.last() / 2));
        double reach = own.filter(spot -> fits(pen, spot)).isPresent() ? Onward.REACH : FAR;
        List<PageInk.Pen> others = Stream.concat(near(pen, large), leading(pen, pens, reach))
                .filter(other -> other != pen)
                .distinct()
                .filter(other -> !cells.cellAt(other.anchor().x(), other.anchor().y()).equals(own))
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

    /** The lines that would have run on into this one, had their pen not skipped. */
    private static Stream<PageInk.Pen> leading(PageInk.Pen pen, List<PageInk.Pen> pens, double reach) {
        Trace line = pen.stroke().line();
        return pens.stream()
                .filter(other -> other.solid() == 0 && other.extent() >= SMALL)
                .filter(other -> other.anchor().kind() == Anchor.Kind.VERTEX || other.extent() > pen.extent())
                .filter(other -> goesOn(other.stroke().line(), line, reach));
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

    /** The pens whose ink is close to a small one, or to either end of a line. */
    private static Stream<PageInk.Pen> near(PageInk.Pen pen, InkBlocks blocks) {
        if (pen.extent() < SMALL) {
            return IntStream.range(0, pen.dots().count())
                    .boxed()
                    .flatMap(i -> blocks.near(pen.dots().x(i), pen.dots().y(i), CLOSE, false));
        }
        Trace way = pen.stroke().line();
        return Stream.of(0, way.last()).flatMap(end -> blocks.near(way.x(end), way.y(end), CLOSE, true));
    }
}
