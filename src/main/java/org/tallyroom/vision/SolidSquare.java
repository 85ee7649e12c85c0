package org.tallyroom.vision;

import org.tallyroom.geometry.PointPx;

/**
 * A compact solid dark area that may be a registration mark.
 *
 * @param centre about, px of the page
 * @param side of the largest square that fits into it, px of the page
 */
public record SolidSquare(PointPx centre, double side) {}
