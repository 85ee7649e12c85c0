package org.tallyroom.rehearsal;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Where all chance in a rehearsal comes from: the same seed gives the same pages, byte for byte. Every sheet and every
 * stage draws from a child of its own, so that a change in one leaves the others as they were.
 */
public record Seed(long value) {

    /** The golden ratio in 64 bit, the odd increment of SplitMix64 (Steele, Lea, Flood 2014). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    public Seed child(String name) {
        long mixed = value + GOLDEN;
        for (int i = 0; i < name.length(); i++) {
            mixed = mix(mixed ^ name.charAt(i)) + GOLDEN;
        }
        return new Seed(mix(mixed));
    }

    public Seed child(long number) {
        return new Seed(mix(value + GOLDEN * (2 * number + 1)));
    }

    public RandomGenerator random() {
        return new SplittableRandom(value);
    }

    /** The finaliser of SplitMix64: neighbouring numbers give unrelated ones. */
    static long mix(long number) {
        long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
