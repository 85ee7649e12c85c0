package org.tallyroom.rehearsal;

import java.util.Arrays;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.image.PageImage;

/** Samples a page as it is seen aslant: exact every sixteen pixels, straight in between. */
final class Perspective {

    private static final int SPAN = 16;

    private final byte[] page;
    private final int stride;
    private final int lines;
    private final double pxPerMm;
    private final byte table;

    /** @param table gray of what lies around the sheet, 0..255 */
    Perspective(PageImage page, double widthMm, double table) {
        this.page = new byte[page.width() * page.height()];
        this.stride = page.width();
        this.lines = page.height();
        this.pxPerMm = page.width() / widthMm;
        this.table = (byte) Math.round(table);
        for (int y = 0; y < lines; y++) {
            page.copyRow(0, y, stride, this.page, y * stride);
        }
    }

    byte[] seen(Homography view, int width, int height) {
        byte[] seen = new byte[width * height];
        Arrays.fill(seen, table);
        for (int y = 0; y < height; y++) {
            PointMm from = view.toPaper(new PointPx(0.5, y + 0.5));
            for (int x = 0; x < width; x += SPAN) {
                PointMm to = view.toPaper(new PointPx(x + SPAN + 0.5, y + 0.5));
                span(seen, y * width + x, Math.min(SPAN, width - x), from, to);
                from = to;
            }
        }
        return seen;
    }

    private void span(byte[] seen, int at, int length, PointMm from, PointMm to) {
        double x = from.x() * pxPerMm - 0.5;
        double y = from.y() * pxPerMm - 0.5;
        double stepX = (to.x() - from.x()) * pxPerMm / SPAN;
        double stepY = (to.y() - from.y()) * pxPerMm / SPAN;
        for (int i = 0; i < length; i++) {
            if (x >= 0 && y >= 0 && x < stride - 1 && y < lines - 1) {
                seen[at + i] = between((int) (x * 256), (int) (y * 256));
            }
            x += stepX;
            y += stepY;
        }
    }

    /** Bilinear; places with 8 bits of fraction. */
    private byte between(int x, int y) {
        int fx = x & 0xff;
        int fy = y & 0xff;
        int at = (y >> 8) * stride + (x >> 8);
        int upper = (page[at] & 0xff) * (256 - fx) + (page[at + 1] & 0xff) * fx;
        int lower = (page[at + stride] & 0xff) * (256 - fx) + (page[at + stride + 1] & 0xff) * fx;
        return (byte) ((upper * (256 - fy) + lower * fy + (1 << 15)) >> 16);
    }
}
