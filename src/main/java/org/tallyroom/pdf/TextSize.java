package org.tallyroom.pdf;

import org.tallyroom.layout.TextMetrics;

/** How large and how heavy a report's text is. */
enum TextSize {
    /** Official tables have a title of 18 to 22 pt (domain.md §C.1). */
    TITLE(20, true),
    HEADING(13, true),
    BODY(12, false),
    STRONG(12, true),
    CELL(10.5, false),
    CELL_STRONG(10.5, true),
    HEAD_SMALL(9, true),
    HEAD_LEAST(7.5, true),
    NOTE(9, false),
    FOOT(8, false);

    /** Lines stand one and a half times the size apart, as in official documents. */
    private static final double LINE = 1.5;

    /** Of the size: where a Chinese character's middle is above its baseline. */
    private static final double MIDDLE = 0.36;

    private final double pt;
    private final boolean bold;

    TextSize(double pt, boolean bold) {
        this.pt = pt;
        this.bold = bold;
    }

    double pt() {
        return pt;
    }

    boolean bold() {
        return bold;
    }

    double lineMm() {
        return pt * TextMetrics.MM_PER_PT * LINE;
    }

    /** From the top of a line to its baseline. */
    double baselineMm() {
        return lineMm() / 2 + pt * TextMetrics.MM_PER_PT * MIDDLE;
    }
}
