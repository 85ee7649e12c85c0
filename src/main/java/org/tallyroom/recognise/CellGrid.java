package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.PageLayout;

/** The option cells and their boxes on the patch's grid, in dots. */
final class CellGrid {

    private final List<Spot> spots;

    private CellGrid(List<Spot> spots) {
        this.spots = spots;
    }

    /** One option's cell; {@code row} and {@code column} count from 0. */
    record Spot(int row, int column, Area cell, Area box) {}

    record Area(double left, double top, double right, double bottom) {

        boolean contains(double x, double y) {
            return x >= left && x <= right && y >= top && y <= bottom;
        }

        Area grown(double by) {
            return new Area(left - by, top - by, right + by, bottom + by);
        }

        /** How far inside the nearest edge; negative outside. */
        double depth(double x, double y) {
            return Math.min(Math.min(x - left, right - x), Math.min(y - top, bottom - y));
        }
    }

    static CellGrid of(AnswerPatch patch, PageLayout layout) {
        List<Spot> spots = new ArrayList<>();
        for (int r = 0; r < layout.rows().size(); r++) {
            List<PageLayout.Cell> cells = layout.rows().get(r).cells();
            for (int c = 0; c < cells.size(); c++) {
                spots.add(new Spot(r, c, area(patch, cells.get(c).cell()), area(patch, cells.get(c).box())));
            }
        }
        return new CellGrid(spots);
    }

    List<Spot> spots() {
        return spots;
    }

    Optional<Spot> cellAt(double x, double y) {
        return spots.stream().filter(s -> s.cell().contains(x, y)).findFirst();
    }

    /** The cell whose box, grown by {@code by} dots, holds the point. */
    Optional<Spot> boxAt(double x, double y, double by) {
        return spots.stream().filter(s -> s.box().grown(by).contains(x, y)).findFirst();
    }

    private static Area area(AnswerPatch patch, RectMm mm) {
        return new Area(patch.column(mm.x()), patch.row(mm.y()), patch.column(mm.right()), patch.row(mm.bottom()));
    }
}
