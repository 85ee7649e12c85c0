package org.tallyroom.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallyroom.form.Form;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.message.Sentences;

/** The numbered instructions under the table (填表说明), set at one size. */
record Notes(List<String> lines, double sizePt) {

    /** Sizes tried, large to small, until the table fits on one page. */
    static final double[] SIZES = {11, 10.5, 10, 9.5, 9};

    /** The page cannot give more to instructions, mm: eight rows would be left. */
    static final double MOST_MM = 100;

    private static final double PITCH = 1.45;

    Notes {
        lines = List.copyOf(lines);
    }

    static Notes of(Form form, double sizePt, TextMetrics metrics) {
        List<String> lines = new ArrayList<>();
        if (!form.instructions().isEmpty()) {
            lines.add(Sentences.in(form.language()).say("layout.instructions"));
        }
        for (int i = 0; i < form.instructions().size(); i++) {
            String paragraph = (i + 1) + ". " + form.instructions().get(i).value();
            Optional<List<String>> broken = LineBreaker.lines(
                    paragraph, Columns.RIGHT - Columns.LEFT, line -> metrics.widthMm(line, sizePt, false));
            lines.addAll(broken.orElse(List.of(paragraph)));
        }
        return new Notes(lines, sizePt);
    }

    double heightMm() {
        return lines.size() * pitchMm();
    }

    void set(PageDraft draft, double top) {
        for (int i = 0; i < lines.size(); i++) {
            PointMm baseline = new PointMm(Columns.LEFT, top + (i + 0.75) * pitchMm());
            draft.run(new PageLayout.TextRun(lines.get(i), baseline, sizePt, i == 0));
        }
    }

    private double pitchMm() {
        return sizePt * PITCH * TextMetrics.MM_PER_PT;
    }
}
