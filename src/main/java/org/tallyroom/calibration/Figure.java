package org.tallyroom.calibration;

/**
 * One figure of a profile as it is written.
 *
 * @param unit mm, mm2, ratio or count
 * @param evidence what the value stands on
 */
public record Figure(String key, String value, String unit, String meaning, String evidence) {

    Figure with(String newValue, String newEvidence) {
        return new Figure(key, newValue, unit, meaning, newEvidence);
    }
}
