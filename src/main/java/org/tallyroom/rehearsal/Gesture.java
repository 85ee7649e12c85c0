package org.tallyroom.rehearsal;

/** One thing drawn into one option's cell. */
public record Gesture(Shape shape, String option) {}
