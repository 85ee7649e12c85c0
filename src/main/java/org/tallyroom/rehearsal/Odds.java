package org.tallyroom.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Things to choose from, each as often as its weight says. */
record Odds<T>(List<T> tickets) {

    Odds {
        tickets = List.copyOf(tickets);
    }

    static <T> Odds<T> of(T thing, int weight) {
        return new Odds<T>(List.of()).or(thing, weight);
    }

    Odds<T> or(T thing, int weight) {
        List<T> more = new ArrayList<>(tickets);
        for (int i = 0; i < weight; i++) {
            more.add(thing);
        }
        return new Odds<>(more);
    }

    T draw(RandomGenerator random) {
        return tickets.get(random.nextInt(tickets.size()));
    }
}
