package org.tallyroom.rehearsal;

import java.util.random.RandomGenerator;

/** Numbers from {@code low} to {@code high}, each as likely as the others; the unit is the user's. */
public record Range(double low, double high) {

    public Range {
        if (!(low <= high)) {
            throw new IllegalArgumentException("a range from " + low + " to " + high);
        }
    }

    public static Range only(double value) {
        return new Range(value, value);
    }

    public double draw(RandomGenerator random) {
        return low + (high - low) * random.nextDouble();
    }

    public double clamp(double value) {
        return Math.max(low, Math.min(high, value));
    }
}
