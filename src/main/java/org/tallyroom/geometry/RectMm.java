package org.tallyroom.geometry;

/** An upright rectangle on the paper, in millimetres. */
public record RectMm(double x, double y, double width, double height) {

    public RectMm {
        if (!(width >= 0 && height >= 0)) {
            throw new IllegalArgumentException("a rectangle of " + width + " × " + height + " mm");
        }
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public PointMm centre() {
        return new PointMm(x + width / 2, y + height / 2);
    }

    public boolean contains(PointMm p) {
        return p.x() >= x && p.x() <= right() && p.y() >= y && p.y() <= bottom();
    }

    /** Grown (or, with a negative margin, shrunk) by {@code margin} mm on every side. */
    public RectMm grow(double margin) {
        return new RectMm(x - margin, y - margin, Math.max(0, width + 2 * margin), Math.max(0, height + 2 * margin));
    }

    /** The smallest rectangle around both. */
    public RectMm union(RectMm o) {
        double left = Math.min(x, o.x);
        double top = Math.min(y, o.y);
        return new RectMm(left, top, Math.max(right(), o.right()) - left, Math.max(bottom(), o.bottom()) - top);
    }
}
