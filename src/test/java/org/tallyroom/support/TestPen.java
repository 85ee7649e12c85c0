package org.tallyroom.support;

import java.util.SplittableRandom;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;

/**
 * A pen for tests, written apart from the product's own rehearsal: it lays ink of a width in millimetres and a darkness
 * on a gray page, with a hand's tremor, a varying pressure and, for pencils, the paper's grain.
 */
public final class TestPen {

    private final float[] page;
    private final int width;
    private final int height;
    private final double perMm;
    private final Homography toPixels;
    private final SplittableRandom random;

    private double widthMm = 0.5;
    private double darkness = 0.9;
    private double grain;

    /** @param page gray levels 0..255, drawn on in place */
    public TestPen(float[] page, int width, Homography toPixels, SplittableRandom random) {
        this.page = page;
        this.width = width;
        this.height = page.length / width;
        this.toPixels = toPixels;
        this.perMm = toPixels.pixelsPerMm(new PointMm(100, 150));
        this.random = random;
    }

    /**
     * @param widthMm of the line
     * @param darkness 0 white … 1 black
     * @param grain 0 even … 1 as grainy as pencil on rough paper
     */
    public TestPen take(double widthMm, double darkness, double grain) {
        this.widthMm = widthMm;
        this.darkness = darkness;
        this.grain = grain;
        return this;
    }

    /** The same ink with another tip. */
    public void narrow(double tipMm) {
        this.widthMm = tipMm;
    }

    public double widthMm() {
        return widthMm;
    }

    /** Gel, ballpoint, marker or pencil with the spread that such pens have. */
    public String takeAny() {
        switch (random.nextInt(4)) {
            case 0 -> take(between(0.4, 0.6), between(0.75, 0.95), 0);
            case 1 -> take(between(0.28, 0.42), between(0.5, 0.85), 0.1);
            case 2 -> take(between(1.0, 2.0), between(0.7, 0.95), 0);
            default -> take(between(0.35, 0.7), between(0.35, 0.6), 0.5);
        }
        return "w" + Math.round(widthMm * 100) + " d" + Math.round(darkness * 100) + " g" + grain;
    }

    public double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    /** One stroke through the points (x and y in mm, one after the other), rounded at its turns as hands do. */
    public void stroke(double... way) {
        double[] fine = tremble(resample(way));
        double length = 0;
        for (int i = 2; i < fine.length; i += 2) {
            length += Math.hypot(fine[i] - fine[i - 2], fine[i + 1] - fine[i - 1]);
        }
        double phase = random.nextDouble() * 6;
        int reach = (int) Math.ceil((widthMm / 2 + 0.2) * perMm) + 1;
        for (int i = 0; i + 3 < fine.length || i == 0; i += 2) {
            double x1 = fine[i];
            double y1 = fine[i + 1];
            double x2 = fine.length > i + 3 ? fine[i + 2] : x1;
            double y2 = fine.length > i + 3 ? fine[i + 3] : y1;
            double pressure = 1 + 0.12 * Math.sin(phase + i * 0.05);
            segment(new double[] {x1, y1, x2, y2}, widthMm / 2 * pressure, reach);
        }
    }

    private void segment(double[] s, double radius, int reach) {
        PointPx middle = toPixels.toPixels(new PointMm((s[0] + s[2]) / 2, (s[1] + s[3]) / 2));
        int more = reach + (int) Math.ceil(Math.hypot(s[2] - s[0], s[3] - s[1]) / 2 * perMm);
        for (int y = Math.max(0, (int) middle.y() - more); y <= Math.min(height - 1, (int) middle.y() + more); y++) {
            for (int x = Math.max(0, (int) middle.x() - more); x <= Math.min(width - 1, (int) middle.x() + more); x++) {
                PointMm p = toPixels.toPaper(new PointPx(x + 0.5, y + 0.5));
                double d = distance(s, p.x(), p.y());
                double cover = Math.max(0, Math.min(1, 0.5 + (radius - d) * perMm));
                if (cover > 0) {
                    double ink = cover * darkness * (1 - grain * grainAt(x, y));
                    page[y * width + x] = (float) Math.min(page[y * width + x], 255 * (1 - ink));
                }
            }
        }
    }

    private static double grainAt(int x, int y) {
        long h = (x * 0x9E3779B97F4A7C15L) ^ (y * 0xC2B2AE3D27D4EB4FL);
        h = (h ^ h >>> 29) * 0xBF58476D1CE4E5B9L;
        return ((h ^ h >>> 32) & 0xffff) / 65536.0;
    }

    private static double distance(double[] s, double x, double y) {
        double dx = s[2] - s[0];
        double dy = s[3] - s[1];
        double size = dx * dx + dy * dy;
        double t = size == 0 ? 0 : Math.max(0, Math.min(1, ((x - s[0]) * dx + (y - s[1]) * dy) / size));
        return Math.hypot(x - s[0] - t * dx, y - s[1] - t * dy);
    }

    private static double[] resample(double[] way) {
        double total = 0;
        for (int i = 2; i < way.length; i += 2) {
            total += Math.hypot(way[i] - way[i - 2], way[i + 1] - way[i - 1]);
        }
        int n = Math.max(1, (int) (total / 0.25));
        double[] fine = new double[2 * (n + 1)];
        int segment = 0;
        double before = 0;
        for (int k = 0; k <= n; k++) {
            double at = total * k / n;
            double step = way.length < 4 ? 0 : step(way, segment);
            while (segment < way.length / 2 - 2 && before + step < at) {
                before += step;
                segment++;
                step = step(way, segment);
            }
            double t = step == 0 ? 0 : Math.min(1, (at - before) / step);
            int next = Math.min(way.length / 2 - 1, segment + 1);
            fine[2 * k] = way[2 * segment] * (1 - t) + way[2 * next] * t;
            fine[2 * k + 1] = way[2 * segment + 1] * (1 - t) + way[2 * next + 1] * t;
        }
        return fine;
    }

    private static double step(double[] way, int i) {
        return Math.hypot(way[2 * i + 2] - way[2 * i], way[2 * i + 3] - way[2 * i + 1]);
    }

    /** A slow wander of at most 0.1 mm. */
    private double[] tremble(double[] fine) {
        double ax = between(0, 6);
        double ay = between(0, 6);
        double rate = between(0.15, 0.5);
        for (int i = 0; i < fine.length / 2; i++) {
            fine[2 * i] += 0.07 * Math.sin(ax + i * rate) * Math.min(1, fine.length / 20.0);
            fine[2 * i + 1] += 0.07 * Math.sin(ay + i * rate * 1.3) * Math.min(1, fine.length / 20.0);
        }
        return fine;
    }
}
