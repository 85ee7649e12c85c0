package org.tallyroom.rehearsal;

import java.util.random.RandomGenerator;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.geometry.RectMm;
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

        private Window(RectMm reach, InkedPaper paper) {
            this.pxPerMm = paper.pxPerMm;
            this.left = (int) Math.max(0, reach.x() * pxPerMm);
            this.top = (int) Math.max(0, reach.y() * pxPerMm);
            this.width = Math.max(0, (int) Math.min(paper.width, reach.right() * pxPerMm) - left);
            this.height = Math.max(0, (int) Math.min(paper.height, reach.bottom() * pxPerMm) - top);
            this.cover = new float[width * height];
        }

        static Window around(Stroke stroke, Pen pen, InkedPaper paper) {
            RectMm whole = stroke.path().stream()
                    .map(p -> new RectMm(p.x(), p.y(), 0, 0))
                    .reduce(RectMm::union)
                    .orElseThrow();
            return new Window(whole.grow(pen.widthMm() + 2 / paper.pxPerMm), paper);
        }

        boolean empty() {
            return cover.length == 0;
        }

        float[] cover() {
            return cover;
        }

        /** A stroke that crosses itself is not darker there: each pixel keeps its fullest cover. */
        void line(PointMm from, PointMm to, double radius, float density) {
            PointPx a = new PointPx(from.x() * pxPerMm - left, from.y() * pxPerMm - top);
            PointPx b = new PointPx(to.x() * pxPerMm - left, to.y() * pxPerMm - top);
            double reach = radius + 1;
            int fromX = low(Math.min(a.x(), b.x()) - reach);
            int toX = high(Math.max(a.x(), b.x()) + reach, width);
            for (int y = low(Math.min(a.y(), b.y()) - reach); y < high(Math.max(a.y(), b.y()) + reach, height); y++) {
                for (int x = fromX; x < toX; x++) {
                    double edge = radius - distance(new PointPx(x + 0.5, y + 0.5), a, b) + 0.5;
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

        /** From {@code p} to the line between {@code a} and {@code b}, px. */
        private static double distance(PointPx p, PointPx a, PointPx b) {
            double dx = b.x() - a.x();
            double dy = b.y() - a.y();
            double length = dx * dx + dy * dy;
            double t = length == 0 ? 0 : ((p.x() - a.x()) * dx + (p.y() - a.y()) * dy) / length;
            double share = Math.max(0, Math.min(1, t));
            return Math.hypot(p.x() - a.x() - share * dx, p.y() - a.y() - share * dy);
        }
    }
}
