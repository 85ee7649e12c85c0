package org.tallyroom.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tallyroom.definition.Origin;
import org.tallyroom.definition.Problems;
import org.tallyroom.form.Form;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.meeting.Unit;
import org.tallyroom.message.Sentences;

/**
 * Lays a form out for one unit and respondent type on A4: the one description that printing draws and reading looks up.
 */
public final class Typesetter {

    private static final RectMm TITLE = new RectMm(25, 19, 146, 18);
    private static final RectMm BAND = new RectMm(88, 39, Columns.RIGHT - 88, 7.5);
    private static final RectMm UNIT = new RectMm(Columns.LEFT, 47.6, Columns.RIGHT - Columns.LEFT, 8.8);
    private static final RectMm PAGE_NUMBER = new RectMm(121, 274.5, 48, 5.5);
    private static final RectMm FINGERPRINT = new RectMm(121, 280, 48, 5);

    private static final double TABLE_TOP = 57;

    /** Above the lower code's quiet zone, mm. */
    private static final double LOWEST = 258;

    private static final double NOTES_GAP = 3;
    private static final double TITLE_PT = 18;
    private static final double UNIT_PT = 14;

    /** Light enough to stay white in 1-bit scans; different for neighbouring respondent types. 0 black … 1 white. */
    private static final double[] BAND_GRAY = {0.92, 0.82, 0.96, 0.87};

    private static final int FINGERPRINT_DIGITS = 8;

    /** Four bits of the sheet code name the page (trust.md §Identity). */
    private static final int MOST_PAGES = 15;

    private final Subject subject;
    private final TextMetrics metrics;
    private final Problems problems = new Problems();

    private Typesetter(Subject subject, TextMetrics metrics) {
        this.subject = subject;
        this.metrics = metrics;
    }

    public static LaidOut layOut(Subject subject, TextMetrics metrics) {
        return new Typesetter(subject, metrics).layOut();
    }

    private LaidOut layOut() {
        mustPrint();
        Form form = subject.form();
        mustBreak();
        List<TableLines.Line> lines = TableLines.of(form);
        Notes notes = notes(lines.size());
        if (notes.heightMm() > Notes.MOST_MM) {
            problems.add(form.instructions().get(0).origin(), "layout.instructions-too-long");
            return new LaidOut.Misfits(problems.list());
        }
        List<List<TableLines.Line>> onPages = TableLines.pages(lines, rowsBeside(notes), rowsAbove(LOWEST));
        if (onPages.size() > MOST_PAGES) {
            problems.add(form.origin(), "layout.too-many-pages", MOST_PAGES);
        }
        List<PageLayout> pages = new ArrayList<>();
        for (int i = 0; i < onPages.size(); i++) {
            PageDraft draft = new PageDraft(metrics, problems);
            head(draft);
            double bottom = new TableSetter(draft, form, TABLE_TOP).set(onPages.get(i));
            if (i == 0) {
                notes.set(draft, bottom + NOTES_GAP);
            }
            foot(draft, i + 1, onPages.size());
            pages.add(draft.page(i + 1));
        }
        return problems.none()
                ? new LaidOut.Fits(new FormLayout(form.id(), subject.unit().id(), subject.type().id(), pages))
                : new LaidOut.Misfits(problems.list());
    }

    /** As large as leaves the whole table on the first page; when it goes on anyway, large. */
    private Notes notes(int rows) {
        return Arrays.stream(Notes.SIZES)
                .mapToObj(size -> Notes.of(subject.form(), size, metrics))
                .filter(notes -> rowsBeside(notes) >= rows)
                .findFirst()
                .orElseGet(() -> Notes.of(subject.form(), Notes.SIZES[0], metrics));
    }

    private void mustBreak() {
        subject.form().instructions().stream()
                .filter(text -> !Notes.breaks(text.value(), metrics))
                .forEach(text -> problems.add(text.origin(), "layout.too-long", text.value()));
    }

    private static int rowsBeside(Notes notes) {
        return rowsAbove(LOWEST - notes.heightMm() - NOTES_GAP);
    }

    private static int rowsAbove(double lowest) {
        return (int) ((lowest - TABLE_TOP - TableSetter.HEAD_HEIGHT) / Columns.ROW_HEIGHT);
    }

    private void head(PageDraft draft) {
        Form form = subject.form();
        Sentences words = Sentences.in(form.language());
        TextStyle title = TextStyle.centred(TITLE_PT, 2).heavy().atLeast(TITLE_PT);
        draft.text(title(), form.title().origin(), titleRoom(draft), title);
        int index = subject.meeting().respondentTypes().indexOf(subject.type());
        draft.band(new PageLayout.Band(BAND, BAND_GRAY[Math.max(0, index) % BAND_GRAY.length]));
        TextStyle label = TextStyle.centred(UNIT_PT, 1).heavy();
        draft.text(subject.type().label(), subject.type().origin(), BAND.grow(-0.5), label);
        String unit = words.say("layout.unit-name", subject.unit().name());
        draft.text(unit, subject.unit().origin(), UNIT, TextStyle.left(UNIT_PT, 2));
    }

    /** Around the page's middle where the title is short enough, otherwise left of the code's quiet zone. */
    private RectMm titleRoom(PageDraft draft) {
        double half = draft.widthMm(title(), TITLE_PT, true) / 2 + 0.1;
        double middle = PageFrame.WIDTH_MM / 2;
        if (half > TITLE.width() / 2) {
            return TITLE;
        }
        double right = Math.min(TITLE.right(), middle + half);
        return new RectMm(right - 2 * half, TITLE.y(), 2 * half, TITLE.height());
    }

    private void foot(PageDraft draft, int page, int pages) {
        Sentences words = Sentences.in(subject.form().language());
        Origin origin = subject.form().origin();
        String fingerprint = subject.definitionHash().substring(0, FINGERPRINT_DIGITS);
        draft.text(words.say("layout.page", page, pages), origin, PAGE_NUMBER, TextStyle.centred(10.5, 1));
        draft.text(words.say("layout.fingerprint", fingerprint), origin, FINGERPRINT, TextStyle.centred(9, 1));
    }

    private String title() {
        return subject.form().title().value()
                .replace("{group}", subject.meeting().group())
                .replace("{stage}", subject.meeting().stage())
                .replace("{title}", subject.meeting().title())
                .replace("{unit}", subject.unit().name());
    }

    /** All that forms and reports print: a rare character must show now and not on the evening of the count. */
    private void mustPrint() {
        PageDraft draft = new PageDraft(metrics, problems);
        Form form = subject.form();
        List<Form.Text> texts = new ArrayList<>(form.instructions());
        texts.add(form.title());
        form.items().forEach(item -> texts.add(item.label()));
        form.groups().forEach(group -> texts.add(group.label()));
        form.scale().options().forEach(option -> texts.add(option.label()));
        texts.forEach(text -> draft.mustPrint(text.value(), text.origin()));
        Meeting meeting = subject.meeting();
        List.of(
                        meeting.group(),
                        meeting.stage(),
                        meeting.title(),
                        meeting.date(),
                        meeting.place(),
                        meeting.supervisionGroup())
                .forEach(text -> draft.mustPrint(text, meeting.origin()));
        draft.mustPrint(subject.type().label(), subject.type().origin());
        Unit unit = subject.unit();
        List.of(unit.name(), unit.shortName(), unit.homeGroup()).forEach(text -> draft.mustPrint(text, unit.origin()));
    }
}
