package org.tallyroom.layout;

import java.util.List;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.PageLayout.Mark;
import org.tallyroom.layout.PageLayout.ShortCodePlace;

/**
 * What stands at the same place on every page of every form (A4 upright): the page marks, both QR copies and both short
 * codes. So a page can be registered and its code read before anybody knows which form it is.
 */
public final class PageFrame {

    public static final double WIDTH_MM = 210;
    public static final double HEIGHT_MM = 297;

    /** 12 mm: nearer to the edge 57 % of harshly scanned pages lost a mark, here 20 % (dependencies.md). */
    public static final double EDGE_MM = 12;

    /** Side of the solid squares at the page margins, mm. */
    public static final double PAGE_MARK_MM = 5;

    /** Side of the solid squares beside the table, mm; smaller, so that nobody takes one for the other. */
    public static final double TABLE_MARK_MM = 4;

    /** 33 modules of 0.7 mm: read at 97 to 100 % through fax, harsh and photo scans (trust.md §Identity). */
    public static final double CODE_MM = 33 * 0.7;

    /** Four modules without any print around a code, mm (ISO/IEC 18004). */
    public static final double QUIET_MM = 4 * 0.7;

    private static final double FAR_X = WIDTH_MM - EDGE_MM - PAGE_MARK_MM;
    private static final double FOOT_Y = HEIGHT_MM - EDGE_MM - PAGE_MARK_MM;
    private static final double CODE_X = WIDTH_MM - EDGE_MM - CODE_MM;
    private static final double SHORT_CODE_PT = 16;

    private PageFrame() {}

    /**
     * Eight marks: three left, three right, one in the head and one in the foot. The heights left and right and the
     * places in head and foot differ so much that no quarter turn and no mirror image comes near to fitting.
     */
    public static List<Mark> marks() {
        return List.of(
                mark(EDGE_MM, EDGE_MM),
                mark(52, EDGE_MM),
                mark(FAR_X, 44),
                mark(EDGE_MM, 118),
                mark(FAR_X, 165),
                mark(FAR_X, 246),
                mark(EDGE_MM, FOOT_Y),
                mark(112, FOOT_Y));
    }

    /** The QR copies without their quiet zones, both right: a turned page loses opposite corners together. */
    public static List<RectMm> codes() {
        return List.of(
                new RectMm(CODE_X, EDGE_MM, CODE_MM, CODE_MM),
                new RectMm(CODE_X, HEIGHT_MM - EDGE_MM - CODE_MM, CODE_MM, CODE_MM));
    }

    /** Under the title and in the foot, both left, away from the QR copies. */
    public static List<ShortCodePlace> shortCodes() {
        return List.of(shortCode(38), shortCode(276));
    }

    /** The corners of the paper in order around it, from the top left one. */
    public static List<PointMm> corners() {
        return List.of(
                new PointMm(0, 0),
                new PointMm(WIDTH_MM, 0),
                new PointMm(WIDTH_MM, HEIGHT_MM),
                new PointMm(0, HEIGHT_MM));
    }

    private static Mark mark(double x, double y) {
        return new Mark(new RectMm(x, y, PAGE_MARK_MM, PAGE_MARK_MM), Mark.Place.PAGE);
    }

    private static ShortCodePlace shortCode(double y) {
        RectMm area = new RectMm(25.6, y, 52, 9);
        return new ShortCodePlace(new PointMm(area.x() + 1, y + 6.6), SHORT_CODE_PT, area);
    }
}
