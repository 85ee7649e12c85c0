package org.tallyroom.rehearsal;

import java.util.random.RandomGenerator;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.image.PageImage;

/**
 * A printed page that is written on. Ink darkens what is under it and never brightens it: a stroke over print stays as
 * dark as the print. Places in mm are brought to pixels by the page's own scale, {@code width px / width mm}.
 */
final class InkedPaper {

    /** Texture of office paper, mm: the fibres' tops that graphite catches on. */
    private static final double FIBRE_MM = 0.11;

    private final int width;
    private final int height;
    private final byte[] gray;
    private final double pxPerMm;

    InkedPaper(PageImage printed, double widthMm) {
        width = printed.width();
        height = printed.height();
        pxPerMm = width / widthMm;
        gray = new byte[width * height];
        for (int y = 0; y < height; y++) {
            printed.copyRow(0, y, width, gray, y * width);
        }
    }

    /** Hands the pixels over: nothing can be drawn afterwards that the image would show. */
    PageImage dry() {
        return PageImage.ofGray(width, height, gray.clone());
    }

    void draw(Stroke stroke, Pen pen, RandomGenerator random) {
        Window window = Window.around(stroke, pen, this);
        if (window.empty()) {
            return;
        }
        float[] cover = window.cover();
        Pressure pressure = new Pressure(pen.unevenness(), random);
        PointMm last = stroke.path().get(0);
        double along = 0;
        for (PointMm p : stroke.path()) {
            along += p.distance(last);
            double press = pressure.at(along);
            double radius = Math.max(0.5, pen.widthMm() * press * pxPerMm / 2);
            window.line(last, p, radius, (float) Math.min(1, pen.density() * press));
            last = p;
        }
        blend(window, cover, pen, random.nextLong());
    }

    private void blend(Window window, float[] cover, Pen pen, long texture) {
        double fibrePx = FIBRE_MM * pxPerMm;
        for (int y = 0; y < window.height; y++) {
            for (int x = 0; x < window.width; x++) {
                float c = cover[y * window.width + x];
                if (c > 0) {
                    double fibre = Texture.at((window.left + x) / fibrePx, (window.top + y) / fibrePx, texture);
                    double share = c * (1 - pen.grain() * fibre * 1.2);
                    int at = (window.top + y) * width + window.left + x;
                    double under = gray[at] & 0xff;
                    gray[at] = (byte) Math.round(under * (1 - Math.max(0, share) * (1 - pen.level() / 255)));
                }
            }
        }
    }

    /** The part of the page that a stroke may reach, and how much of each pixel it covers, 0..1. */
    private static final class Window {
        private final int left;
        private final int top;
        private final int width;
        private final int height;
        private final float[] cover;
        private final double pxPerMm;

        private Window(int left, int top, int right, int bottom, double pxPerMm) {
            this.left = left;
            this.top = top;
            this.width = Math.max(0, right - left);
            this.height = Math.max(0, bottom - top);
            this.cover = new float[width * height];
            this.pxPerMm = pxPerMm;
        }

        static Window around(Stroke stroke, Pen pen, InkedPaper paper) {
            double[] xs = stroke.path().stream().mapToDouble(PointMm::x).sorted().toArray();
            double[] ys = stroke.path().stream().mapToDouble(PointMm::y).sorted().toArray();
            double reach = pen.widthMm() + 2 / paper.pxPerMm;
            return new Window(
                    (int) Math.max(0, (xs[0] - reach) * paper.pxPerMm),
                    (int) Math.max(0, (ys[0] - reach) * paper.pxPerMm),
                    (int) Math.min(paper.width, (xs[xs.length - 1] + reach) * paper.pxPerMm),
                    (int) Math.min(paper.height, (ys[ys.length - 1] + reach) * paper.pxPerMm),
                    paper.pxPerMm);
        }

        boolean empty() {
            return cover.length == 0;
        }

        float[] cover() {
            return cover;
        }

        /** A stroke that crosses itself is not darker there: each pixel keeps its fullest cover. */
        void line(PointMm from, PointMm to, double radius, float density) {
            double ax = from.x() * pxPerMm - left;
            double ay = from.y() * pxPerMm - top;
            double bx = to.x() * pxPerMm - left;
            double by = to.y() * pxPerMm - top;
            double reach = radius + 1;
            for (int y = low(Math.min(ay, by) - reach); y < high(Math.max(ay, by) + reach, height); y++) {
                for (int x = low(Math.min(ax, bx) - reach); x < high(Math.max(ax, bx) + reach, width); x++) {
                    double edge = radius - distance(x + 0.5, y + 0.5, ax, ay, bx, by) + 0.5;
                    if (edge > 0) {
                        float c = density * (float) Math.min(1, edge);
                        cover[y * width + x] = Math.max(cover[y * width + x], c);
                    }
                }
            }
        }

        private static int low(double value) {
            return (int) Math.max(0, Math.floor(value));
        }

        private static int high(double value, int limit) {
            return (int) Math.min(limit, Math.ceil(value) + 1);
        }

        private static double distance(double x, double y, double ax, double ay, double bx, double by) {
            double dx = bx - ax;
            double dy = by - ay;
            double length = dx * dx + dy * dy;
            double t = length == 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
            return Math.hypot(x - ax - t * dx, y - ay - t * dy);
        }
    }
}
