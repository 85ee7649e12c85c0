package org.tallyroom.station;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.message.Sentences;
import org.tallyroom.pdf.Painting;
import org.tallyroom.pdf.Painting.Ink;
import org.tallyroom.pdf.PrintFont;
import org.tallyroom.recognise.CellReading;
import org.tallyroom.recognise.Registration;
import org.tallyroom.recognise.StrokeReading;
import org.tallyroom.recognise.Upright;
import org.tallyroom.station.Explaining.Explained;

/**
 * The upright page with what was found on it, and beside each row its measures and what they say. Everything comes from
 * the reading; nothing is looked for again.
 */
final class ExplainedPicture {

    private static final int DPI = 150;
    private static final double PER_MM = DPI / 25.4;

    /** Beside the page, for words. */
    private static final double PANEL_MM = 150;

    /** Strokes of a pen are darker; what is lighter inside their bounds is paper. */
    private static final double PAPER_LEVEL = 150;

    private static final List<Ink> OPTIONS = List.of(Ink.BLUE, Ink.GREEN, Ink.PURPLE, Ink.SKY, Ink.ORANGE);

    private final PrintFont font;
    private final Sentences words;
    private final PageLayout layout;

    ExplainedPicture(PrintFont font, Sentences words, PageLayout layout) {
        this.font = font;
        this.words = words;
        this.layout = layout;
    }

    /** A PNG file. */
    byte[] draw(PageImage picture, Registration registration, Position position, List<Explained> rows) {
        RectMm page = new RectMm(0, 0, layout.widthMm(), layout.heightMm());
        Painting painting = new Painting(font, page.width() + PANEL_MM, page.height(), PER_MM);
        painting.page(Upright.cut(picture, registration.pose(), page, DPI));
        layout.marks().forEach(mark -> painting.outline(mark.square().grow(0.8), Ink.ORANGE, 0.4));
        layout.codes().forEach(code -> painting.outline(code.grow(1), Ink.SKY, 0.6));
        layout.shortCodes().forEach(code -> painting.outline(code.area(), Ink.SKY, 0.4));
        rows.forEach(row -> {
            cells(painting, row);
            said(painting, row);
        });
        head(painting, position);
        return painting.png();
    }

    private void head(Painting painting, Position position) {
        double y = 14;
        List<String> lines = List.of(
                words.say("station.explain.registration", position.marks(), figure(position.residualMm())),
                words.say(
                        "station.explain.pose",
                        figure(position.turnedDegrees()),
                        figure(position.skewDegrees()),
                        figure(position.acrossDpi()),
                        figure(position.downDpi())),
                words.say("station.explain.codes"),
                words.say("station.explain.strokes"));
        for (String line : lines) {
            painting.text(line, new PointMm(layout.widthMm() + 3, y), 8.5, Ink.BLACK);
            y += 5;
        }
    }

    private void cells(Painting painting, Explained row) {
        for (int i = 0; i < row.cells().size(); i++) {
            CellReading cell = row.cells().get(i);
            Ink ink = OPTIONS.get(i % OPTIONS.size());
            for (StrokeReading stroke : cell.strokes()) {
                painting.tint(reach(stroke), PAPER_LEVEL, ink);
                painting.ring(stroke.anchor(), 0.7, Ink.RED);
            }
            if (cell.option().equals(row.answer())) {
                place(row.item(), cell.option()).ifPresent(area -> painting.outline(area, ink, 0.7));
            }
        }
        if (row.doubt().isPresent()) {
            painting.wash(row.place(), Ink.RED);
            painting.outline(row.place(), Ink.RED, 0.6);
        }
    }

    /** The bounds of its centre line; where much ink has little centre line, as a cross or a patch, its extent. */
    private static RectMm reach(StrokeReading stroke) {
        RectMm line = stroke.bounds().grow(stroke.widthMm() / 2 + 0.1);
        double seen = Math.hypot(line.width(), line.height());
        double half = seen < stroke.extentMm() ? stroke.extentMm() / Math.sqrt(2) / 2 : 0;
        PointMm middle = stroke.bounds().centre();
        return line.union(new RectMm(middle.x() - half, middle.y() - half, 2 * half, 2 * half));
    }

    private Optional<RectMm> place(String item, String option) {
        return layout.rows().stream()
                .filter(row -> row.item().equals(item))
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.option().equals(option))
                .map(PageLayout.Cell::cell)
                .findFirst();
    }

    private void said(Painting painting, Explained row) {
        double x = layout.widthMm() + 3;
        double y = row.place().y() + 3.2;
        String doubt = row.doubt().map(d -> " (" + words.say("station.explain.doubt." + d) + ")").orElse("");
        String decided = row.decided().map(d -> "  " + words.say("station.explain.decided", d)).orElse("");
        painting.text(
                row.item() + ": " + row.answer() + doubt + decided
                        + "  " + words.say("station.explain.confidence", figure(row.confidence())),
                new PointMm(x, y),
                8,
                row.doubt().isPresent() ? Ink.RED : Ink.BLACK);
        for (int i = 0; i < row.cells().size(); i++) {
            CellReading cell = row.cells().get(i);
            if (!cell.strokes().isEmpty()) {
                y += 3;
                painting.text(measures(cell), new PointMm(x + 3, y), 6.5, OPTIONS.get(i % OPTIONS.size()));
            }
        }
    }

    private String measures(CellReading cell) {
        StrokeReading largest = cell.strokes().stream()
                .reduce((a, b) -> b.extentMm() > a.extentMm() ? b : a)
                .orElseThrow();
        return words.say(
                "station.explain.measures",
                cell.option(),
                cell.strokes().size(),
                figure(cell.inkMm2()),
                figure(largest.extentMm()),
                figure(largest.widthMm()),
                figure(largest.contrast()),
                figure(largest.marginMm()),
                cell.hollows());
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
