package org.tallyroom.recognise;

import org.tallyroom.geometry.Pose;

/**
 * How the page lay in the picture.
 *
 * @param marksFound registration marks the fit stands on
 * @param residualMm the distance that 95 % of the seen marks and rules keep within from their places under the pose,
 *     mm on the paper
 */
public record Registration(Pose pose, int marksFound, double residualMm) {}
