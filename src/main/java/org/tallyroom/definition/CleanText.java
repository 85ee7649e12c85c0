package org.tallyroom.definition;

/**
 * Takes out what office programs leave in texts and nobody sees: byte order marks, zero-width characters, tabs and line
 * breaks, full-width and hard spaces at the ends. Two names that look the same are then the same.
 */
public final class CleanText {

    private CleanText() {}

    public static String of(String text) {
        return text.replaceAll("[\\u200B-\\u200F\\u2028-\\u202E\\u2060\\uFEFF\\u00AD]", "")
                .replaceAll("[\\s\\u00A0\\u3000]+$|^[\\s\\u00A0\\u3000]+", "")
                .replaceAll("[\\t\\r\\n\\u00A0 ]+", " ");
    }
}
