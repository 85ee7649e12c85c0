package org.tallyroom.intake;

/** Why a file or a page of it gives no picture; names as in the command line contract with dashes. */
public enum Fault {
    /**
     * The end is missing. What is there is not trusted: decoders fill the rest with white, which reads as a blank
     * ballot.
     */
    TRUNCATED,
    /** Empty, of another kind than any we read, or broken inside. */
    DAMAGED_FILE,
    ENCRYPTED,
    TOO_LARGE
}
