package org.tallyroom.geometry;

/** A place in an image, in pixels; (0, 0) is the top left corner of the top left pixel, whose centre is (0.5, 0.5). */
public record PointPx(double x, double y) {

    public double distance(PointPx other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
