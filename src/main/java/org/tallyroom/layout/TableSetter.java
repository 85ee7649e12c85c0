package org.tallyroom.layout;

import java.util.ArrayList;
import java.util.List;
import org.tallyroom.form.Form;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.message.Sentences;

/** Sets one page's table: head, merged group cells, items, and a box in every option cell. */
final class TableSetter {

    /** The head's upper row, mm. */
    private static final double UPPER_HEAD = 7;

    /** The options' own row, mm: two lines of 10 pt. */
    private static final double LOWER_HEAD = 9.5;

    static final double HEAD_HEIGHT = UPPER_HEAD + LOWER_HEAD;

    /** 0.5 pt inside and 1.25 pt outside (domain.md §C.1). */
    private static final double THIN = 0.5 * TextMetrics.MM_PER_PT;

    private static final double THICK = 1.25 * TextMetrics.MM_PER_PT;

    private static final double PADDING = 1.2;

    /** From the table's edge to its marks, mm: 2 mm of white beside the outer rule. */
    private static final double MARK_GAP = 2.4;

    private static final int GROUP_LINES = 12;

    private final PageDraft draft;
    private final Form form;
    private final Columns columns;
    private final double top;

    TableSetter(PageDraft draft, Form form, double top) {
        this.draft = draft;
        this.form = form;
        this.columns = new Columns(form.scale().options().size());
        this.top = top;
    }

    /** @return the table's lower edge, mm */
    double set(List<TableLines.Line> lines) {
        head();
        double first = top + HEAD_HEIGHT;
        double bottom = first + lines.size() * Columns.ROW_HEIGHT;
        double y = first;
        for (List<TableLines.Line> run : TableLines.runs(lines)) {
            run(run, y);
            y += run.size() * Columns.ROW_HEIGHT;
        }
        uprights(lines, first, bottom);
        frame(bottom);
        marks(bottom);
        return bottom;
    }

    private void head() {
        Sentences words = Sentences.in(form.language());
        double optionsLeft = columns.optionsLeft();
        double middle = top + UPPER_HEAD;
        fixed(words.say("layout.items"), new RectMm(Columns.LEFT, top, optionsLeft - Columns.LEFT, HEAD_HEIGHT));
        fixed(words.say("layout.answers"), new RectMm(optionsLeft, top, Columns.RIGHT - optionsLeft, UPPER_HEAD));
        List<Form.Option> options = form.scale().options();
        TextStyle style = optionStyle(middle);
        for (int i = 0; i < options.size(); i++) {
            Form.Text label = options.get(i).label();
            draft.text(label.value(), label.origin(), optionRoom(i, middle), style);
        }
        level(optionsLeft, Columns.RIGHT, middle, THIN);
        level(Columns.LEFT, Columns.RIGHT, top + HEAD_HEIGHT, THIN);
    }

    /** All options at the size of the one with the least room: none must look more important than another. */
    private TextStyle optionStyle(double y) {
        TextStyle style = label().heavy();
        double size = form.scale().options().stream()
                .flatMap(o -> TextFit.in(optionRoom(0, y), o.label().value(), style, draft.metrics()).stream())
                .mapToDouble(TextFit::sizePt)
                .min()
                .orElse(style.sizePt());
        return TextStyle.centred(size, 2).heavy();
    }

    private RectMm optionRoom(int index, double y) {
        return new RectMm(columns.optionLeft(index), y, columns.optionWidth(), LOWER_HEAD).grow(-0.4);
    }

    private void run(List<TableLines.Line> run, double y) {
        double height = run.size() * Columns.ROW_HEIGHT;
        run.get(0).group().ifPresent(group -> draft.text(
                group.label().value(),
                group.label().origin(),
                new RectMm(Columns.LEFT, y, Columns.GROUP_WIDTH, height).grow(-PADDING),
                TextStyle.centred(TextStyle.BODY_PT, GROUP_LINES)));
        for (int i = 0; i < run.size(); i++) {
            double rowTop = y + i * Columns.ROW_HEIGHT;
            row(run.get(i), rowTop);
            boolean last = i == run.size() - 1;
            level(last ? Columns.LEFT : columns.itemLeft(), Columns.RIGHT, rowTop + Columns.ROW_HEIGHT, THIN);
        }
    }

    private void row(TableLines.Line line, double y) {
        boolean grouped = line.group().isPresent();
        double left = (grouped ? columns.itemLeft() : Columns.LEFT) + PADDING;
        RectMm room = new RectMm(left, y + 0.5, columns.optionsLeft() - PADDING - left, Columns.ROW_HEIGHT - 1);
        TextStyle style = grouped ? TextStyle.left(TextStyle.BODY_PT, 2) : label().heavy();
        draft.text(line.item().label().value(), line.item().label().origin(), room, style);
        List<PageLayout.Cell> cells = new ArrayList<>();
        for (int i = 0; i < form.scale().options().size(); i++) {
            cells.add(columns.cell(form.scale().options().get(i).id(), i, y));
        }
        draft.row(new PageLayout.Row(line.item().id(), cells));
    }

    private void uprights(List<TableLines.Line> lines, double first, double bottom) {
        long ungrouped = lines.stream().filter(line -> line.group().isEmpty()).count();
        if (ungrouped < lines.size()) {
            upright(columns.itemLeft(), first + ungrouped * Columns.ROW_HEIGHT, bottom, THIN);
        }
        upright(columns.optionsLeft(), top, bottom, THIN);
        for (int i = 1; i < form.scale().options().size(); i++) {
            upright(columns.optionLeft(i), top + UPPER_HEAD, bottom, THIN);
        }
    }

    private void frame(double bottom) {
        level(Columns.LEFT, Columns.RIGHT, top, THICK);
        level(Columns.LEFT, Columns.RIGHT, bottom, THICK);
        upright(Columns.LEFT, top, bottom, THICK);
        upright(Columns.RIGHT, top, bottom, THICK);
    }

    private void marks(double bottom) {
        double side = PageFrame.TABLE_MARK_MM;
        for (double y : new double[] {top, bottom - side}) {
            draft.mark(new RectMm(Columns.LEFT - MARK_GAP - side, y, side, side));
            draft.mark(new RectMm(Columns.RIGHT + MARK_GAP, y, side, side));
        }
    }

    private void fixed(String text, RectMm room) {
        draft.text(text, form.origin(), room.grow(-0.4), label().heavy());
    }

    private static TextStyle label() {
        return TextStyle.centred(TextStyle.BODY_PT, 2);
    }

    private void level(double from, double to, double y, double width) {
        draft.rule(new PointMm(from, y), new PointMm(to, y), width);
    }

    private void upright(double x, double from, double to, double width) {
        draft.rule(new PointMm(x, from), new PointMm(x, to), width);
    }
}
