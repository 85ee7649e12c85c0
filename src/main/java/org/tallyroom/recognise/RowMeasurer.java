package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.PageLayout;

/** Measures the ink of every answer row on a registered page. */
public final class RowMeasurer {

    /** The box's outline and its tolerance are left out of a patch, dots. */
    private static final double OUTLINE = 3;

    /** Specks and slivers of less than this share of the largest stroke's ink do not shape a cell's outline. */
    private static final double SMALL = 0.08;

    /** A dot up to this size that lies so far from a mark is no part of its outline, dots: 0.9 mm. */
    private static final double REST = 9;

    /** Farther inside a cell than a neighbour's loop or tail bulges over the rule, dots. */
    private static final double DEEP = 10;

    /** Less ink than a dot of 1.4 mm has: what remains of printed lines, or of a stroke lost with them, mm². */
    private static final double REMAINS_MM2 = 1.2;

    /** Ink in a solid patch, ratio: hatching with gaps has less, and notches that mean nothing. */
    private static final double DENSE = 0.8;

    private final RegisteredPage page;
    private final PageInk ink;
    private final RedInk red;
    private final RowSight sight;
    private final boolean lossy;
    private Optional<FaintInk> faint = Optional.empty();

    private RowMeasurer(RegisteredPage page) {
        this.page = page;
        this.red = RedInk.of(page);
        this.ink = PageInk.of(RedInk.erased(page));
        this.sight = RowSight.of(page, ink.patch());
        this.lossy = page.image().bilevel() && ink.crumbles();
    }

    /** One reading for each row of the page's layout, in its order. */
    public static List<RowReading> measure(RegisteredPage page) {
        if (page.layout().rows().isEmpty()) {
            return List.of();
        }
        RowMeasurer measurer = new RowMeasurer(page);
        List<RowReading> rows = new ArrayList<>();
        for (int r = 0; r < page.layout().rows().size(); r++) {
            rows.add(measurer.row(r));
        }
        return rows;
    }

    private RowReading row(int r) {
        PageLayout.Row row = page.layout().rows().get(r);
        RectMm place = row.cells().stream().map(PageLayout.Cell::cell).reduce(RectMm::union).orElseThrow();
        List<CellReading> cells = ink.cells().spots().stream()
                .filter(spot -> spot.row() == r)
                .map(spot -> cell(spot, row.cells().get(spot.column())))
                .toList();
        boolean lost = page.faint() && cells.stream().allMatch(cell -> cell.inkMm2() < REMAINS_MM2);
        return new RowReading(
                row.item(), place, lost ? 0 : sight.seen(row), lossy, faint(r, cells), shift(r), through(place), cells);
    }

    /** Most pages have no blank row: their paper need not be measured. */
    private FaintInk faint() {
        faint = faint.or(() -> Optional.of(ink.faint()));
        return faint.orElseThrow();
    }

    private double faint(int r, List<CellReading> cells) {
        if (cells.stream().anyMatch(cell -> cell.inkMm2() >= REMAINS_MM2)) {
            return 0;
        }
        return mm(ink.cells().spots().stream()
                .filter(spot -> spot.row() == r)
                .mapToDouble(faint()::extent)
                .max()
                .orElse(0));
    }

    private CellReading cell(CellGrid.Spot spot, PageLayout.Cell printed) {
        List<PageInk.Pen> own = ink.pens().stream().filter(pen -> owns(spot, pen)).toList();
        List<StrokeReading> strokes = own.stream().map(pen -> reading(pen, spot)).toList();
        double area = strokes.stream().mapToDouble(StrokeReading::inkMm2).sum();
        List<Stroke> lines =
                own.stream().filter(pen -> pen.solid() == 0).map(PageInk.Pen::stroke).toList();
        Hull hull = Hull.around(lines);
        int most = own.stream().mapToInt(pen -> pen.dots().count()).max().orElse(0);
        Optional<Silhouette> outline = own.stream()
                .filter(pen -> !rests(pen, own))
                .map(PageInk.Pen::dots)
                .filter(dots -> dots.count() >= SMALL * most)
                .reduce(Dots::and)
                .map(dots -> Silhouette.of(dots, lines, ink.band()));
        return new CellReading(
                printed.option(),
                area,
                mm(Crossings.longest(lines)),
                mm(Crossings.longest(Crossings.large(lines))),
                outline.map(Silhouette::hollows).orElse(0),
                own.stream().filter(pen -> pen.solid() > 0).mapToInt(this::notches).max().orElse(0),
                outline.map(Silhouette::solidity).orElse(1.0),
                hull.roundness(),
                mm(hull.inner(lines)),
                mm(hull.heart(lines)),
                mm(mm(alongPrint(spot))),
                mm(longest(spot.cell(), isOf(Anchor.Kind.OPEN).or(isOf(Anchor.Kind.TAIL)))),
                mm(longest(spot.cell().grown(-DEEP), isOf(Anchor.Kind.OPEN))),
                mm(longest(spot.cell(), pen -> rises(spot, pen))),
                mm(crossedByOthers(spot, lines)),
                mm(longest(spot.cell().grown(-DEEP), pen -> marksAnother(spot, pen))),
                stranger(spot),
                BoxFilling.of(ink, own, spot),
                red.strokeMm(printed.cell(), page.layout().rows()),
                strokes);
    }

    /** Where a pen rested beside a mark. */
    private static boolean rests(PageInk.Pen pen, List<PageInk.Pen> own) {
        return pen.extent() <= REST && own.stream().allMatch(other -> other == pen
                || pen.stroke().left() - other.stroke().right() > REST
                || other.stroke().left() - pen.stroke().right() > REST
                || pen.stroke().top() - other.stroke().bottom() > REST
                || other.stroke().top() - pen.stroke().bottom() > REST);
    }

    private int notches(PageInk.Pen patch) {
        Dots inked = patch.dots().on(ink.ink());
        return inked.count() < DENSE * patch.dots().count() ? 0 : Silhouette.of(inked).hollows();
    }

    private double alongPrint(CellGrid.Spot spot) {
        return ink.pens().stream()
                .filter(isOf(Anchor.Kind.PRINT))
                .filter(pen -> spot.cell().contains(pen.anchor().x(), pen.anchor().y()))
                .mapToDouble(pen -> pen.dots().count())
                .sum();
    }

    private static boolean owns(CellGrid.Spot spot, PageInk.Pen pen) {
        return switch (pen.anchor().kind()) {
            case VERTEX, LOOP, LINE -> spot.cell().contains(pen.anchor().x(), pen.anchor().y());
            case THROUGH, TAIL, OPEN, PRINT -> false;
        };
    }

    /** The most balanced crossing of the cell's own lines with one that marks no single cell, dots. */
    private double crossedByOthers(CellGrid.Spot spot, List<Stroke> own) {
        Predicate<PageInk.Pen> unowned = isOf(Anchor.Kind.OPEN).or(isOf(Anchor.Kind.TAIL));
        if (own.isEmpty() || longest(spot.cell(), unowned) == 0) {
            return 0;
        }
        List<Stroke> others = ink.pens().stream()
                .filter(unowned)
                .map(PageInk.Pen::stroke)
                .toList();
        List<Stroke> all = new ArrayList<>(own);
        all.addAll(others);
        return Math.max(Crossings.longest(all), Crossings.inGaps(own, others));
    }

    private double stranger(CellGrid.Spot spot) {
        return ink.pens().stream()
                .filter(RowMeasurer::mayMark)
                .map(PageInk.Pen::anchor)
                .filter(anchor -> ink.cells()
                        .cellAt(anchor.x(), anchor.y())
                        .filter(home -> home.row() != spot.row())
                        .isPresent())
                .mapToDouble(anchor -> mm(-spot.cell().depth(anchor.x(), anchor.y())))
                .min()
                .orElse(CellReading.FAR);
    }

    /** Whether it is large enough to mark the cell it is anchored in; along the print, too large for what print leaves. */
    private static boolean mayMark(PageInk.Pen pen) {
        return switch (pen.anchor().kind()) {
            case VERTEX, LOOP, LINE -> pen.extent() >= PageInk.CRUMB;
            case PRINT -> mm(mm(pen.dots().count())) >= REMAINS_MM2;
            case THROUGH, TAIL, OPEN -> false;
        };
    }

    /** A line that meets no other is a plain tail; of lines that met, one may have been taken for a part of another. */
    private static boolean marksAnother(CellGrid.Spot spot, PageInk.Pen pen) {
        return switch (pen.anchor().kind()) {
            case VERTEX, LINE -> !owns(spot, pen) && !pen.stroke().passes().isEmpty();
            case LOOP, THROUGH -> !owns(spot, pen);
            case TAIL, OPEN, PRINT -> false;
        };
    }

    private static boolean rises(CellGrid.Spot spot, PageInk.Pen pen) {
        Trace line = pen.stroke().line();
        int low = line.y(0) > line.y(line.last()) ? 0 : line.last();
        return isOf(Anchor.Kind.OPEN).or(isOf(Anchor.Kind.TAIL)).test(pen)
                && spot.cell().contains(line.x(low), line.y(low));
    }

    private static Predicate<PageInk.Pen> isOf(Anchor.Kind kind) {
        return pen -> pen.anchor().kind() == kind;
    }

    /** The longest way inside an area of a line of some kind, dots. */
    private double longest(CellGrid.Area area, Predicate<PageInk.Pen> kind) {
        double most = 0;
        for (PageInk.Pen pen : ink.pens()) {
            if (kind.test(pen)) {
                Trace line = pen.stroke().line();
                int inside = 0;
                for (int i = 0; i <= line.last(); i++) {
                    inside += area.contains(line.x(i), line.y(i)) ? 1 : 0;
                }
                boolean small = inside > 0 && pen.extent() > line.last();
                most = Math.max(most, small ? Math.min(pen.extent(), inside + 2 * pen.stroke().halfWidth()) : inside);
            }
        }
        return most;
    }

    private StrokeReading reading(PageInk.Pen pen, CellGrid.Spot spot) {
        Stroke s = pen.stroke();
        PointMm corner = ink.patch().place(s.left(), s.top());
        RectMm bounds = new RectMm(corner.x(), corner.y(), mm(s.right() - s.left()), mm(s.bottom() - s.top()));
        double enclosed = pen.solid() > 0 ? 0 : Shape.loop(s).map(Shape.Loop::area).orElse(0.0);
        return new StrokeReading(
                bounds,
                ink.patch().place(pen.anchor().x(), pen.anchor().y()),
                mm(pen.anchor().margin()),
                pen.solid() > 0 ? 0 : mm(s.length()),
                mm(2 * s.halfWidth()),
                mm(mm(pen.dots().count())),
                mm(pen.extent()),
                pen.contrast(),
                pen.solid() > 0 ? 0 : Shape.corners(s),
                mm(mm(enclosed)),
                mm(pen.solid()),
                pen.solid() > 0 ? boxShare(s, spot) : 0,
                mm(overflow(s, spot)));
    }

    private static double boxShare(Stroke patch, CellGrid.Spot spot) {
        CellGrid.Area box = spot.box().grown(-OUTLINE);
        int inside = 0;
        for (int i = 0; i <= patch.line().last(); i++) {
            inside += box.contains(patch.line().x(i), patch.line().y(i)) ? 1 : 0;
        }
        return inside / ((box.right() - box.left()) * (box.bottom() - box.top()));
    }

    private static double overflow(Stroke s, CellGrid.Spot spot) {
        double sideways = Math.max(spot.box().left() - s.left(), s.right() - spot.box().right());
        double upright = Math.max(spot.box().top() - s.top(), s.bottom() - spot.box().bottom());
        return Math.max(0, Math.max(sideways, upright));
    }

    private double through(RectMm place) {
        double tallest = 0;
        for (PageInk.Pen pen : ink.pens()) {
            if (pen.anchor().kind() == Anchor.Kind.THROUGH) {
                double top = Math.max(pen.stroke().top(), ink.patch().row(place.y()));
                double bottom = Math.min(pen.stroke().bottom(), ink.patch().row(place.bottom()));
                double height = pen.stroke().bottom() - pen.stroke().top();
                tallest = bottom - top >= 20 ? Math.max(tallest, height) : tallest;
            }
        }
        return mm(tallest);
    }

    private double shift(int r) {
        List<Double> shifts = new ArrayList<>();
        for (int i = 0; i < ink.shift().size(); i++) {
            if (ink.cells().spots().get(i / 4).row() == r) {
                shifts.add(ink.shift().get(i));
            }
        }
        shifts.sort(Double::compare);
        return shifts.isEmpty() ? 0 : shifts.get(shifts.size() / 2);
    }

    private static double mm(double dots) {
        return dots / AnswerPatch.PER_MM;
    }
}
