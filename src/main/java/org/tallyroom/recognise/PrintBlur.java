package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;

/**
 * How far, on this very page, printed lines darken the paper beyond their band: a soft picture, a coarse threshold and
 * copies make them wider. Learned from the boxes that must be empty and from the rules, and taken away from the page.
 */
final class PrintBlur {

    /** Farthest from its band that a line is believed to darken, dots: 0.6 mm. */
    private static final int REACH = 6;

    /** Sides of lines of one kind that tell how all of them look. */
    private static final int ENOUGH = 8;

    /** The share of sides that are no darker than what is taken away: the fit of some lines is a little off. */
    private static final double MOST = 0.9;

    /** Ink that goes on so far beyond what a line hides is no part of it, dots: 0.3 mm. */
    private static final int GOES_ON = 3;

    /** What has not faded below this at the farthest is no blur, ratio: the sides are full of ink. */
    private static final double FADED = 0.1;

    /** Less is left alone, ratio: with a page's grain it does not reach the limit of weak ink. */
    private static final double LEAST = 0.05;

    /** Print this dark hides ink rather than adding to it, ratio. */
    private static final double HIDING = 0.5;

    /** The ends of a line are left out, where others meet it, mm. */
    private static final double END_MM = 0.4;

    private final AnswerPatch patch;
    private final RegisteredPage page;
    private final int grain;
    private final Map<Kind, double[]> beyond = new HashMap<>();

    private PrintBlur(AnswerPatch patch, RegisteredPage page) {
        this.patch = patch;
        this.page = page;
        this.grain = page.image().bilevel() ? Grain.rows(page.image()) : 1;
    }

    /** Pixels need not be square: level lines look unlike upright ones, thin ones unlike thick ones. */
    private record Kind(boolean level, double width) {

        static Kind of(PrintedLine line) {
            return new Kind(line.level(), line.width());
        }
    }

    /** @param lines first the four sides of each of the grid's boxes */
    static PrintBlur of(AnswerPatch patch, RegisteredPage page, List<PrintedLine> lines) {
        CellGrid cells = CellGrid.of(patch, page.layout());
        Map<Kind, List<int[]>> sides = new HashMap<>();
        List<PrintedLine> bare = new ArrayList<>(lines.subList(4 * cells.spots().size(), lines.size()));
        emptiest(patch, cells).forEach(box -> bare.addAll(lines.subList(4 * box, 4 * box + 4)));
        for (PrintedLine line : bare) {
            List<int[]> kind = sides.computeIfAbsent(Kind.of(line), k -> new ArrayList<>());
            kind.add(side(patch, line, -1));
            kind.add(side(patch, line, 1));
        }
        PrintBlur blur = new PrintBlur(patch, page);
        sides.forEach((kind, seen) -> blur.beyond.put(kind, most(seen)));
        return blur;
    }

    /** Even where everybody marks two boxes of three in every row, a quarter of them must be empty. */
    private static List<Integer> emptiest(AnswerPatch patch, CellGrid cells) {
        double[] ink = cells.spots().stream()
                .mapToDouble(spot -> patch.mean(spot.box().grown(-REACH)))
                .toArray();
        List<Integer> boxes = new ArrayList<>(IntStream.range(0, ink.length).boxed().toList());
        boxes.sort(Comparator.comparingDouble(box -> ink[box]));
        return boxes.subList(0, boxes.size() / 4);
    }

    /** The level along most of a line, at each dot farther out on one side of its band: ink that crosses it is less. */
    private static int[] side(AnswerPatch patch, PrintedLine line, int sign) {
        double first = line.from() + END_MM;
        double last = line.to() - END_MM;
        int from = (int) Math.round(line.level() ? patch.column(first) : patch.row(first));
        int to = (int) Math.round(line.level() ? patch.column(last) : patch.row(last));
        int edge = PrintBand.edge(patch, line, sign);
        int[] side = new int[REACH];
        for (int out = 0; out < REACH; out++) {
            int[] counts = new int[AnswerPatch.BLACK + 1];
            patch.countLevels(line.level(), edge + sign * (out + 1), from, Math.max(1, to - from), counts);
            int level = 0;
            for (int below = counts[0]; 2 * below < to - from; below += counts[level]) {
                level++;
            }
            side[out] = level;
        }
        return side;
    }

    private static double[] most(List<int[]> sides) {
        double[] most = new double[REACH];
        for (int i = 0; sides.size() >= ENOUGH && i < REACH; i++) {
            int out = i;
            int[] levels = sides.stream().mapToInt(side -> side[out]).sorted().toArray();
            double level = levels[(int) (MOST * (levels.length - 1))] / (double) AnswerPatch.BLACK;
            most[out] = out == 0 ? level : Math.min(level, most[out - 1]);
        }
        return most[REACH - 1] < FADED ? most : new double[REACH];
    }

    /** How many dots beyond the usual tolerance the lines of this kind hide what is written. */
    int hiding(PrintedLine line) {
        double[] dark = beyond.getOrDefault(Kind.of(line), new double[REACH]);
        int hiding = (int) Arrays.stream(dark).takeWhile(d -> d >= HIDING).count();
        return Math.max(hiding, page.image().bilevel() ? coarse(line) : 0);
    }

    /** A pixel that a line only touches may be black from edge to edge. */
    private int coarse(PrintedLine line) {
        PointMm place = patch.place(patch.width() / 2.0, patch.height() / 2.0);
        PointMm beside = line.level() ? new PointMm(place.x(), place.y() + 1) : new PointMm(place.x() + 1, place.y());
        PointPx from = page.toPixels(place);
        PointPx to = page.toPixels(beside);
        double pixels = from.distance(to);
        double pixelMm = (Math.abs(to.x() - from.x()) + grain * Math.abs(to.y() - from.y())) / (pixels * pixels);
        return (int) Math.ceil(Math.max(0, pixelMm - PrintBand.TOLERANCE_MM) * AnswerPatch.PER_MM);
    }

    /** Ink in what is hidden more than usual, where it goes on beyond: a wider line is hardly wider than that. */
    void giveBack(Bitmap ink, List<PrintedLine> lines) {
        for (PrintedLine line : lines) {
            int hiding = hiding(line);
            if (hiding > 0) {
                giveBack(ink, line, hiding, -1);
                giveBack(ink, line, hiding, 1);
            }
        }
    }

    private void giveBack(Bitmap ink, PrintedLine line, int hiding, int sign) {
        int[] frame = PrintBand.frame(patch, line);
        int edge = PrintBand.edge(patch, line, sign);
        int first = line.level() ? 0 : 1;
        for (int along = frame[first]; along <= frame[first + 2]; along++) {
            int beyond = 1;
            while (beyond <= GOES_ON && at(ink, line, along, edge + sign * (hiding + beyond))) {
                beyond++;
            }
            for (int out = hiding; beyond > GOES_ON && out > 0; out--) {
                int x = line.level() ? along : edge + sign * out;
                int y = line.level() ? edge + sign * out : along;
                ink.put(x, y, ink.at(x, y) || patch.dark(x, y) >= InkMinusPrint.WEAK);
            }
        }
    }

    private static boolean at(Bitmap ink, PrintedLine line, int along, int across) {
        return line.level() ? ink.at(along, across) : ink.at(across, along);
    }

    /** The page without what the lines add beyond the band. */
    AnswerPatch takenAway(List<PrintedLine> lines) {
        AnswerPatch rest = patch.copy();
        for (PrintedLine line : lines) {
            double[] dark = beyond.getOrDefault(Kind.of(line), new double[REACH]);
            for (int out = hiding(line); out < REACH; out++) {
                if (dark[out] >= LEAST) {
                    lighten(rest, line, out + 1, dark[out]);
                }
            }
        }
        return rest;
    }

    private static void lighten(AnswerPatch rest, PrintedLine line, int out, double dark) {
        int[] frame = PrintBand.frame(rest, line);
        int left = frame[0] - out;
        int top = frame[1] - out;
        int right = frame[2] + out;
        int bottom = frame[3] + out;
        for (int x = left; x <= right; x++) {
            rest.lighten(x, top, dark);
            rest.lighten(x, bottom, dark);
        }
        for (int y = top + 1; y < bottom; y++) {
            rest.lighten(left, y, dark);
            rest.lighten(right, y, dark);
        }
    }
}
