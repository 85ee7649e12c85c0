package org.tallyroom.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Puts strips on pages, one below the other. */
final class PageFlow {

    /** The type area of a work form: binding room left and right, a foot for page number and digests. */
    static final double LEFT_MM = 24;

    static final double WIDTH_MM = 162;
    private static final double TOP_MM = 22;
    private static final double BOTTOM_MM = 272;

    private final List<List<Placed>> pages = new ArrayList<>();
    private double y;

    PageFlow() {
        newPage();
    }

    void newPage() {
        pages.add(new ArrayList<>());
        y = TOP_MM;
    }

    double room() {
        return BOTTOM_MM - y;
    }

    static double wholePage() {
        return BOTTOM_MM - TOP_MM;
    }

    /** On the next page if it does not fit on this one. */
    void place(Strip strip) {
        if (strip.heightMm() > room() && y > TOP_MM) {
            newPage();
        }
        pages.get(pages.size() - 1).add(new Placed(strip, y));
        y += strip.heightMm();
    }

    int pages() {
        return pages.size();
    }

    void draw(int page, Canvas canvas) throws IOException {
        for (Placed placed : pages.get(page)) {
            placed.strip.drawing().on(canvas, placed.topMm);
        }
    }

    private record Placed(Strip strip, double topMm) {}
}
