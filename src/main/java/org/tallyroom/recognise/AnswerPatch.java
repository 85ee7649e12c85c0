package org.tallyroom.recognise;

import java.util.Arrays;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;

/**
 * The answer area of a page on an upright grid of {@value #PER_MM} dots per millimetre of paper: for each dot how dark
 * it is, 0 bare paper … 1 solid print. The paper's own level is taken nearby, so that a shadow is no ink.
 */
final class AnswerPatch {

    /** Dots per mm: a ballpoint line of 0.3 mm is three dots wide, and 300 dpi loses almost nothing. */
    static final double PER_MM = 10;

    private static final int SPAN = 32;
    private static final int BLOCK = 50;

    private final RectMm area;
    private final int width;
    private final int height;
    private final float[] darkness;

    private AnswerPatch(RectMm area, int width, int height, float[] darkness) {
        this.area = area;
        this.width = width;
        this.height = height;
        this.darkness = darkness;
    }

    static AnswerPatch of(RegisteredPage page, RectMm area) {
        int width = (int) Math.ceil(area.width() * PER_MM);
        int height = (int) Math.ceil(area.height() * PER_MM);
        float[] gray = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x += SPAN) {
                sampleSpan(page, area, gray, width, x, y);
            }
        }
        float[] smooth = smoothed(gray, width, height);
        normalise(smooth, width, height, page);
        return new AnswerPatch(area, width, height, smooth);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** 0 outside the patch. */
    double dark(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : darkness[y * width + x];
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

    /** A span is short enough for the homography to be straight on it. */
    private static void sampleSpan(RegisteredPage page, RectMm area, float[] gray, int width, int from, int y) {
        int to = Math.min(width, from + SPAN);
        double yMm = area.y() + (y + 0.5) / PER_MM;
        PointPx start = page.toPixels(new PointMm(area.x() + (from + 0.5) / PER_MM, yMm));
        PointPx end = page.toPixels(new PointMm(area.x() + (from + SPAN + 0.5) / PER_MM, yMm));
        double dx = (end.x() - start.x()) / SPAN;
        double dy = (end.y() - start.y()) / SPAN;
        int fine = Math.max(1, (int) Math.round(Math.hypot(dx, dy)));
        for (int x = from; x < to; x++) {
            double px = start.x() + (x - from) * dx;
            double py = start.y() + (x - from) * dy;
            gray[y * width + x] = fine == 1 ? between(page.image(), px, py) : mean(page.image(), px, py, fine);
        }
    }

    /** Several pixels on one dot (400 dpi and more) are averaged. */
    private static float mean(PageImage image, double px, double py, int fine) {
        float sum = 0;
        for (int j = 0; j < fine; j++) {
            for (int i = 0; i < fine; i++) {
                sum += between(image, px + i - (fine - 1) / 2.0, py + j - (fine - 1) / 2.0);
            }
        }
        return sum / (fine * fine);
    }

    private static float between(PageImage image, double px, double py) {
        double x = Math.min(Math.max(px - 0.5, 0), image.width() - 1.001);
        double y = Math.min(Math.max(py - 0.5, 0), image.height() - 1.001);
        int x0 = (int) x;
        int y0 = (int) y;
        double fx = x - x0;
        double fy = y - y0;
        double upper = image.gray(x0, y0) * (1 - fx) + image.gray(x0 + 1, y0) * fx;
        double lower = image.gray(x0, y0 + 1) * (1 - fx) + image.gray(x0 + 1, y0 + 1) * fx;
        return (float) (upper * (1 - fy) + lower * fy);
    }

    /** Three by three dots, weights 1 2 1: takes grain and noise away, costs a 0.3 mm line a fifth of its contrast. */
    private static float[] smoothed(float[] gray, int width, int height) {
        float[] level = new float[gray.length];
        for (int y = 0; y < height; y++) {
            int row = y * width;
            for (int x = 0; x < width; x++) {
                float left = gray[row + Math.max(0, x - 1)];
                float right = gray[row + Math.min(width - 1, x + 1)];
                level[row + x] = (left + 2 * gray[row + x] + right) / 4;
            }
        }
        float[] both = new float[gray.length];
        for (int y = 0; y < height; y++) {
            int above = Math.max(0, y - 1) * width;
            int below = Math.min(height - 1, y + 1) * width;
            for (int x = 0; x < width; x++) {
                both[y * width + x] = (level[above + x] + 2 * level[y * width + x] + level[below + x]) / 4;
            }
        }
        return both;
    }

    private static void normalise(float[] gray, int width, int height, RegisteredPage page) {
        int across = (width + BLOCK - 1) / BLOCK;
        int down = (height + BLOCK - 1) / BLOCK;
        float[] paper = new float[across * down];
        for (int j = 0; j < down; j++) {
            for (int i = 0; i < across; i++) {
                paper[j * across + i] = upperQuarter(gray, width, height, i * BLOCK, j * BLOCK);
            }
        }
        for (int j = 0; j < down; j++) {
            for (int i = 0; i < across; i++) {
                float local = medianAround(paper, across, down, i, j);
                scale(gray, width, height, new int[] {i * BLOCK, j * BLOCK}, new double[] {local, page.ink()});
            }
        }
    }

    private static void scale(float[] gray, int width, int height, int[] corner, double[] levels) {
        float paper = (float) levels[0];
        float scale = (float) (1 / Math.max(40, levels[0] - levels[1]));
        for (int y = corner[1]; y < Math.min(height, corner[1] + BLOCK); y++) {
            for (int x = corner[0]; x < Math.min(width, corner[0] + BLOCK); x++) {
                int at = y * width + x;
                gray[at] = Math.min(1, Math.max(0, (paper - gray[at]) * scale));
            }
        }
    }

    /** Three quarters of a block are darker than this at most: bare paper unless the block is full of ink. */
    private static float upperQuarter(float[] gray, int width, int height, int left, int top) {
        int[] histogram = new int[256];
        int seen = 0;
        for (int y = top; y < Math.min(height, top + BLOCK); y += 2) {
            for (int x = left; x < Math.min(width, left + BLOCK); x += 2) {
                histogram[(int) gray[y * width + x]]++;
                seen++;
            }
        }
        int level = 255;
        for (int above = 0; level > 0 && above + histogram[level] <= seen / 4; level--) {
            above += histogram[level];
        }
        return level;
    }

    private static float medianAround(float[] paper, int across, int down, int i, int j) {
        float[] near = new float[9];
        int n = 0;
        for (int y = Math.max(0, j - 1); y <= Math.min(down - 1, j + 1); y++) {
            for (int x = Math.max(0, i - 1); x <= Math.min(across - 1, i + 1); x++) {
                near[n++] = paper[y * across + x];
            }
        }
        Arrays.sort(near, 0, n);
        return near[n / 2];
    }
}
