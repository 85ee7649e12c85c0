package org.tallyroom.recognise;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.PageLayout;

/**
 * Whether a row's cells can be seen at all. A cell whose own print is not where it was printed lies beneath a sticker,
 * a strip of correction tape or a folded corner, or has been torn off: no ink there is no blank row.
 */
final class RowSight {

    /** How far beside its place a printed line is looked for, dots: 0.4 mm, all that a believed fit leaves over. */
    private static final int REACH = 4;

    /** Distance of the looked-at places along a line, mm, and of the first and last from its ends, where lines meet. */
    private static final double EVERY_MM = 0.5;

    private static final double ENDS_MM = 0.4;

    /**
     * Darkness of a line that is there, as a share of the page's usual one. Of copies of the third generation all boxes
     * show 0.8 of their outline at 0.3, some only a half of it at 0.5; tape shows less than 0.1 of its own.
     */
    private static final double THERE = 0.3;

    /** A page on which lines are usually no darker than this has none to be missed, ratio of solid print. */
    private static final double LEAST = 0.05;

    /** Share of a box's outline: one of its four sides may be lost by a copier or a fax, not a good part of two. */
    private static final double OF_BOX = 0.7;

    /** Share of the rules around a cell: the tip of a folded corner hides 0.2 of them, and its shadow is a tick's. */
    private static final double OF_CELL = 0.9;

    /** The same in black and white, where rules get lost: fax pages of 98 lines an inch show 0.8 at least. */
    private static final double OF_CELL_BILEVEL = 0.75;

    private final RegisteredPage page;
    private final Lines boxes;
    private final Lines rules;

    private RowSight(RegisteredPage page, Lines boxes, Lines rules) {
        this.page = page;
        this.boxes = boxes;
        this.rules = rules;
    }

    static RowSight of(RegisteredPage page, AnswerPatch patch) {
        return new RowSight(
                page,
                Lines.of(page, cell -> darkness(patch, PrintedLine.box(cell))),
                Lines.of(page, cell -> darkness(patch, PrintedLine.rules(page.layout(), cell.cell()))));
    }

    /** Ratio 0..1: of the row's worst cell, how much lies in the picture; 0 when its print is hidden. */
    double seen(PageLayout.Row row) {
        return row.cells().stream()
                .mapToDouble(cell -> isHidden(cell) ? 0 : inPicture(cell.cell()))
                .min()
                .orElse(1);
    }

    private boolean isHidden(PageLayout.Cell cell) {
        return page.hidden().contains(cell.cell())
                || !page.faint() && (boxes.share(cell) < OF_BOX || rules.share(cell) < ofCell());
    }

    private double ofCell() {
        return page.image().bilevel() ? OF_CELL_BILEVEL : OF_CELL;
    }

    /** How dark the printed lines of each cell are, place by place, and those of the page usually. */
    private static final class Lines {
        private final Map<PageLayout.Cell, double[]> darkness;
        private final double usual;

        private Lines(Map<PageLayout.Cell, double[]> darkness) {
            double[] sorted = darkness.values().stream().flatMapToDouble(Arrays::stream).sorted().toArray();
            this.darkness = darkness;
            this.usual = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        }

        static Lines of(RegisteredPage page, Function<PageLayout.Cell, double[]> look) {
            Map<PageLayout.Cell, double[]> darkness = new IdentityHashMap<>();
            page.layout().rows().forEach(row -> row.cells().forEach(cell -> darkness.put(cell, look.apply(cell))));
            return new Lines(darkness);
        }

        /** Ratio 0..1 of the places where a line is to be seen. */
        double share(PageLayout.Cell cell) {
            double[] dark = darkness.get(cell);
            long there = Arrays.stream(dark).filter(level -> level >= THERE * usual).count();
            return usual < LEAST || dark.length == 0 ? 1 : (double) there / dark.length;
        }
    }

    private double inPicture(RectMm area) {
        int inside = 0;
        for (int i = 0; i <= 4; i++) {
            for (int k = 0; k <= 4; k++) {
                PointMm place = new PointMm(area.x() + area.width() * i / 4, area.y() + area.height() * k / 4);
                inside += page.isInPicture(place) ? 1 : 0;
            }
        }
        return inside / 25.0;
    }

    private static double[] darkness(AnswerPatch patch, List<PrintedLine> lines) {
        return lines.stream()
                .flatMapToDouble(line -> {
                    double length = Math.max(0, line.length() - 2 * ENDS_MM);
                    int places = (int) (length / EVERY_MM) + 1;
                    return IntStream.range(0, places)
                            .mapToDouble(i -> darkest(patch, line, line.from() + ENDS_MM + (i + 0.5) * length / places));
                })
                .toArray();
    }

    private static double darkest(AnswerPatch patch, PrintedLine line, double along) {
        int x = (int) (line.level() ? patch.column(along) : patch.column(line.at()));
        int y = (int) (line.level() ? patch.row(line.at()) : patch.row(along));
        double darkest = 0;
        for (int i = -REACH; i <= REACH; i++) {
            darkest = Math.max(darkest, line.level() ? patch.dark(x, y + i) : patch.dark(x + i, y));
        }
        return darkest;
    }
}
