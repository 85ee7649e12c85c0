package org.tallyroom.geometry;

/**
 * The bridge between paper (mm) and image (px): a projective map, row by row {@code a b c / d e f / g h 1}. Millimetres
 * and pixels meet nowhere else.
 */
public record Homography(double a, double b, double c, double d, double e, double f, double g, double h) {

    public Homography {
        if (!Double.isFinite(a + b + c + d + e + f + g + h) || determinant(a, b, c, d, e, f, g, h) == 0) {
            throw new IllegalArgumentException("a homography that cannot be inverted");
        }
    }

    public PointPx toPixels(PointMm p) {
        double w = g * p.x() + h * p.y() + 1;
        return new PointPx((a * p.x() + b * p.y() + c) / w, (d * p.x() + e * p.y() + f) / w);
    }

    public PointMm toPaper(PointPx p) {
        double x = (e - f * h) * p.x() + (c * h - b) * p.y() + (b * f - c * e);
        double y = (f * g - d) * p.x() + (a - c * g) * p.y() + (c * d - a * f);
        double w = (d * h - e * g) * p.x() + (b * g - a * h) * p.y() + (a * e - b * d);
        return new PointMm(x / w, y / w);
    }

    /** Pixels per millimetre around a place on the paper: the square root of the area scale. */
    public double pixelsPerMm(PointMm p) {
        double w = g * p.x() + h * p.y() + 1;
        return Math.sqrt(Math.abs(determinant(a, b, c, d, e, f, g, h) / (w * w * w)));
    }

    private static double determinant(
            double a, double b, double c, double d, double e, double f, double g, double h) {
        return a * (e - f * h) - b * (d - f * g) + c * (d * h - e * g);
    }
}
