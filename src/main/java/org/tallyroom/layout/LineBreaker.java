package org.tallyroom.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Breaks text into lines: between any two Chinese characters, but at spaces in other scripts, never before a closing
 * and never after an opening punctuation mark (禁则).
 */
public final class LineBreaker {

    private static final String CLOSING = "、，。；：？！）〕】》〉」』”’,.;:?!)]}%％·";
    private static final String OPENING = "（〔【《〈「『“‘([{";

    private LineBreaker() {}

    /** Lines not wider than {@code room}; empty when a single word is wider. */
    public static Optional<List<String>> lines(String text, double room, ToDoubleFunction<String> width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String chunk : chunks(text)) {
            if (width.applyAsDouble((line + chunk).stripTrailing()) > room && !line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            if (width.applyAsDouble(chunk.strip()) > room) {
                return Optional.empty();
            }
            line.append(line.isEmpty() ? chunk.stripLeading() : chunk);
        }
        lines.add(line.toString().stripTrailing());
        return Optional.of(lines);
    }

    /** The pieces that stay together. */
    private static List<String> chunks(String text) {
        List<String> chunks = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            chunk.appendCodePoint(characters[i]);
            if (i + 1 < characters.length && mayBreak(characters[i], characters[i + 1])) {
                chunks.add(chunk.toString());
                chunk.setLength(0);
            }
        }
        chunks.add(chunk.toString());
        return chunks;
    }

    private static boolean mayBreak(int before, int after) {
        if (before == ' ') {
            return after != ' ';
        }
        if (after == ' ' || CLOSING.indexOf(after) >= 0 || OPENING.indexOf(before) >= 0) {
            return false;
        }
        return isWide(before) || isWide(after);
    }

    /** Chinese, Japanese and Korean characters and their punctuation, and the curly quotes that go with them. */
    private static boolean isWide(int c) {
        return c >= 0x2E80 || CLOSING.indexOf(c) > -1 && c > 0x2000 || OPENING.indexOf(c) > -1 && c > 0x2000;
    }
}
