package org.tallyroom.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tallyroom.layout.LineBreaker;
import org.tallyroom.layout.TextMetrics;
import org.tallyroom.message.Message;
import org.tallyroom.message.Sentences;

/**
 * Says messages in lines that fit. A character the font lacks is printed as {@link #STAND_IN} and remembered, so that a
 * rare name never stops a report and never goes missing unseen.
 */
final class ReportText {

    /** 〓, the printers' own mark for a missing type. */
    private static final int STAND_IN = 0x3013;

    private final Sentences sentences;
    private final TextMetrics metrics;
    private final Set<Integer> missing = new TreeSet<>();

    ReportText(Sentences sentences, TextMetrics metrics) {
        this.sentences = sentences;
        this.metrics = metrics;
    }

    String say(Message message) {
        return printable(sentences.say(message));
    }

    String printable(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : standIn(c)));
        return clean.toString();
    }

    private int standIn(int codePoint) {
        if (metrics.prints(codePoint)) {
            return codePoint;
        }
        missing.add(codePoint);
        return STAND_IN;
    }

    /** What was replaced so far, as a sentence; empty when nothing was. */
    Optional<Message> replaced() {
        List<String> names = missing.stream().map(c -> String.format("U+%04X", c)).toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Message.of("pdf.stand-in", Character.toString(STAND_IN), String.join(", ", names)));
    }

    double width(String text, TextSize size) {
        return metrics.widthMm(text, size.pt(), size.bold());
    }

    /** Lines not wider than {@code room} in millimetres; a word that is wider is broken where it must be. */
    List<String> lines(String text, double room, TextSize size) {
        return LineBreaker.lines(text, room, t -> width(t, size)).orElseGet(() -> broken(text, room, size));
    }

    private List<String> broken(String text, double room, TextSize size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            String next = Character.toString(c);
            if (!line.isEmpty() && width(line + next, size) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(next);
        }
        lines.add(line.toString());
        return Collections.unmodifiableList(lines);
    }
}
