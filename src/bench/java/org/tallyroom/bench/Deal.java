package org.tallyroom.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.rehearsal.Damage;
import org.tallyroom.rehearsal.Filling;
import org.tallyroom.rehearsal.Gesture;
import org.tallyroom.rehearsal.Hand;
import org.tallyroom.rehearsal.Pen;
import org.tallyroom.rehearsal.Range;
import org.tallyroom.rehearsal.Seed;
import org.tallyroom.rehearsal.Shape;

/**
 * What one page of a run is dealt: its sheet, its respondent, its damage. Page numbers decide damage, pen and ink in
 * turn, so that each has its share; all else is chance from the seed. The same seed and number give the same page.
 *
 * @param marks item id → what is drawn there
 */
record Deal(
        long number,
        PaperStock.Page page,
        Damage damage,
        int dpi,
        Pen.Ink ink,
        Filling filling,
        Map<String, Mark> marks,
        Seed seed) {

    /** In a thousand rows; the rest bear a plain mark. Far more slips than people make, so that all are tried. */
    private static final int[] SLIPS = {40, 30, 20, 50, 40, 30};

    private static final Mark[] SLIP_KINDS = {
        Mark.BLANK, Mark.REST, Mark.MARK_AND_REST, Mark.CROSS, Mark.ALTERED, Mark.OVERMARKED
    };

    /** One page in so many has one stroke through a whole column, or something scrawled over a registration mark. */
    private static final int ODD_PAGES = 50;

    private static final List<Shape> HABITS = List.of(
            Shape.TICK, Shape.TICK, Shape.TICK, Shape.TICK, Shape.CIRCLE, Shape.FILL, Shape.STROKE, Shape.DOT);

    Deal {
        marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
    }

    static Deal of(long number, PaperStock stock, Seed run) {
        Seed seed = run.child(number);
        RandomGenerator random = seed.child("deal").random();
        Damage damage = damage(number);
        long turn = number / Damage.values().length;
        Pen.Kind kind = Pen.Kind.values()[(int) (turn % Pen.Kind.values().length)];
        Pen.Ink ink = Pen.Ink.values()[(int) (turn / Pen.Kind.values().length % Pen.Ink.values().length)];
        PaperStock.Page page = page(number, stock, run);
        int dpi = damage.resolutions().get(random.nextInt(damage.resolutions().size()));
        double sizeMm = 2 * Math.pow(8, random.nextDouble());
        Shape habit = HABITS.get(random.nextInt(HABITS.size()));
        Hand hand = Hand.of(Pen.of(kind, ink, random), habit, sizeMm, random);
        Map<String, Mark> marks = new LinkedHashMap<>();
        Filling filling = random.nextInt(ODD_PAGES) == 0
                ? column(hand, page, marks, random)
                : rows(hand, page, marks, random);
        if (random.nextInt(ODD_PAGES) == 0) {
            filling = filling.withNotes(List.of(overMark(page.layout(), random)));
        }
        return new Deal(number, page, damage, dpi, ink, filling, marks, seed);
    }

    static Damage damage(long number) {
        return Damage.values()[(int) (number % Damage.values().length)];
    }

    static PaperStock.Page page(long number, PaperStock stock, Seed run) {
        List<PaperStock.Page> pages = stock.pages();
        return pages.get(run.child(number).child("sheet").random().nextInt(pages.size()));
    }

    /** Ink so light or thin that black and white may not hold it: nobody could read it from such a picture. */
    boolean faint() {
        return damage == Damage.FAX
                && switch (filling.hand().pen().kind()) {
                    case GEL, MARKER -> false;
                    case BALLPOINT -> ink != Pen.Ink.BLACK;
                    case PENCIL -> true;
                };
    }

    String pen() {
        return (filling.hand().pen().kind() + " " + ink).toLowerCase(Locale.ROOT);
    }

    private static Filling column(Hand hand, PaperStock.Page page, Map<String, Mark> marks, RandomGenerator random) {
        page.layout().rows().forEach(row -> marks.put(row.item(), Mark.COLUMN));
        String option = page.options().get(random.nextInt(page.options().size()));
        return Filling.of(hand, Map.of()).withColumns(List.of(option));
    }

    private static Filling rows(Hand hand, PaperStock.Page page, Map<String, Mark> marks, RandomGenerator random) {
        Map<String, List<Gesture>> rows = new LinkedHashMap<>();
        for (PageLayout.Row row : page.layout().rows()) {
            List<String> options = new ArrayList<>(page.options());
            String first = options.remove(random.nextInt(options.size()));
            String second = options.get(random.nextInt(options.size()));
            Mark mark = slip(Mark.plain(hand.habit(), hand.sizeMm()), random);
            marks.put(row.item(), mark);
            rows.put(row.item(), gestures(mark, hand.habit(), first, second));
        }
        return Filling.of(hand, rows);
    }

    private static Mark slip(Mark plain, RandomGenerator random) {
        int drawn = random.nextInt(1000);
        for (int i = 0; i < SLIPS.length; i++) {
            drawn -= SLIPS[i];
            if (drawn < 0) {
                return SLIP_KINDS[i];
            }
        }
        return plain;
    }

    private static List<Gesture> gestures(Mark mark, Shape habit, String first, String second) {
        Gesture own = new Gesture(habit, first);
        return switch (mark) {
            case TICK_TO_4_MM, TICK_TO_8_MM, TICK_TO_12_MM, TICK_TO_16_MM, CIRCLE, FILL, STROKE, DOT -> List.of(own);
            case MARK_AND_REST -> List.of(own, new Gesture(Shape.REST, second));
            case CROSS -> List.of(new Gesture(Shape.CROSS, first));
            case ALTERED -> List.of(own, new Gesture(Shape.SCRIBBLE, first), new Gesture(habit, second));
            case OVERMARKED -> List.of(own, new Gesture(habit, second));
            case REST -> List.of(new Gesture(Shape.REST, first));
            case COLUMN, BLANK -> List.of();
        };
    }

    private static RectMm overMark(PageLayout layout, RandomGenerator random) {
        RectMm mark = layout.marks().get(random.nextInt(layout.marks().size())).square();
        double width = new Range(6, 12).draw(random);
        return new RectMm(mark.centre().x() - width / 2, mark.y() - 1, width, mark.height() + 2);
    }
}
