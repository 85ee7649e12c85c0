package org.tallyroom.geometry;

/** A place on the paper, in millimetres from its top left corner, y downwards. */
public record PointMm(double x, double y) {

    public double distance(PointMm other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
