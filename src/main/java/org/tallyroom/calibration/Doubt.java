package org.tallyroom.calibration;

/** Why a row is doubtful; each has a sentence {@code calibration.doubt.<name>}. */
public enum Doubt {
    /** Ink above the noise that is too weak or too small for a mark. */
    WEAK,
    /** A cross, which means "against" in elections. */
    CROSS,
    /** A scribble, a cancelled mark, or anything else that could be an alteration. */
    ALTERATION,
    /** Red strokes, of a pen or within a seal's outline. */
    RED,
    /** Ink between two cells or rows with no clear owner. */
    BORDER,
    /** One stroke through several rows. */
    COLUMN,
    /** No ink, on a picture in black and white that has lost ink of other rows. */
    LOST,
    /** The row could not be measured: torn, covered or outside the picture. */
    UNSEEN
}
