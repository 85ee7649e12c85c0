package org.tallyroom.rehearsal;

import java.util.random.RandomGenerator;

/**
 * How hard a pen presses along one stroke, about 1: slow changes of a few millimetres, lighter where it touches down.
 */
final class Pressure {

    /** Way over which a pen gains its full pressure, mm. */
    private static final double TOUCH_MM = 0.6;

    private final double unevenness;
    private final long wave;

    Pressure(double unevenness, RandomGenerator random) {
        this.unevenness = unevenness;
        this.wave = random.nextLong();
    }

    double at(double alongMm) {
        double touch = 0.85 + 0.15 * Math.min(1, alongMm / TOUCH_MM);
        double slow = Texture.at(alongMm / 2.5, 0, wave) * 2 - 1;
        double quick = Texture.at(alongMm / 0.5, 7, wave) * 2 - 1;
        return touch * (1 + unevenness * (0.7 * slow + 0.3 * quick));
    }
}
