package org.tallyroom.vision;

import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;

/**
 * One thing known about a fit: a place on the paper lies, in the direction of a unit normal, where a place in the image
 * lies. A mark ties both directions, a point on a printed rule only the one across the rule.
 *
 * @param normalX direction in the image, length 1 with {@code normalY}
 * @param weight inverse of the expected error, relative to the other ties
 */
public record Tie(PointMm paper, PointPx image, double normalX, double normalY, double weight) {

    public static Tie across(PointMm paper, PointPx image) {
        return new Tie(paper, image, 1, 0, 1);
    }

    public static Tie along(PointMm paper, PointPx image) {
        return new Tie(paper, image, 0, 1, 1);
    }
}
