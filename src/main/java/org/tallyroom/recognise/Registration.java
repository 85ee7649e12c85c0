package org.tallyroom.recognise;

import org.tallyroom.geometry.Homography;

/**
 * How the page lay in the picture.
 *
 * @param marksFound registration marks the fit stands on
 * @param residualMm the largest distance between a found mark and its place, in mm on the paper
 */
public record Registration(Homography homography, int marksFound, double residualMm) {}
