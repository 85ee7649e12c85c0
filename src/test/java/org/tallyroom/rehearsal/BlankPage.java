package org.tallyroom.rehearsal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageLayout;

/** A sheet of white paper with answer cells but no print, so that every dark pixel is a pen's. */
final class BlankPage {

    static final int DPI = 300;
    static final List<String> OPTIONS = List.of("good", "fair", "poor");

    private BlankPage() {}

    static PageLayout layout(int rows) {
        List<PageLayout.Row> answers = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            List<PageLayout.Cell> cells = new ArrayList<>();
            for (int j = 0; j < OPTIONS.size(); j++) {
                RectMm cell = new RectMm(120 + 18 * j, 60 + 20 * i, 18, 10);
                RectMm box = new RectMm(cell.x() + 6.5, cell.y() + 2.5, 5, 5);
                cells.add(new PageLayout.Cell(OPTIONS.get(j), cell, box, 0.25));
            }
            answers.add(new PageLayout.Row("i" + i, cells));
        }
        List<RectMm> codes = List.of(new RectMm(175, 12, 23, 23));
        return new PageLayout(
                1, 210, 297, List.of(), codes, List.of(), List.of(), List.of(), List.of(), answers);
    }

    static PageImage paper() {
        byte[] white = new byte[2480 * 3508];
        Arrays.fill(white, (byte) 255);
        return PageImage.ofGray(2480, 3508, white);
    }

    /** The smallest rectangle around all that is darker than this gray, in mm; of no size when nothing is. */
    static RectMm inked(PageImage page, int darkerThan) {
        double mm = 210.0 / page.width();
        int left = page.width();
        int top = page.height();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                if (page.gray(x, y) < darkerThan) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return new RectMm(left * mm, top * mm, Math.max(0, right - left) * mm, Math.max(0, bottom - top) * mm);
    }
}
