package org.tallyroom.ballot;

import java.util.function.Function;

/** A sheet that may be counted, or one that waits for people. */
public sealed interface BallotOutcome permits Ballot, Held {

    String sheet();

    String unit();

    String respondentType();

    default <T> T match(Function<Ballot, T> ballot, Function<Held, T> held) {
        return this instanceof Ballot b ? ballot.apply(b) : held.apply((Held) this);
    }
}
