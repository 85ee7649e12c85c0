package org.tallyroom.vision;

import org.tallyroom.geometry.PointMm;

/**
 * Print that was found beside its place on a flat sheet, along one axis of the paper.
 *
 * @param down whether it was looked for up and down the paper, and not across it
 * @param mm how far to the right, or down, it was found
 * @param weight of this find among the others
 */
public record Shift(PointMm place, boolean down, double mm, double weight) {}
