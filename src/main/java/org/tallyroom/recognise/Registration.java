package org.tallyroom.recognise;

import org.tallyroom.geometry.Pose;

/**
 * How the page lay in the picture.
 *
 * @param marksFound registration marks the fit stands on
 * @param residualMm the largest distance between a found mark and its place, in mm on the paper
 */
public record Registration(Pose pose, int marksFound, double residualMm) {}
