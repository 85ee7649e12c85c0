package org.tallyroom.rehearsal;

/** What people draw on such forms (domain: what people write, and what it means). */
public enum Shape {
    /** √, its tail up to the right and often far out of the cell. */
    TICK,
    /** ○ in the box or around it. */
    CIRCLE,
    /** The box filled in. */
    FILL,
    /** One short stroke. */
    STROKE,
    /** A dot of 1.4 mm and more. */
    DOT,
    /** ×, "against" in elections: never counted by itself. */
    CROSS,
    /** A mark scribbled out. */
    SCRIBBLE,
    /** The pen put down and lifted again, below 0.8 mm: no mark. */
    REST;

    /** A mark that says one thing and nothing else. */
    public boolean plain() {
        return switch (this) {
            case TICK, CIRCLE, FILL, STROKE, DOT -> true;
            case CROSS, SCRIBBLE, REST -> false;
        };
    }
}
