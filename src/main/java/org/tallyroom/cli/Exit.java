package org.tallyroom.cli;

/** Exit codes of every command (contract). */
final class Exit {

    static final int DONE = 0;
    static final int WORLD_BROKE = 1;
    static final int WRONG_USAGE = 2;
    /** Done, and something waits for a person. */
    static final int WAITS = 3;

    private Exit() {}
}
