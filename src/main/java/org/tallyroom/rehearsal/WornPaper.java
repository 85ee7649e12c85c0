package org.tallyroom.rehearsal;

import java.util.random.RandomGenerator;
import org.tallyroom.image.PageImage;

/** A sheet that is copied, folded and fed unevenly: gray levels 0..255, changed by each of them in turn. */
final class WornPaper {

    /** Length over which an old feeder's speed goes up and down, mm. */
    private static final Range WAVE_MM = new Range(60, 140);

    /** How far paper near a crease is drawn towards it, mm, and how far away from it that shows, mm. */
    private static final Range PULL_MM = new Range(0, 0.25);

    private static final double PULL_REACH_MM = 12;

    private final int width;
    private final int height;
    private final double pxPerMm;
    private final double[] shift;
    private byte[] gray;

    WornPaper(PageImage page, double pxPerMm) {
        this.width = page.width();
        this.height = page.height();
        this.pxPerMm = pxPerMm;
        this.shift = new double[height];
        this.gray = new byte[width * height];
        for (int y = 0; y < height; y++) {
            page.copyRow(0, y, width, gray, y * width);
        }
    }

    /** A copier's lens softens, its toner is darker in the dark and lighter in what is faint, and it adds specks. */
    void copy(RandomGenerator random) {
        Exposure copy = Exposure.over(width, height, gray);
        copy.blur(new Range(0.03, 0.08).draw(random) * pxPerMm);
        copy.tone(new Range(1.05, 1.25).draw(random), new Range(0.62, 0.75).draw(random));
        copy.dirt((int) new Range(5, 40).draw(random), pxPerMm, random);
        gray = copy.levels();
    }

    /** A fold breaks the print along a line and casts a thin shadow beside it. */
    void crease(boolean level, RandomGenerator random) {
        double lengthMm = (level ? height : width) / pxPerMm;
        double at = new Range(0.2, 0.8).draw(random) * lengthMm * pxPerMm;
        double lean = new Range(-0.006, 0.006).draw(random);
        double half = new Range(0.08, 0.25).draw(random) * pxPerMm;
        double broken = new Range(0.1, 0.6).draw(random);
        double shade = new Range(0.03, 0.22).draw(random);
        long grain = random.nextLong();
        int along = level ? width : height;
        for (int i = 0; i < along; i++) {
            double middle = at + lean * (i - along / 2.0);
            double torn = broken * Texture.at(i / pxPerMm * 1.5, 0, grain);
            for (int j = (int) (middle - 5 * half); j <= middle + 5 * half; j++) {
                if (j >= 0 && j < (level ? height : width)) {
                    darken(level ? j * width + i : i * width + j, (j + 0.5 - middle) / half, torn, shade);
                }
            }
        }
        if (level) {
            pull(at, PULL_MM.draw(random));
        }
    }

    /** @param off from the crease's middle in half widths */
    private void darken(int at, double off, double torn, double shade) {
        double level = gray[at] & 0xff;
        double core = Math.max(0, 1 - Math.abs(off));
        double shadow = off > 0 ? Math.max(0, 1 - off / 5) : 0;
        level += (235 - level) * torn * core;
        gray[at] = (byte) Math.round(Math.max(0, level * (1 - shade * shadow)));
    }

    private void pull(double atPx, double pullMm) {
        for (int y = 0; y < height; y++) {
            double off = (y - atPx) / (PULL_REACH_MM * pxPerMm);
            shift[y] += pullMm * pxPerMm * Math.signum(off) * Math.max(0, 1 - Math.abs(off));
        }
    }

    /** The sheet as an uneven feed and its folds let the scanner see it: every line comes from a little elsewhere. */
    PageImage fed(double stretch, RandomGenerator random) {
        double wave = WAVE_MM.draw(random) * pxPerMm / (2 * Math.PI);
        double phase = random.nextDouble() * 2 * Math.PI;
        byte[] seen = new byte[gray.length];
        for (int y = 0; y < height; y++) {
            double from = y + shift[y] + stretch * wave * Math.sin(y / wave + phase);
            double inside = Math.max(0, Math.min(height - 1.001, from));
            line(seen, y, (int) inside, (int) ((inside - (int) inside) * 256));
        }
        return PageImage.ofGray(width, height, seen);
    }

    private void line(byte[] seen, int y, int upper, int share) {
        int a = upper * width;
        int b = a + width;
        for (int x = 0; x < width; x++) {
            int sum = (gray[a + x] & 0xff) * (256 - share) + (gray[b + x] & 0xff) * share;
            seen[y * width + x] = (byte) ((sum + 128) >> 8);
        }
    }
}
