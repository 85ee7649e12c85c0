package org.tallyroom.recognise;

/**
 * The ink that belongs to one option's cell, print subtracted.
 *
 * @param inkMm2 area of that ink, mm²
 */
public record CellReading(String option, double inkMm2) {}
