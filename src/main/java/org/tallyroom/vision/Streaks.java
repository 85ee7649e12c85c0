package org.tallyroom.vision;

import java.util.ArrayList;
import java.util.List;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.image.PageImage;

/**
 * Finds the straight dark lines that dirt on a scanner's glass draws from edge to edge of a picture. No printed rule
 * and no pen runs through both margins in one column of pixels.
 */
public final class Streaks {

    /** Levels of 255 by which a streak is darker than the paper beside it: below it no criterion takes it for ink. */
    private static final int CONTRAST = 25;

    /** Half the width looked at, ratio of the long side: 1.8 mm of A4; dirt draws lines of 0.1 to 1 mm. */
    private static final double BESIDE = 1.8 / 297;

    /** Share of a line's length on which it is darker than both sides: print hides the rest. */
    private static final double SEEN = 0.7;

    /** The same in the outermost parts, where forms have no print. */
    private static final double SEEN_IN_MARGIN = 0.8;

    /** Ratio of the length that is margin at each end: 10 mm of A4. */
    private static final double MARGIN = 10.0 / 297;

    private Streaks() {}

    /**
     * A streak from one edge of the picture to the opposite one, px of the page.
     *
     * @param widthPx how wide it looks
     */
    public record Streak(PointPx from, PointPx to, double widthPx) {}

    public static List<Streak> in(Overview overview) {
        PageImage gray = overview.gray();
        int beside = Math.max(3, (int) Math.round(BESIDE * overview.longSide()));
        List<Streak> found = new ArrayList<>();
        for (int x = beside; x < gray.width() - beside; x++) {
            if (new Line(gray, true, x, beside).isStreak()) {
                found.add(new Streak(overview.inPage(x + 0.5, 0), overview.inPage(x + 0.5, gray.height()), overview.factor()));
            }
        }
        for (int y = beside; y < gray.height() - beside; y++) {
            if (new Line(gray, false, y, beside).isStreak()) {
                found.add(new Streak(overview.inPage(0, y + 0.5), overview.inPage(gray.width(), y + 0.5), overview.factor()));
            }
        }
        return found;
    }

    /** One column (upright) or row of pixels and the two it is compared with, {@code beside} px away. */
    private record Line(PageImage gray, boolean upright, int at, int beside) {

        private boolean isStreak() {
            int length = upright ? gray.height() : gray.width();
            int margin = Math.max(1, (int) (MARGIN * length));
            return seen(0, margin) >= SEEN_IN_MARGIN
                    && seen(length - margin, length) >= SEEN_IN_MARGIN
                    && seen(0, length) >= SEEN;
        }

        private double seen(int from, int to) {
            int seen = 0;
            for (int i = from; i < to; i++) {
                if (level(at, i) < Math.min(level(at - beside, i), level(at + beside, i)) - CONTRAST) {
                    seen++;
                }
            }
            return (double) seen / (to - from);
        }

        private int level(int across, int along) {
            return upright ? gray.gray(across, along) : gray.gray(along, across);
        }
    }
}
