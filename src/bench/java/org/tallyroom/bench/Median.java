package org.tallyroom.bench;

import java.util.List;

/** The middle of some figures: one disturbed run does not move it. */
final class Median {

    private Median() {}

    static double of(List<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("the median of nothing");
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
