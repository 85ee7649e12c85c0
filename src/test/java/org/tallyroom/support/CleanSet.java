package org.tallyroom.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.PageFrame;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.rehearsal.Filling;
import org.tallyroom.rehearsal.Gesture;
import org.tallyroom.rehearsal.Hand;
import org.tallyroom.rehearsal.Pen;
import org.tallyroom.rehearsal.Pen.Ink;
import org.tallyroom.rehearsal.Pen.Kind;
import org.tallyroom.rehearsal.Range;
import org.tallyroom.rehearsal.Scanner;
import org.tallyroom.rehearsal.Seed;
import org.tallyroom.rehearsal.Shape;

/** What stands on the sheets of {@code test-scans/clean-300}: every shape, every pen, sizes from timid to sweeping. */
final class CleanSet {

    /** A feeder scanner at 300 dpi; coarse JPEG, so that the set stays small. */
    private static final Scanner LIGHT = new Scanner(
            List.of(300),
            List.of(0),
            new Range(-0.8, 0.8),
            new Range(0.995, 1.005),
            new Range(0.03, 0.06),
            new Range(0.3, 0.6),
            new Range(245, 255),
            new Range(0, 25),
            new Range(0, 0.02),
            new Range(0, 2),
            Range.only(50),
            0);

    /** What a row holds, in turn: eleven plain marks to two crosses. */
    private static final List<Shape> ALL = List.of(
            Shape.TICK, Shape.STROKE, Shape.FILL, Shape.TICK, Shape.CIRCLE, Shape.DOT, Shape.TICK, Shape.CROSS);

    private static final List<Shape> TICKS = List.of(Shape.TICK);

    private final PageLayout page;
    private final Seed seed;
    private final List<Sheet> sheets = new ArrayList<>();

    private CleanSet(PageLayout page, Seed seed) {
        this.page = page;
        this.seed = seed;
    }

    record Sheet(Filling filling, Scanner scanner) {}

    static List<Sheet> sheets(PageLayout page, Seed seed) {
        CleanSet set = new CleanSet(page, seed);
        set.add(ALL, Kind.GEL, Ink.BLACK, 6, LIGHT);
        set.add(TICKS, Kind.GEL, Ink.BLUE, 2.4, LIGHT);
        set.add(ALL, Kind.BALLPOINT, Ink.BLUE, 8, LIGHT.turned(2));
        set.add(TICKS, Kind.GEL, Ink.BLACK, 14, LIGHT);
        set.add(ALL, Kind.PENCIL, Ink.GRAY, 7, LIGHT);
        set.add(ALL, Kind.MARKER, Ink.BLACK, 6, LIGHT.turned(3));
        set.addAltered(LIGHT.bilevel());
        set.addOvermarked(LIGHT.bilevel());
        set.addUnfilled(LIGHT.turned(2).bilevel());
        set.add(ALL, Kind.BALLPOINT, Ink.BLACK, 5, LIGHT.bilevel());
        set.add(List.of(Shape.CROSS, Shape.CIRCLE), Kind.GEL, Ink.BLACK, 6, LIGHT.bilevel());
        set.add(List.of(Shape.DOT, Shape.FILL, Shape.STROKE), Kind.GEL, Ink.BLUE, 6, LIGHT.turned(1).bilevel());
        return set.sheets;
    }

    private RandomGenerator random() {
        return seed.child("hand").child(sheets.size()).random();
    }

    /** Options in turn, every sixth row empty, a pen rest in every seventh. */
    private void add(List<Shape> shapes, Kind kind, Ink ink, double sizeMm, Scanner scanner) {
        RandomGenerator random = random();
        Hand hand = Hand.of(Pen.of(kind, ink, random), shapes.get(0), sizeMm, random);
        Map<String, List<Gesture>> rows = new LinkedHashMap<>();
        for (int i = 0; i < page.rows().size(); i++) {
            List<Gesture> gestures = new ArrayList<>();
            if (i % 6 != 4) {
                gestures.add(new Gesture(shapes.get(i % shapes.size()), option(i, sheets.size())));
            }
            if (i % 7 == 3) {
                gestures.add(new Gesture(Shape.REST, option(i, sheets.size() + 1)));
            }
            rows.put(page.rows().get(i).item(), gestures);
        }
        Filling filling = Filling.of(hand, rows);
        boolean noted = sheets.size() % 5 == 1;
        sheets.add(new Sheet(noted ? filling.withNotes(notes()) : filling, scanner));
    }

    /** Over the upper code's corner, across a page mark and below the table. */
    private static List<RectMm> notes() {
        RectMm code = PageFrame.codes().get(0);
        RectMm mark = PageFrame.marks().get(3).square();
        return List.of(
                new RectMm(code.x() - 6, code.y() + 2, 14, 5),
                new RectMm(mark.x() - 4, mark.y(), 12, 4),
                new RectMm(60, 285, 40, 6));
    }

    private void addAltered(Scanner scanner) {
        RandomGenerator random = random();
        Hand hand = Hand.of(Pen.of(Kind.GEL, Ink.BLACK, random), Shape.TICK, 6, random);
        Map<String, List<Gesture>> rows = new LinkedHashMap<>();
        for (int i = 0; i < page.rows().size(); i++) {
            List<Gesture> gestures = new ArrayList<>();
            gestures.add(new Gesture(Shape.TICK, option(i, 0)));
            if (i % 2 == 0) {
                gestures.add(new Gesture(Shape.SCRIBBLE, option(i, 0)));
                gestures.add(new Gesture(Shape.TICK, option(i, 1)));
            }
            rows.put(page.rows().get(i).item(), gestures);
        }
        sheets.add(new Sheet(Filling.of(hand, rows), scanner));
    }

    private void addOvermarked(Scanner scanner) {
        RandomGenerator random = random();
        Hand hand = Hand.of(Pen.of(Kind.GEL, Ink.BLUE, random), Shape.TICK, 5, random);
        Map<String, List<Gesture>> rows = new LinkedHashMap<>();
        for (int i = 0; i < page.rows().size(); i++) {
            List<Gesture> gestures = new ArrayList<>();
            gestures.add(new Gesture(Shape.TICK, option(i, 2)));
            if (i % 3 == 0) {
                gestures.add(new Gesture(Shape.TICK, option(i, 0)));
            }
            rows.put(page.rows().get(i).item(), gestures);
        }
        sheets.add(new Sheet(Filling.of(hand, rows), scanner));
    }

    private void addUnfilled(Scanner scanner) {
        Hand hand = Hand.of(random());
        sheets.add(new Sheet(Filling.of(hand, Map.of()).withNotes(notes()), scanner));
    }

    private String option(int row, int shift) {
        PageLayout.Row answers = page.rows().get(row);
        return answers.cells().get((row + shift) % answers.cells().size()).option();
    }
}
