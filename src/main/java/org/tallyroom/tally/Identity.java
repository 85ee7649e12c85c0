package org.tallyroom.tally;

import java.util.Optional;

/**
 * One equation that the paper must satisfy (trust.md, Accounting).
 *
 * @param id stable, in kebab case; each has a sentence {@code tally.identity.<id>}
 */
public record Identity(String id, State state) {

    public static final String PRINTED = "printed-issued-unused-spoiled";
    public static final String RETURNED_ISSUED = "returned-at-most-issued";
    public static final String RETURNED_PRESENT = "returned-at-most-present";
    public static final String CLASSIFIED = "returned-classified";
    public static final String ADDS_UP = "tally-adds-up";
    public static final String QUORUM = "quorum";

    public enum State {
        HOLDS,
        /** A term is unknown. */
        OPEN,
        BROKEN
    }

    /** A quantity that must not exceed a limit, of both of which perhaps only a lower bound is known. */
    static Identity atMost(String id, Known quantity, Optional<Long> limit) {
        if (limit.isEmpty()) {
            return new Identity(id, State.OPEN);
        }
        if (quantity.atLeast() > limit.get()) {
            return new Identity(id, State.BROKEN);
        }
        return new Identity(id, quantity.exact() ? State.HOLDS : State.OPEN);
    }

    /** A quantity that must equal a figure that is known. */
    static Identity equal(String id, Known quantity, long figure) {
        if (quantity.atLeast() > figure || quantity.exact() && quantity.atLeast() != figure) {
            return new Identity(id, State.BROKEN);
        }
        return new Identity(id, quantity.exact() ? State.HOLDS : State.OPEN);
    }

    /** A number of sheets of which at least a lower bound is known. */
    record Known(long atLeast, boolean exact) {
        static Known of(Optional<Long> figure, long otherwiseAtLeast) {
            return new Known(figure.orElse(otherwiseAtLeast), figure.isPresent());
        }

        Known plus(Known other) {
            return new Known(atLeast + other.atLeast, exact && other.exact);
        }
    }
}
