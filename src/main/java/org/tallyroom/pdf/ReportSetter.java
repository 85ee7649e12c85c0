package org.tallyroom.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.PageLayout.TextRun;
import org.tallyroom.message.Message;
import org.tallyroom.report.Block;
import org.tallyroom.report.Report;

/** Sets one report on pages of its own. */
final class ReportSetter implements Block.Cases<Strip> {

    private static final double ALOUD_PADDING_MM = 3;
    private static final double ALOUD_MARGIN_MM = 1.6;
    private static final double ALOUD_GRAY = 0.955;
    private static final double ALOUD_BAR_MM = 1.1;
    private static final double SIGNATURE_PITCH_MM = 11;

    private final ReportText text;
    private final PageFlow flow = new PageFlow();

    ReportSetter(ReportText text) {
        this.text = text;
    }

    PageFlow set(Report report) {
        title(report);
        List<Block> blocks = report.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            Strip strip = strip(blocks.get(i));
            if (i + 1 < blocks.size() && staysWithNext(blocks.get(i), blocks.get(i + 1))) {
                i++;
                strip = strip.above(strip(blocks.get(i)));
            }
            flow.place(strip);
        }
        text.replaced().ifPresent(note -> flow.place(paragraph(new Block.Paragraph(note, Block.Voice.NOTE))));
        return flow;
    }

    private Strip strip(Block block) {
        if (block instanceof Block.Heading heading && heading.newPage()) {
            flow.newPage();
        }
        return block.match(this);
    }

    /** Nobody signs a page on which there is nothing but signatures. */
    private static boolean staysWithNext(Block block, Block next) {
        return block instanceof Block.Paragraph && next instanceof Block.Signatures;
    }

    private void title(Report report) {
        flow.place(centred(text.say(report.title()), TextSize.TITLE));
        flow.place(Strip.space(1.5));
        report.lines().forEach(line -> flow.place(centred(text.say(line), TextSize.CELL)));
        flow.place(Strip.space(4));
    }

    private Strip centred(String words, TextSize size) {
        List<String> lines = text.lines(words, PageFlow.WIDTH_MM, size);
        return new Strip(lines.size() * size.lineMm(), (canvas, top) -> {
            double y = top;
            for (String line : lines) {
                double left = PageFlow.LEFT_MM + (PageFlow.WIDTH_MM - text.width(line, size)) / 2;
                canvas.text(Strip.run(line, new PointMm(left, y + size.baselineMm()), size));
                y += size.lineMm();
            }
        });
    }

    @Override
    public Strip heading(Block.Heading heading) {
        String words = text.say(heading.text());
        return new Strip(TextSize.HEADING.lineMm() + 1, (canvas, top) -> canvas.text(Strip.run(
                words,
                new PointMm(PageFlow.LEFT_MM, top + TextSize.HEADING.baselineMm()),
                TextSize.HEADING)));
    }

    @Override
    public Strip paragraph(Block.Paragraph paragraph) {
        String words = text.say(paragraph.text());
        return switch (paragraph.voice()) {
            case PLAIN -> lines(words, TextSize.BODY, 0).above(Strip.space(2.5));
            case NOTE -> lines(words, TextSize.NOTE, 0).above(Strip.space(2));
            case ALOUD -> aloud(words);
        };
    }

    private Strip lines(String words, TextSize size, double indent) {
        List<String> lines = text.lines(words, PageFlow.WIDTH_MM - 2 * indent, size);
        return new Strip(lines.size() * size.lineMm(), (canvas, top) -> {
            double y = top + size.baselineMm();
            for (String line : lines) {
                canvas.text(Strip.run(line, new PointMm(PageFlow.LEFT_MM + indent, y), size));
                y += size.lineMm();
            }
        });
    }

    /** What the chair reads stands out, so that nobody reads a note by mistake. */
    private Strip aloud(String words) {
        Strip lines = lines(words, TextSize.BODY, ALOUD_BAR_MM + ALOUD_PADDING_MM);
        double height = lines.heightMm() + 2 * ALOUD_MARGIN_MM;
        return new Strip(height + 2.4, (canvas, top) -> {
            canvas.fill(new RectMm(PageFlow.LEFT_MM, top, PageFlow.WIDTH_MM, height), ALOUD_GRAY);
            canvas.fill(new RectMm(PageFlow.LEFT_MM, top, ALOUD_BAR_MM, height), 0.35);
            lines.drawing().on(canvas, top + ALOUD_MARGIN_MM);
        });
    }

    @Override
    public Strip table(Block.Table table) {
        new ReportTable(text, table).place(flow);
        return Strip.space(0);
    }

    @Override
    public Strip bars(Block.Bars bars) {
        new ReportBars(text, bars).place(flow);
        return Strip.space(0);
    }

    @Override
    public Strip signatures(Block.Signatures signatures) {
        List<String> roles = signatures.roles().stream().map(text::say).toList();
        String date = text.say(signatures.date());
        int rows = (roles.size() + 1) / 2;
        double height = 6 + rows * SIGNATURE_PITCH_MM + TextSize.BODY.lineMm() + 2;
        return new Strip(height, (canvas, top) -> {
            double column = PageFlow.WIDTH_MM / 2;
            for (int i = 0; i < roles.size(); i++) {
                double left = PageFlow.LEFT_MM + i % 2 * column;
                double baseline = top + 6 + (i / 2 + 0.7) * SIGNATURE_PITCH_MM;
                signature(canvas, roles.get(i), new RectMm(left, baseline, column - 8, 0));
            }
            double left = PageFlow.LEFT_MM + PageFlow.WIDTH_MM - 8 - text.width(date, TextSize.BODY);
            double baseline = top + 6 + rows * SIGNATURE_PITCH_MM + TextSize.BODY.baselineMm();
            canvas.text(Strip.run(date, new PointMm(left, baseline), TextSize.BODY));
        });
    }

    private void signature(Canvas canvas, String role, RectMm line) throws IOException {
        canvas.text(Strip.run(role, new PointMm(line.x(), line.y()), TextSize.BODY));
        double from = line.x() + text.width(role, TextSize.BODY) + 2;
        canvas.line(new PointMm(from, line.y() + 1), new PointMm(line.right(), line.y() + 1), 0.18);
    }

    /** The foot of a page: its number between dashes, the digests below. */
    List<TextRun> foot(Report report, int page) {
        List<TextRun> runs = new ArrayList<>();
        String number = "— " + page + " —";
        double middle = PageFlow.LEFT_MM + PageFlow.WIDTH_MM / 2;
        runs.add(Strip.run(
                number, new PointMm(middle - text.width(number, TextSize.CELL) / 2, 280), TextSize.CELL));
        String digests = String.join("    ", report.foot().stream().map(this::said).toList());
        runs.add(Strip.run(
                digests, new PointMm(middle - text.width(digests, TextSize.FOOT) / 2, 285.5), TextSize.FOOT));
        return runs;
    }

    private String said(Message message) {
        return text.say(message);
    }
}
