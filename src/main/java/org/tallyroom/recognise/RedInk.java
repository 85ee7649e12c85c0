package org.tallyroom.recognise;

import java.util.List;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageLayout;

/**
 * The red ink of a colour scan. A seal's outline runs over cells and says nothing; any other red stroke in a cell may be
 * a correction, a teller's note or the only pen at hand, and a person has to look at it.
 */
final class RedInk {

    /** Dots per mm: a red ballpoint's line of 0.3 mm is two dots wide. */
    static final double PER_MM = 5;

    /** A cell's border, that its neighbours' strokes run over, mm. */
    private static final double BORDER_MM = 1;

    /** What is nearer than two such steps is one impression, dots: a dry seal's ring has gaps of up to 3 mm. */
    private static final int IMPRESSION = 7;

    /** The same for one stroke, dots: black print of 0.5 mm cuts it. */
    private static final int STROKE = 2;

    /**
     * Scanners whose colours lie a pixel beside each other fringe black ink with red, and JPEG smears that further: what
     * is so near to black ink is no red ink of its own, mm.
     */
    private static final double FRINGE_MM = 0.2;

    /** Darkness from which a pixel is other ink than red, ratio 0 (paper) … 1 (print): thin print has 0.4. */
    private static final double BLACK = 0.35;

    private final List<PointMm[]> strokes;

    private RedInk(List<PointMm[]> strokes) {
        this.strokes = strokes;
    }

    static RedInk of(RegisteredPage page) {
        if (!page.image().hasColour()) {
            return new RedInk(List.of());
        }
        Bitmap dots = dots(page);
        Bitmap outlines = new Bitmap(dots.width(), dots.height());
        Islands.of(dots, IMPRESSION).forEach(impression -> SealOutline.mark(impression, outlines));
        return new RedInk(Islands.of(dots.without(outlines), STROKE).stream()
                .map(RedInk::places)
                .toList());
    }

    /** The page without its red ink, dark rims included: what is left is what the other pens did. */
    static RegisteredPage erased(RegisteredPage page) {
        PageImage image = page.image();
        if (!image.hasColour()) {
            return page;
        }
        byte[] gray = new byte[image.width() * image.height()];
        for (int y = 0; y < image.height(); y++) {
            image.copyRow(0, y, image.width(), gray, y * image.width());
        }
        int reach = reach(page);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                if (image.red(x, y) && !isFringe(page, x, y, reach)) {
                    whiten(page, gray, new int[] {x, y}, reach);
                }
            }
        }
        return page.with(image.withGray(gray));
    }

    private static void whiten(RegisteredPage page, byte[] gray, int[] at, int reach) {
        PageImage image = page.image();
        for (int y = Math.max(0, at[1] - reach); y <= Math.min(image.height() - 1, at[1] + reach); y++) {
            for (int x = Math.max(0, at[0] - reach); x <= Math.min(image.width() - 1, at[0] + reach); x++) {
                if (image.red(x, y) || image.gray(x, y) > black(page)) {
                    gray[y * image.width() + x] = (byte) Math.round(page.paper());
                }
            }
        }
    }

    /**
     * Extent, in mm, of the largest red stroke in a cell, its border left out; 0 without one. A stroke that keeps to the
     * borders of cells counts where it lies: it must not be lost between them.
     */
    double strokeMm(RectMm cell, List<PageLayout.Row> rows) {
        double most = 0;
        for (PointMm[] stroke : strokes) {
            double inside = extent(stroke, cell.grow(-BORDER_MM));
            most = Math.max(most, inside > 0 || reachesAny(stroke, rows) ? inside : extent(stroke, cell));
        }
        return most;
    }

    private static boolean reachesAny(PointMm[] stroke, List<PageLayout.Row> rows) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> extent(stroke, cell.cell().grow(-BORDER_MM)) > 0);
    }

    private static double extent(PointMm[] stroke, RectMm area) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (PointMm place : stroke) {
            if (area.contains(place)) {
                left = Math.min(left, place.x());
                right = Math.max(right, place.x());
                top = Math.min(top, place.y());
                bottom = Math.max(bottom, place.y());
            }
        }
        return right < left ? 0 : Math.max(right - left, bottom - top) + 1 / PER_MM;
    }

    private static PointMm[] places(Dots dots) {
        PointMm[] places = new PointMm[dots.count()];
        for (int i = 0; i < places.length; i++) {
            places[i] = new PointMm((dots.x(i) + 0.5) / PER_MM, (dots.y(i) + 0.5) / PER_MM);
        }
        return places;
    }

    /** The whole paper's red ink: a seal on the answers' edge is known by all of its outline. */
    private static Bitmap dots(RegisteredPage page) {
        PageImage image = page.image();
        int width = (int) (page.layout().widthMm() * PER_MM);
        int height = (int) (page.layout().heightMm() * PER_MM);
        Bitmap dots = new Bitmap(width, height);
        int reach = reach(page);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                if (image.red(x, y) && !isFringe(page, x, y, reach)) {
                    PointMm place = page.registration().pose().toPaper(new PointPx(x + 0.5, y + 0.5));
                    int column = (int) Math.floor(place.x() * PER_MM);
                    int row = (int) Math.floor(place.y() * PER_MM);
                    if (column >= 0 && row >= 0 && column < width && row < height) {
                        dots.put(column, row, true);
                    }
                }
            }
        }
        return dots;
    }

    private static boolean isFringe(RegisteredPage page, int left, int top, int reach) {
        PageImage image = page.image();
        for (int y = top - reach; y <= top + reach; y++) {
            for (int x = left - reach; x <= left + reach; x++) {
                if (image.contains(x, y) && !image.red(x, y) && image.gray(x, y) <= black(page)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Px. */
    private static int reach(RegisteredPage page) {
        PointMm middle = new PointMm(page.layout().widthMm() / 2, page.layout().heightMm() / 2);
        return (int) Math.max(1, Math.round(FRINGE_MM * page.registration().pose().pixelsPerMm(middle)));
    }

    private static double black(RegisteredPage page) {
        return page.paper() - BLACK * (page.paper() - page.ink());
    }
}
