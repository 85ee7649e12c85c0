package org.tallyroom.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallyroom.form.Form;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.message.Sentences;

/** The numbered instructions under the table (填表说明), set at one size. */
record Notes(List<Notes.Line> lines, double sizePt) {

    /** @param number of the paragraph that begins here, or nothing */
    record Line(String number, String text) {}

    /** Sizes tried, large to small, until the table fits on one page. */
    static final double[] SIZES = {10.5, 10, 9.5, 9};

    /** The page cannot give more to instructions, mm: eight rows would be left. */
    static final double MOST_MM = 100;

    private static final double PITCH = 1.45;

    /** The numbers hang before their paragraphs. */
    private static final double INDENT_MM = 5;

    Notes {
        lines = List.copyOf(lines);
    }

    static Notes of(Form form, double sizePt, TextMetrics metrics) {
        List<Line> lines = new ArrayList<>();
        if (!form.instructions().isEmpty()) {
            lines.add(new Line(Sentences.in(form.language()).say("layout.instructions"), ""));
        }
        for (int i = 0; i < form.instructions().size(); i++) {
            String paragraph = form.instructions().get(i).value();
            List<String> broken = lines(paragraph, sizePt, metrics).orElse(List.of(paragraph));
            for (int j = 0; j < broken.size(); j++) {
                lines.add(new Line(j == 0 ? (i + 1) + "." : "", broken.get(j)));
            }
        }
        return new Notes(lines, sizePt);
    }

    /** False for a text with a word that is longer than a line. */
    static boolean breaks(String paragraph, TextMetrics metrics) {
        return lines(paragraph, SIZES[SIZES.length - 1], metrics).isPresent();
    }

    private static Optional<List<String>> lines(String paragraph, double sizePt, TextMetrics metrics) {
        double room = Columns.RIGHT - Columns.LEFT - INDENT_MM;
        return LineBreaker.lines(paragraph, room, line -> metrics.widthMm(line, sizePt, false));
    }

    double heightMm() {
        return lines.size() * pitchMm();
    }

    void set(PageDraft draft, double top) {
        for (int i = 0; i < lines.size(); i++) {
            double y = top + (i + 0.75) * pitchMm();
            run(draft, lines.get(i).number(), new PointMm(Columns.LEFT, y), i == 0);
            run(draft, lines.get(i).text(), new PointMm(Columns.LEFT + INDENT_MM, y), false);
        }
    }

    private void run(PageDraft draft, String text, PointMm baseline, boolean bold) {
        if (!text.isEmpty()) {
            draft.run(new PageLayout.TextRun(text, baseline, sizePt, bold));
        }
    }

    private double pitchMm() {
        return sizePt * PITCH * TextMetrics.MM_PER_PT;
    }
}
