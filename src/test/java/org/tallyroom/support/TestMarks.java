package org.tallyroom.support;

import java.util.SplittableRandom;
import org.tallyroom.geometry.RectMm;

/** What people put on forms, drawn with a {@link TestPen} into one option's cell. */
public final class TestMarks {

    /** What a mark is, and what may be read from its row. */
    public enum Kind {
        TICK(Expected.CHOSEN),
        TICK_LARGE(Expected.CHOSEN),
        TICK_LEFT(Expected.CHOSEN),
        TICK_TINY_ARM(Expected.CHOSEN),
        TICK_LIFTED(Expected.CHOSEN),
        TICK_HOOKED(Expected.CHOSEN),
        CIRCLE_IN_BOX(Expected.CHOSEN),
        CIRCLE_ROUND_BOX(Expected.CHOSEN),
        CIRCLE_IN_CELL(Expected.CHOSEN),
        CIRCLE_OPEN(Expected.CHOSEN),
        CIRCLE_OVERCLOSED(Expected.CHOSEN),
        FILL_HATCHED(Expected.CHOSEN),
        FILL_SOLID(Expected.CHOSEN),
        STROKE_LEVEL(Expected.CHOSEN),
        STROKE_UPRIGHT(Expected.CHOSEN),
        STROKE_SLANTED(Expected.CHOSEN),
        ONE(Expected.CHOSEN),
        DOT(Expected.CHOSEN),
        CROSS(Expected.DOUBTFUL),
        SCRIBBLE(Expected.DOUBTFUL),
        CROSSED_OUT(Expected.DOUBTFUL),
        TICK_IN_CIRCLE(Expected.DOUBTFUL),
        REST(Expected.BLANK),
        NOTHING(Expected.BLANK);

        private final Expected expected;

        Kind(Expected expected) {
            this.expected = expected;
        }

        public Expected expected() {
            return expected;
        }
    }

    public enum Expected {
        CHOSEN,
        DOUBTFUL,
        BLANK
    }

    private final TestPen pen;
    private final SplittableRandom random;

    public TestMarks(TestPen pen, SplittableRandom random) {
        this.pen = pen;
        this.random = random;
    }

    public void draw(Kind kind, RectMm box) {
        double x = box.centre().x() + between(-1, 1);
        double y = box.centre().y() + between(-1, 1);
        switch (kind) {
            case TICK -> tick(x, y, between(2, 9), 1);
            case TICK_LARGE -> tick(x, y + 0.7, between(9, 16), 1);
            case TICK_LEFT -> tick(x, y, between(3, 12), -1);
            case TICK_TINY_ARM -> tickOf(x, y, new double[] {between(0.4, 1.2), between(4, 13), 1, between(35, 70)});
            case TICK_LIFTED -> lifted(x, y, between(4, 12));
            case TICK_HOOKED -> hooked(x, y, between(4, 12));
            case CIRCLE_IN_BOX -> oval(x, y, between(1.2, 2.2), between(1.2, 2.2), 0, 360);
            case CIRCLE_ROUND_BOX -> oval(x, y, between(3.2, 4.6), between(2.8, 4), 0, 365);
            case CIRCLE_IN_CELL -> oval(x, y, between(4.5, 7.5), between(3, 4.2), 0, 365);
            case CIRCLE_OPEN -> oval(x, y, between(1.5, 4), between(1.5, 3.8), random.nextInt(360), between(300, 350));
            case CIRCLE_OVERCLOSED -> oval(x, y, between(1.5, 4), between(1.5, 3.8), random.nextInt(360), between(370, 430));
            case FILL_HATCHED -> hatch(box, between(0.5, 1.0));
            case FILL_SOLID -> hatch(box, 0.25);
            case STROKE_LEVEL -> line(x, y, between(2.2, 8), between(-12, 12));
            case STROKE_UPRIGHT -> line(x, y, between(2.2, 6), between(78, 102));
            case STROKE_SLANTED -> line(x, y, between(2.2, 7), between(-75, 75));
            case ONE -> pen.stroke(x - 1, y - 1.6, x, y - 2.8, x + between(-0.3, 0.3), y + 2.5);
            case DOT -> dot(x, y, between(1.4, 2.6));
            case CROSS -> cross(x, y, between(3, 7));
            case SCRIBBLE -> scribble(x, y, between(7, 11), between(3.5, 6));
            case CROSSED_OUT -> crossedOut(x, y);
            case TICK_IN_CIRCLE -> {
                tick(x, y + 0.8, between(3, 5), 1);
                oval(x, y, between(3.4, 5), between(3, 4), 0, 365);
            }
            case REST -> dot(box.centre().x() + between(-6, 6), box.centre().y() + between(-3, 3), between(0.2, 0.8));
            case NOTHING -> { }
        }
    }

    private double between(double low, double high) {
        return pen.between(low, high);
    }

    /** The vertex at (x, y), the long arm up to the right ({@code side} 1) or to the left (−1). */
    public void tick(double x, double y, double size, int side) {
        tickOf(x, y, new double[] {size * between(0.22, 0.45), size * 0.95, side, between(38, 68)});
    }

    private void tickOf(double x, double y, double[] t) {
        double up = Math.toRadians(t[3]);
        double down = Math.toRadians(between(35, 75));
        double bow = between(-0.06, 0.06) * t[1];
        pen.stroke(
                x - t[2] * t[0] * Math.cos(down), y - t[0] * Math.sin(down),
                x, y,
                x + t[2] * (t[1] / 2 * Math.cos(up) + bow), y - t[1] / 2 * Math.sin(up) + bow,
                x + t[2] * t[1] * Math.cos(up), y - t[1] * Math.sin(up));
    }

    private void lifted(double x, double y, double size) {
        double gap = between(0, 0.7);
        double up = Math.toRadians(between(40, 65));
        pen.stroke(x - size * 0.2, y - size * 0.25, x, y);
        pen.stroke(
                x + gap * 0.7, y - gap * 0.3 + between(-0.2, 0.2),
                x + gap + size * 0.9 * Math.cos(up), y - size * 0.9 * Math.sin(up));
    }

    private void hooked(double x, double y, double size) {
        double up = Math.toRadians(between(40, 65));
        pen.stroke(
                x - size * 0.3, y - size * 0.18,
                x - size * 0.22, y - size * 0.26,
                x, y,
                x + size * 0.9 * Math.cos(up), y - size * 0.9 * Math.sin(up));
    }

    /** From {@code start} degrees over {@code sweep} degrees; the radius drifts so that the ends do not quite meet. */
    public void oval(double x, double y, double rx, double ry, double start, double sweep) {
        double drift = between(-0.12, 0.12);
        double tilt = Math.toRadians(between(-20, 20));
        int n = 40;
        double[] way = new double[2 * (n + 1)];
        for (int i = 0; i <= n; i++) {
            double a = Math.toRadians(start + sweep * i / n);
            double r = 1 + drift * i / n;
            double px = rx * r * Math.cos(a);
            double py = ry * r * Math.sin(a);
            way[2 * i] = x + px * Math.cos(tilt) - py * Math.sin(tilt) * 0.5;
            way[2 * i + 1] = y + px * Math.sin(tilt) * 0.3 + py;
        }
        pen.stroke(way);
    }

    private void hatch(RectMm box, double pitch) {
        double inset = pen.widthMm() / 2 - between(0, 0.6);
        double step = Math.max(pitch, pen.widthMm() * between(0.7, 0.95));
        if (pitch > 0.4) {
            step = Math.min(step, pen.widthMm() + 0.45);
        }
        int n = (int) Math.max(2, (box.height() - 2 * inset) / step);
        double[] way = new double[4 * (n + 1)];
        for (int i = 0; i <= n; i++) {
            double at = box.y() + inset + (box.height() - 2 * inset) * i / n;
            way[4 * i] = (i % 2 == 0 ? box.x() + inset : box.right() - inset) + between(-0.2, 0.2);
            way[4 * i + 1] = at;
            way[4 * i + 2] = (i % 2 == 0 ? box.right() - inset : box.x() + inset) + between(-0.2, 0.2);
            way[4 * i + 3] = at + between(-0.1, 0.1);
        }
        pen.stroke(way);
    }

    public void line(double x, double y, double length, double degrees) {
        double a = Math.toRadians(degrees);
        double dx = length / 2 * Math.cos(a);
        double dy = length / 2 * Math.sin(a);
        double bow = between(-0.05, 0.05) * length;
        pen.stroke(x - dx, y - dy, x + bow * Math.sin(a), y + bow * Math.cos(a), x + dx, y + dy);
    }

    /** A pen turned on the spot until the dot is this wide. */
    public void dot(double x, double y, double diameter) {
        double r = (diameter - pen.widthMm()) / 2;
        if (r <= 0) {
            double width = pen.widthMm();
            pen.narrow(diameter);
            pen.stroke(x, y, x + 0.01, y);
            pen.narrow(width);
            return;
        }
        for (double q = r; q > 0; q -= pen.widthMm() * 0.6) {
            oval(x, y, q, q, 0, 360);
        }
        pen.stroke(x - r * 0.3, y, x + r * 0.3, y);
    }

    private void cross(double x, double y, double size) {
        for (int side = -1; side <= 1; side += 2) {
            double a = Math.toRadians(between(35, 60));
            double length = size * between(0.85, 1.15) / 2;
            double ox = x + between(-0.12, 0.12) * size;
            double oy = y + between(-0.12, 0.12) * size;
            double bow = between(-0.05, 0.05) * size;
            pen.stroke(
                    ox - length * Math.cos(a), oy + side * length * Math.sin(a),
                    ox + bow, oy + bow,
                    ox + length * Math.cos(a), oy - side * length * Math.sin(a));
        }
    }

    /** A wild to and fro over a place, wider than a box. */
    public void scribble(double x, double y, double wide, double high) {
        int n = 6 + random.nextInt(8);
        double[] way = new double[2 * (n + 1)];
        for (int i = 0; i <= n; i++) {
            way[2 * i] = x - wide / 2 + wide * (i % 2 == 0 ? between(0, 0.15) : between(0.85, 1));
            way[2 * i + 1] = y - high / 2 + high * i / n + between(-0.5, 0.5);
        }
        pen.stroke(way);
    }

    private void crossedOut(double x, double y) {
        tick(x, y + 1, between(4, 8), 1);
        if (random.nextBoolean()) {
            line(x + 0.8, y - 0.6, between(6, 10), between(-15, 15));
        } else {
            scribble(x + 0.5, y - 0.8, between(7, 10), between(3, 5));
        }
    }
}
