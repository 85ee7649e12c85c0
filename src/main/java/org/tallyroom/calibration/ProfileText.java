package org.tallyroom.calibration;

import java.util.List;

/** Writes a calibration profile as {@link ProfileReading} reads it. */
final class ProfileText {

    private ProfileText() {}

    static String of(String name, List<Figure> figures) {
        StringBuilder text = new StringBuilder("name: " + quoted(name) + "\ncriteria:\n");
        for (Figure figure : figures) {
            text.append("  %s:\n    value: %s\n    unit: %s\n    meaning: %s\n    evidence: %s\n"
                    .formatted(
                            figure.key(),
                            figure.value(),
                            figure.unit(),
                            quoted(figure.meaning()),
                            quoted(figure.evidence())));
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
