package org.tallyroom.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallyroom.definition.Origin;
import org.tallyroom.definition.Problems;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.PageLayout.Band;
import org.tallyroom.layout.PageLayout.Mark;
import org.tallyroom.layout.PageLayout.Row;
import org.tallyroom.layout.PageLayout.Rule;
import org.tallyroom.layout.PageLayout.TextRun;

/** A page while it is being laid out; what has no room or cannot be printed becomes a problem. */
final class PageDraft {

    /** From the baseline up to the middle of a Chinese character, in sizes: its square reaches from −0.12 to 0.88. */
    private static final double MIDDLE = 0.38;

    private final List<Mark> marks = new ArrayList<>(PageFrame.marks());
    private final List<Band> bands = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<TextRun> texts = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final TextMetrics metrics;
    private final Problems problems;

    PageDraft(TextMetrics metrics, Problems problems) {
        this.metrics = metrics;
        this.problems = problems;
    }

    /** Sets a text into the middle of its room's height. */
    void text(String text, Origin origin, RectMm room, TextStyle style) {
        Optional<TextFit> fit = TextFit.in(room, text, style, metrics);
        if (fit.isEmpty()) {
            problems.add(origin, "layout.too-long", text);
            return;
        }
        double pitch = fit.get().sizePt() * TextFit.PITCH * TextMetrics.MM_PER_PT;
        double top = room.centre().y() - fit.get().heightMm() / 2;
        for (int i = 0; i < fit.get().lines().size(); i++) {
            String line = fit.get().lines().get(i);
            double width = metrics.widthMm(line, fit.get().sizePt(), style.bold());
            double x = style.align() == TextStyle.Align.LEFT ? room.x() : room.centre().x() - width / 2;
            double y = top + (i + 0.5) * pitch + MIDDLE * fit.get().sizePt() * TextMetrics.MM_PER_PT;
            run(new TextRun(line, new PointMm(x, y), fit.get().sizePt(), style.bold()));
        }
    }

    /** Reports a text with a character that the font does not have. */
    void mustPrint(String text, Origin origin) {
        metrics.firstUnprintable(text)
                .ifPresent(c -> problems.add(
                        origin, "layout.unprintable", text, Character.toString(c), String.format("U+%04X", c)));
    }

    double widthMm(String text, double sizePt, boolean bold) {
        return metrics.widthMm(text, sizePt, bold);
    }

    TextMetrics metrics() {
        return metrics;
    }

    void run(TextRun run) {
        texts.add(run);
    }

    void band(Band band) {
        bands.add(band);
    }

    void rule(PointMm from, PointMm to, double widthMm) {
        rules.add(new Rule(from, to, widthMm));
    }

    void mark(RectMm square) {
        marks.add(new Mark(square, Mark.Place.TABLE));
    }

    void row(Row row) {
        rows.add(row);
    }

    PageLayout page(int number) {
        return new PageLayout(
                number,
                PageFrame.WIDTH_MM,
                PageFrame.HEIGHT_MM,
                marks,
                PageFrame.codes(),
                PageFrame.shortCodes(),
                bands,
                rules,
                texts,
                rows);
    }
}
