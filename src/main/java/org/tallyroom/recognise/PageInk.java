package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.PageLayout;

/**
 * All ink in a page's answer area, as strokes and solid patches with their anchors.
 *
 * @param ink all that is darker than paper and not print
 * @param band where print may hide ink
 * @param shift how far, in mm, each printed box line was found from its expected place, in the order of the boxes
 */
record PageInk(AnswerPatch patch, CellGrid cells, Bitmap ink, Bitmap band, List<Pen> pens, List<Double> shift) {

    /** The frame around the answer cells that is looked at, mm: the outer rule has to lie inside. */
    private static final double FRAME_MM = 1;

    /** A cell with less ink than this has no solid patch, dots: 4 mm². */
    private static final int LITTLE = 400;

    /** Share of a stroke's centre line along the print from which it is no evidence of a mark. */
    private static final double ALONG_PRINT = 0.6;

    /** A thin line this near the print's band lies along it, dots: 0.2 mm. */
    private static final int BESIDE = 2;

    /** A stroke wider than this both ways lies along no single line, dots: 1 mm. */
    private static final double ONE_LINE = 10;

    /** Smaller pieces are no marks, dots: 1.25 mm. */
    static final double CRUMB = 12.5;

    /** Crumbs of the whole page that may be dust, dots: 0.3 mm². */
    private static final int CRUMBS = 30;

    /** Share of crumbs in all ink from which a pen is losing its lines. */
    private static final double CRUMBLED = 0.02;

    /** Half width of what print leaves beside its band, dots; the thinnest pen's line has 1.5. */
    private static final double SLIVER = 1.3;

    /**
     * One thing a pen did.
     *
     * @param solid diameter of the largest disc in a solid patch, dots; 0 for a line
     * @param extent dots
     * @param dots all that is inked
     */
    record Pen(Stroke stroke, Anchor anchor, double solid, double extent, double contrast, Dots dots) {

        Pen at(Anchor other) {
            return new Pen(stroke, other, solid, extent, contrast, dots);
        }
    }

    /**
     * Whether a good part of the ink is in pieces too small for a mark: what a threshold leaves of a pen almost as light
     * as it. Of simulated pages in black and white, those of pens that kept their ink had at most 0.012, those on which
     * whole marks were lost 0.04 to 0.6.
     */
    boolean crumbles() {
        long crumbs = dots(pens.stream().filter(pen -> pen.solid() == 0 && pen.extent() < CRUMB));
        return crumbs >= CRUMBS && crumbs >= CRUMBLED * dots(pens.stream());
    }

    /** What shows nothing of bare paper. */
    FaintInk faint() {
        return new FaintInk(patch, band.with(ink), cells);
    }

    private static long dots(Stream<Pen> pens) {
        return pens.filter(pen -> pen.anchor().kind() != Anchor.Kind.PRINT)
                .mapToLong(pen -> pen.dots().count())
                .sum();
    }

    static PageInk of(RegisteredPage page) {
        RectMm area = page.layout().rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(PageLayout.Cell::cell)
                .reduce(RectMm::union)
                .orElseThrow()
                .grow(FRAME_MM);
        AnswerPatch patch = AnswerPatch.of(page, area);
        List<PrintedLine> lines = new ArrayList<>();
        page.layout().rows().forEach(row -> row.cells().forEach(cell -> lines.addAll(PrintedLine.box(cell))));
        int boxes = lines.size();
        lines.addAll(PrintedLine.rules(page.layout(), area));
        List<PrintedLine> found = PrintFit.fit(patch, lines);
        List<Double> shift = new ArrayList<>();
        for (int i = 0; i < boxes; i++) {
            shift.add(Math.abs(found.get(i).at() - lines.get(i).at()));
        }
        CellGrid cells = CellGrid.of(patch, page.layout());
        PrintBlur blur = PrintBlur.of(patch, page, found);
        Bitmap band = PrintBand.of(patch, found, blur);
        Bitmap rest = InkMinusPrint.of(blur.takenAway(found), band);
        blur.giveBack(rest, found);
        Bitmap ink = inCells(rest, cells);
        EnclosedPrint.fill(ink, band);
        return new PageInk(patch, cells, ink, band, pens(patch, ink, band, cells), shift);
    }

    /** Item texts, column heads and whatever else is printed around the answer cells is not looked at. */
    private static Bitmap inCells(Bitmap ink, CellGrid cells) {
        Bitmap mask = new Bitmap(ink.width(), ink.height());
        for (CellGrid.Spot spot : cells.spots()) {
            mask.fill(
                    (int) Math.floor(spot.cell().left()),
                    (int) Math.floor(spot.cell().top()),
                    (int) Math.floor(spot.cell().right()),
                    (int) Math.floor(spot.cell().bottom()));
        }
        return ink.and(mask);
    }

    private static List<Pen> pens(AnswerPatch patch, Bitmap ink, Bitmap band, CellGrid cells) {
        Rings.Found rings = Rings.in(ink, cells);
        Bitmap solid = solid(rings.rest(), cells);
        Bitmap lines = rings.rest().without(solid);
        DistanceField widths = DistanceField.inside(lines);
        StrokeGraph graph = GraphTracing.of(Thinning.of(lines), widths);
        GraphCleaning.clean(graph);
        Bitmap hiding = band.with(rings.covered());
        List<Stroke> strokes = new ArrayList<>(rings.circles());
        List<Stroke> traced = BottomSplitting.split(StrokeTracing.of(graph, widths, hiding), cells);
        Map<Boolean, List<Stroke>> along =
                traced.stream().collect(Collectors.partitioningBy(stroke -> alongPrint(stroke, band)));
        strokes.addAll(along.get(true));
        strokes.addAll(BrokenLines.joined(along.get(false), cells));
        InkShare share = InkShare.of(patch, ink.without(solid), band, strokes);
        List<Pen> pens = new ArrayList<>(SolidPatches.of(patch, solid, cells));
        for (int s = 0; s < strokes.size(); s++) {
            boolean hidden = alongPrint(strokes.get(s), band) && !standsOut(share.dots(s), band);
            Anchor anchor = Anchor.of(strokes.get(s), cells).along(hidden);
            pens.add(new Pen(strokes.get(s), anchor, 0, share.extent(s), share.contrast(s), share.dots(s)));
        }
        return Nubs.opened(pens, cells);
    }

    private static Bitmap solid(Bitmap ink, CellGrid cells) {
        Bitmap solid = new Bitmap(ink.width(), ink.height());
        for (CellGrid.Spot spot : cells.spots()) {
            if (count(ink, spot.cell()) >= LITTLE) {
                CellGrid.Area near = spot.cell().grown(10);
                int[] window = {(int) near.left(), (int) near.top(), (int) near.right(), (int) near.bottom()};
                SolidInk.mark(ink, window, solid);
            }
        }
        return solid;
    }

    /** A sliver beside a printed line may be that line, a little wider than the others. */
    private static boolean alongPrint(Stroke stroke, Bitmap band) {
        int hidden = 0;
        for (int i = 0; i <= stroke.line().last(); i++) {
            int x = (int) stroke.line().x(i);
            int y = (int) stroke.line().y(i);
            hidden += band.at(x, y) || stroke.halfWidth() <= SLIVER && near(band, x, y) ? 1 : 0;
        }
        double across = Math.min(stroke.right() - stroke.left(), stroke.bottom() - stroke.top());
        return across <= ONE_LINE && hidden > ALONG_PRINT * stroke.line().points();
    }

    /** A dot on a printed line is seen on both sides of it, farther than the line's own edges reach. */
    private static boolean standsOut(Dots dots, Bitmap band) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < dots.count(); i++) {
            int x = dots.x(i);
            int y = dots.y(i);
            if (!near(band, x, y)) {
                left = Math.min(left, x);
                top = Math.min(top, y);
                right = Math.max(right, x + 1);
                bottom = Math.max(bottom, y + 1);
            }
        }
        double across = Math.min(right - left, bottom - top);
        return across >= CRUMB / 2 && Math.max(right - left, bottom - top) >= CRUMB;
    }

    private static boolean near(Bitmap band, int x, int y) {
        return band.at(x, y)
                || band.at(x - BESIDE, y)
                || band.at(x + BESIDE, y)
                || band.at(x, y - BESIDE)
                || band.at(x, y + BESIDE);
    }

    private static int count(Bitmap ink, CellGrid.Area area) {
        return ink.count((int) area.left(), (int) area.top(), (int) area.right(), (int) area.bottom());
    }
}
