package org.tallyroom.recognise;

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

    private Nubs() {}

    static List<PageInk.Pen> opened(List<PageInk.Pen> pens, CellGrid cells) {
        InkBlocks large = new InkBlocks(
                pens.stream().filter(pen -> pen.extent() >= SMALL).toList());
        return pens.stream()
                .map(pen -> loose(pen) ? opened(pen, large, cells) : pen)
                .toList();
    }

    private static boolean loose(PageInk.Pen pen) {
        boolean line = pen.anchor().kind() == Anchor.Kind.LINE || pen.anchor().kind() == Anchor.Kind.OPEN;
        return pen.solid() == 0 && (pen.extent() < SMALL || line);
    }

    private static PageInk.Pen opened(PageInk.Pen pen, InkBlocks large, CellGrid cells) {
        Trace line = pen.stroke().line();
        Optional<CellGrid.Spot> own = cells.cellAt(line.x(line.last() / 2), line.y(line.last() / 2));
        List<PageInk.Pen> others = near(pen, large)
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
