package org.tallyroom.station;

import java.util.Collection;

/**
 * Taken in = read + unreadable + duplicate + foreign + blank + pending: no page may be lost.
 *
 * @param pending files that a scan found and has not finished, each as one page: how many are to come is not known
 */
public record Equation(
        long takenIn, long read, long unreadable, long duplicate, long foreign, long blank, long pending) {

    public Equation {
        if (takenIn != read + unreadable + duplicate + foreign + blank + pending) {
            throw new IllegalArgumentException("pages were lost: " + takenIn + " taken in");
        }
    }

    static Equation of(Collection<PageState> states, int pending) {
        return new Equation(
                states.size() + pending,
                count(states, PageState.READ),
                count(states, PageState.UNREADABLE),
                count(states, PageState.DUPLICATE),
                count(states, PageState.FOREIGN),
                count(states, PageState.BLANK),
                pending);
    }

    private static long count(Collection<PageState> states, PageState state) {
        return states.stream().filter(state::equals).count();
    }
}
