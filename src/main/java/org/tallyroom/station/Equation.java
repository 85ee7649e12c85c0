package org.tallyroom.station;

import java.util.Collection;

/** Taken in = read + unreadable + duplicate + foreign + blank + pending: no page may be lost. */
public record Equation(
        long takenIn, long read, long unreadable, long duplicate, long foreign, long blank, long pending) {

    public Equation {
        if (takenIn != read + unreadable + duplicate + foreign + blank + pending) {
            throw new IllegalArgumentException("pages were lost: " + takenIn + " taken in");
        }
    }

    static Equation of(Collection<PageState> states) {
        return new Equation(
                states.size(),
                count(states, PageState.READ),
                count(states, PageState.UNREADABLE),
                count(states, PageState.DUPLICATE),
                count(states, PageState.FOREIGN),
                count(states, PageState.BLANK),
                0);
    }

    private static long count(Collection<PageState> states, PageState state) {
        return states.stream().filter(state::equals).count();
    }
}
