package org.tallyroom.recognise;

import java.util.Arrays;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.vision.Resampling;

/**
 * The answer area of a page on an upright grid of {@value #PER_MM} dots per millimetre of paper: for each dot how dark
 * it is, 0 bare paper … 1 solid print. The paper's own level is taken nearby, so that a shadow is no ink.
 */
final class AnswerPatch {

    /** Dots per mm: a ballpoint line of 0.3 mm is three dots wide, and 300 dpi loses almost nothing. */
    static final double PER_MM = 10;

    /** The level of solid print; bare paper is 0. */
    static final int BLACK = 255;

    /** Side of the squares that have a paper level of their own, dots. */
    private static final int BLOCK = 50;

    /** Gray levels between paper and print at least: on paler pages grain would become ink. */
    private static final double LEAST_CONTRAST = 40;

    private final RectMm area;
    private final int width;
    private final int height;
    private final byte[] levels;

    private AnswerPatch(RectMm area, int width, int height, byte[] levels) {
        this.area = area;
        this.width = width;
        this.height = height;
        this.levels = levels;
    }

    static AnswerPatch of(RegisteredPage page, RectMm area) {
        int width = (int) Math.ceil(area.width() * PER_MM);
        int height = (int) Math.ceil(area.height() * PER_MM);
        PageImage gray = Resampling.smooth(page.image(), width, height, (column, row) ->
                page.toPixels(new PointMm(area.x() + column / PER_MM, area.y() + row / PER_MM)));
        byte[] levels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            gray.copyRow(0, y, width, levels, y * width);
        }
        AnswerPatch patch = new AnswerPatch(area, width, height, levels);
        patch.normalise(page.ink());
        return patch;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** 0 outside the patch. */
    double dark(int x, int y) {
        return level(x, y) / (double) BLACK;
    }

    /** The same from 0 to {@link #BLACK}. */
    int level(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : levels[y * width + x] & 0xff;
    }

    /** The levels of a square together; {@code half} of its side lies on each side of its middle dot. */
    int sum(int x, int y, int half) {
        int sum = 0;
        for (int row = Math.max(0, y - half); row <= Math.min(height - 1, y + half); row++) {
            for (int at = Math.max(0, x - half); at <= Math.min(width - 1, x + half); at++) {
                sum += levels[row * width + at] & 0xff;
            }
        }
        return sum;
    }

    /** Counts the levels of {@code length} dots on a line from left to right or from top to bottom. */
    void countLevels(boolean level, int across, int from, int length, int[] counts) {
        int first = Math.max(0, from);
        int end = Math.min(level ? width : height, from + length);
        boolean outside = across < 0 || across >= (level ? height : width) || end <= first;
        int step = level ? 1 : width;
        int start = level ? across * width : across;
        for (int i = first; !outside && i < end; i++) {
            counts[levels[start + i * step] & 0xff]++;
        }
        counts[0] += outside ? length : length - (end - first);
    }

    AnswerPatch copy() {
        return new AnswerPatch(area, width, height, levels.clone());
    }

    /** How dark an area is on the whole. */
    double mean(CellGrid.Area of) {
        long sum = 0;
        int dots = 0;
        for (int y = (int) of.top(); y <= of.bottom(); y++) {
            for (int x = (int) of.left(); x <= of.right(); x++) {
                sum += level(x, y);
                dots++;
            }
        }
        return dots == 0 ? 0 : (double) sum / dots / BLACK;
    }

    /** Takes away what something so dark adds to a dot when it lies over or under other ink. */
    void lighten(int x, int y, double dark) {
        if (x >= 0 && y >= 0 && x < width && y < height) {
            double rest = (level(x, y) - dark * BLACK) / (1 - dark);
            levels[y * width + x] = (byte) Math.round(Math.max(0, rest));
        }
    }

    /** The dots at least so dark. */
    Bitmap darkerThan(double dark) {
        return Bitmap.ofLevels(width, height, levels, (int) Math.ceil(dark * BLACK));
    }

    /** The column (a fraction) at {@code xMm} on the paper; dot 0 reaches from 0 to 1. */
    double column(double xMm) {
        return (xMm - area.x()) * PER_MM;
    }

    double row(double yMm) {
        return (yMm - area.y()) * PER_MM;
    }

    /** The place on the paper of a point of the grid. */
    PointMm place(double column, double row) {
        return new PointMm(area.x() + column / PER_MM, area.y() + row / PER_MM);
    }

    private void normalise(double ink) {
        int across = (width + BLOCK - 1) / BLOCK;
        int down = (height + BLOCK - 1) / BLOCK;
        int[] paper = new int[across * down];
        for (int i = 0; i < paper.length; i++) {
            paper[i] = upperQuarter(i % across * BLOCK, i / across * BLOCK);
        }
        byte[][] scales = new byte[256][];
        for (int i = 0; i < paper.length; i++) {
            int local = medianAround(paper, across, i);
            scales[local] = scales[local] == null ? scale(local, ink) : scales[local];
            scale(i % across * BLOCK, i / across * BLOCK, scales[local]);
        }
    }

    /** For each gray level how dark it is on paper of this level. */
    private static byte[] scale(int paper, double ink) {
        byte[] scale = new byte[256];
        for (int gray = 0; gray < scale.length; gray++) {
            double dark = (paper - gray) / Math.max(LEAST_CONTRAST, paper - ink);
            scale[gray] = (byte) Math.round(BLACK * Math.min(1, Math.max(0, dark)));
        }
        return scale;
    }

    private void scale(int left, int top, byte[] scale) {
        for (int y = top; y < Math.min(height, top + BLOCK); y++) {
            for (int i = y * width + left; i < y * width + Math.min(width, left + BLOCK); i++) {
                levels[i] = scale[levels[i] & 0xff];
            }
        }
    }

    /** Three quarters of a block are darker than this at most: bare paper unless the block is full of ink. */
    private int upperQuarter(int left, int top) {
        int[] histogram = new int[256];
        int seen = 0;
        for (int y = top; y < Math.min(height, top + BLOCK); y += 2) {
            for (int x = left; x < Math.min(width, left + BLOCK); x += 2) {
                histogram[levels[y * width + x] & 0xff]++;
                seen++;
            }
        }
        int level = 255;
        for (int above = 0; level > 0 && above + histogram[level] <= seen / 4; level--) {
            above += histogram[level];
        }
        return level;
    }

    private static int medianAround(int[] paper, int across, int block) {
        int[] near = new int[9];
        int n = 0;
        for (int y = Math.max(0, block / across - 1); y <= block / across + 1; y++) {
            for (int x = Math.max(0, block % across - 1); x <= Math.min(across - 1, block % across + 1); x++) {
                if (y * across < paper.length) {
                    near[n++] = paper[y * across + x];
                }
            }
        }
        Arrays.sort(near, 0, n);
        return near[n / 2];
    }
}
