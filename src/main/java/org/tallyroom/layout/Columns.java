package org.tallyroom.layout;

import org.tallyroom.geometry.RectMm;

/**
 * The table's columns in mm: group, item, and one for each option. The table stands between the table marks; 25 mm at
 * the left stay free for binding (domain.md §C.3).
 *
 * @param options how many option columns there are
 */
record Columns(int options) {

    static final int FEWEST_OPTIONS = 2;
    static final int MOST_OPTIONS = 7;

    static final double LEFT = 25.6;
    static final double RIGHT = PageFrame.WIDTH_MM - LEFT;
    static final double GROUP_WIDTH = 22;
    static final double ROW_HEIGHT = 10;

    /** A tick is 10 to 14 mm wide and its tail runs into the next cell: 18 mm leave room for both. */
    private static final double WIDE = 18;

    private static final int MOST_WIDE = 4;

    /** Where five and more options share the width, mm; 11 is the least that keeps two ticks apart. */
    private static final double[] NARROW = {15.5, 13.25, 11.5};

    private static final double WIDE_BOX = 5;
    private static final double NARROW_BOX = 4.5;
    private static final double BOX_LINE = 0.25;

    double optionWidth() {
        return options <= MOST_WIDE ? WIDE : NARROW[options - MOST_WIDE - 1];
    }

    double itemLeft() {
        return LEFT + GROUP_WIDTH;
    }

    double optionsLeft() {
        return RIGHT - options * optionWidth();
    }

    double optionLeft(int index) {
        return optionsLeft() + index * optionWidth();
    }

    PageLayout.Cell cell(String option, int index, double top) {
        RectMm cell = new RectMm(optionLeft(index), top, optionWidth(), ROW_HEIGHT);
        double side = options <= MOST_WIDE ? WIDE_BOX : NARROW_BOX;
        RectMm box = new RectMm(cell.centre().x() - side / 2, cell.centre().y() - side / 2, side, side);
        return new PageLayout.Cell(option, cell, box, BOX_LINE);
    }
}
