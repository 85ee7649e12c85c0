package org.tallyroom.tally;

/** What the threshold says. There is one only where everything still open agrees. */
public enum Verdict {
    MEETS,
    BELOW,
    /** It still depends on something open, or an identity is broken. */
    OPEN,
    /** No valid vote, so no rate. */
    NONE,
    /** Only of a unit: more sheets came back than were issued, so the vote is void and must be held again. */
    REPEAT
}
