package org.tallyroom.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.image.PageImage;

/**
 * Finds the straight dark lines that dirt on a scanner's glass draws along the columns, or rows, of a picture from one
 * edge of the paper to the other. No printed rule and no pen runs through both margins in one column of pixels.
 */
public final class Streaks {

    /** Levels of 255 by which a line of the overview is darker than both sides: a hair is thinner than its pixels. */
    private static final int HINT = 6;

    /** The same in the page itself: fainter lines are not taken for ink by any criterion (pencil has 35 and more). */
    private static final int CONTRAST = 18;

    /** Levels of 255 that a fold's shadow takes at most: a third of the light, through which all ink is still seen. */
    private static final int SHADOW = 85;

    private static final int WHITE = 255;

    /** Half the width looked at, ratio of the long side: 1.8 mm of A4; dirt draws lines of 0.1 to 1.5 mm. */
    private static final double BESIDE = 1.8 / 297;

    /** Share of a line's length on which it is darker than both sides: print hides the rest. */
    private static final double SEEN = 0.7;

    /** The same in the outermost parts, where forms have no print. */
    private static final double SEEN_IN_MARGIN = 0.8;

    /** Ratio of the length that is margin at each end: 10 mm of A4. */
    private static final double MARGIN = 10.0 / 297;

    /** Places along a hinted line at which it is measured in the page. */
    private static final int LOOKS = 60;

    private final PageImage page;
    private final Overview overview;
    private final boolean upright;
    private final List<PointPx> paper;

    private Streaks(PageImage page, Overview overview, boolean upright, List<PointPx> paper) {
        this.page = page;
        this.overview = overview;
        this.upright = upright;
        this.paper = paper;
    }

    /**
     * A streak from one edge of the paper to the opposite one, px of the page.
     *
     * @param widthPx how wide it looks
     * @param shadow whether what lies beneath is only darker, not gone
     */
    public record Streak(PointPx from, PointPx to, double widthPx, boolean shadow) {}

    /** @param paper the corners of the sheet in the page, px, in order around it */
    public static List<Streak> in(PageImage page, Overview overview, List<PointPx> paper) {
        List<Streak> found = new ArrayList<>(new Streaks(page, overview, true, paper).found());
        found.addAll(new Streaks(page, overview, false, paper).found());
        return found;
    }

    /**
     * The page with every streak replaced by a blend of what lies on its two sides. What is darker than a shadow makes
     * paper is ink and stays; under a darker streak nothing can be told.
     */
    public static PageImage erased(PageImage page, List<Streak> streaks) {
        if (streaks.isEmpty()) {
            return page;
        }
        Mat levels = Mats.of(page);
        for (Streak streak : streaks) {
            boolean upright = Math.abs(streak.to.y() - streak.from.y()) > Math.abs(streak.to.x() - streak.from.x());
            double middle = upright ? (streak.from.x() + streak.to.x()) / 2 : (streak.from.y() + streak.to.y()) / 2;
            int first = (int) Math.floor(middle - streak.widthPx / 2 - 1);
            int last = (int) Math.ceil(middle + streak.widthPx / 2 + 1);
            first = Math.max(0, first);
            last = Math.min((upright ? page.width() : page.height()) - 1, last);
            blend(levels, upright, new int[] {first, last}, streak.shadow ? SHADOW : WHITE);
        }
        try {
            return page.withGray(Mats.levels(levels));
        } finally {
            levels.release();
        }
    }

    /** @param most levels of 255 by which the blend may lighten a pixel */
    private static void blend(Mat levels, boolean upright, int[] edges, int most) {
        Mat before = line(levels, upright, edges[0]);
        Mat after = line(levels, upright, edges[1]);
        Mat blend = new Mat();
        Mat lighter = new Mat();
        for (int at = edges[0] + 1; at < edges[1]; at++) {
            double share = (double) (at - edges[0]) / (edges[1] - edges[0]);
            Mat line = line(levels, upright, at);
            Core.addWeighted(before, 1 - share, after, share, 0, blend);
            Core.subtract(blend, line, lighter);
            Core.compare(lighter, new Scalar(most), lighter, Core.CMP_LE);
            blend.copyTo(line, lighter);
            line.release();
        }
        List.of(before, after, blend, lighter).forEach(Mat::release);
    }

    private static Mat line(Mat levels, boolean upright, int at) {
        return upright ? levels.col(at) : levels.row(at);
    }

    private List<Streak> found() {
        PageImage gray = overview.gray();
        int across = upright ? gray.width() : gray.height();
        int beside = beside(overview.longSide());
        List<Streak> found = new ArrayList<>();
        int last = -1;
        for (int at = beside; at < across - beside; at++) {
            Optional<int[]> span = span((at + 0.5) * overview.factor());
            if (span.isPresent() && isHinted(at, span.get())) {
                if (at > last + 1) {
                    measured(at, span.get()).ifPresent(found::add);
                }
                last = at;
            }
        }
        return found;
    }

    private static int beside(int longSide) {
        return Math.max(3, (int) Math.round(BESIDE * longSide));
    }

    /** Where the paper begins and ends along one line of pixels, px of the page; empty beside the paper. */
    private Optional<int[]> span(double across) {
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < paper.size(); i++) {
            PointPx a = paper.get(i);
            PointPx b = paper.get((i + 1) % paper.size());
            double from = upright ? a.x() : a.y();
            double to = upright ? b.x() : b.y();
            if (Math.min(from, to) <= across && across < Math.max(from, to)) {
                double share = (across - from) / (to - from);
                double along = upright ? a.y() + share * (b.y() - a.y()) : a.x() + share * (b.x() - a.x());
                first = Math.min(first, along);
                last = Math.max(last, along);
            }
        }
        int begin = (int) Math.max(0, first);
        int end = (int) Math.min(upright ? page.height() : page.width(), last);
        return end - begin > page.width() / 4 ? Optional.of(new int[] {begin, end}) : Optional.empty();
    }

    private boolean isHinted(int at, int[] span) {
        int from = span[0] / overview.factor();
        int to = span[1] / overview.factor();
        int margin = Math.max(2, (int) (MARGIN * overview.longSide()));
        return seen(at, from + 1, from + margin) >= SEEN_IN_MARGIN
                && seen(at, to - margin, to - 1) >= SEEN_IN_MARGIN
                && seen(at, from, to) >= SEEN;
    }

    private double seen(int at, int from, int to) {
        int beside = beside(overview.longSide());
        int seen = 0;
        for (int i = from; i < to; i++) {
            int sides = Math.min(
                    level(overview.gray(), at - beside, i), level(overview.gray(), at + beside, i));
            if (level(overview.gray(), at, i) < sides - HINT) {
                seen++;
            }
        }
        return (double) seen / (to - from);
    }

    /** The darkest lines of the page around a hint; empty when even they are faint. */
    private Optional<Streak> measured(int hint, int[] span) {
        int beside = beside(overview.longSide()) * overview.factor();
        int middle = hint * overview.factor() + overview.factor() / 2;
        int from = Math.max(beside, middle - beside);
        int to = Math.min((upright ? page.width() : page.height()) - beside, middle + beside);
        double[] contrast = new double[Math.max(0, to - from)];
        for (int i = 0; i < contrast.length; i++) {
            contrast[i] = contrast(from + i, beside, span);
        }
        double most = Arrays.stream(contrast).max().orElse(0);
        double weight = 0;
        double moment = 0;
        for (int i = 0; i < contrast.length; i++) {
            boolean dark = contrast[i] > most / 3;
            weight += dark ? 1 : 0;
            moment += dark ? from + i + 0.5 : 0;
        }
        double at = moment / weight;
        return most < CONTRAST
                ? Optional.empty()
                : Optional.of(new Streak(place(at, span[0]), place(at, span[1]), weight, most <= SHADOW));
    }

    private PointPx place(double across, double along) {
        return upright ? new PointPx(across, along) : new PointPx(along, across);
    }

    /** By how many levels one line of the page's pixels is darker than both sides: the median along it. */
    private double contrast(int at, int beside, int[] span) {
        double[] looks = new double[LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            int along = span[0] + (2 * i + 1) * (span[1] - span[0]) / (2 * LOOKS);
            int sides = Math.min(level(page, at - beside, along), level(page, at + beside, along));
            looks[i] = sides - level(page, at, along);
        }
        Arrays.sort(looks);
        return looks[LOOKS / 2];
    }

    private int level(PageImage gray, int across, int along) {
        return upright ? gray.gray(across, along) : gray.gray(along, across);
    }
}
