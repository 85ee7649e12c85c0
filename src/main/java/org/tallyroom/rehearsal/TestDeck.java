package org.tallyroom.rehearsal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.tallyroom.form.Form;

/**
 * Marked sheets with known totals, to be scanned before the meeting. In every item each option has another total (they
 * rotate 1, 2, 3 / 2, 3, 1 / …), so that swapped columns or rows show; then a blank sheet, one with double marks, one
 * in faint pencil, one upside down and one fed twice, which counts once.
 *
 * @param expected item id → option id, {@code blank} or {@code overmarked} → sheets
 */
public record TestDeck(List<DeckSheet> sheets, Map<String, Map<String, Integer>> expected) {

    public TestDeck {
        sheets = List.copyOf(sheets);
        expected = Map.copyOf(expected);
    }

    /** How a sheet is to be laid in. */
    public enum Feed {
        ONCE,
        UPSIDE_DOWN,
        TWICE
    }

    public record DeckSheet(Filling filling, Feed feed) {}

    public static TestDeck of(Form form, Seed seed) {
        RandomGenerator random = seed.child("deck").random();
        List<DeckSheet> sheets = new ArrayList<>();
        for (Map<String, List<Gesture>> rows : rotation(form)) {
            sheets.add(new DeckSheet(Filling.of(steady(random), rows), Feed.ONCE));
        }
        sheets.add(new DeckSheet(Filling.of(steady(random), Map.of()), Feed.ONCE));
        sheets.add(new DeckSheet(Filling.of(steady(random), doubles(form)), Feed.ONCE));
        Pen pencil = Pen.of(Pen.Kind.PENCIL, Pen.Ink.BLACK, random).faint();
        sheets.add(new DeckSheet(Filling.of(steady(random).with(pencil), fullest(form)), Feed.ONCE));
        sheets.add(new DeckSheet(Filling.of(steady(random), fullest(form)), Feed.UPSIDE_DOWN));
        sheets.add(new DeckSheet(Filling.of(steady(random), fullest(form)), Feed.TWICE));
        return new TestDeck(sheets, totals(form, sheets));
    }

    /** The deck tests the machine, not the hand: middling ticks, well aimed. */
    private static Hand steady(RandomGenerator random) {
        Pen pen = Pen.of(Pen.Kind.GEL, Pen.Ink.BLACK, random);
        return Hand.of(pen, Shape.TICK, new Range(5, 7).draw(random), random);
    }

    /** Sheets on which option {@code j} of item {@code i} is marked {@code (i + j) mod k + 1} times. */
    private static List<Map<String, List<Gesture>>> rotation(Form form) {
        List<String> options = options(form);
        int size = options.size() * (options.size() + 1) / 2;
        List<Map<String, List<Gesture>>> deck = new ArrayList<>();
        for (int sheet = 0; sheet < size; sheet++) {
            deck.add(new LinkedHashMap<>());
        }
        for (int i = 0; i < form.items().size(); i++) {
            List<String> marks = new ArrayList<>();
            for (int j = 0; j < options.size(); j++) {
                marks.addAll(Collections.nCopies((i + j) % options.size() + 1, options.get(j)));
            }
            Collections.rotate(marks, i);
            for (int sheet = 0; sheet < size; sheet++) {
                deck.get(sheet).put(form.items().get(i).id(), tick(marks.get(sheet)));
            }
        }
        return deck;
    }

    private static Map<String, List<Gesture>> doubles(Form form) {
        List<String> options = options(form);
        Map<String, List<Gesture>> rows = new LinkedHashMap<>();
        for (int i = 0; i < form.items().size(); i++) {
            List<Gesture> both = new ArrayList<>(tick(options.get(i % options.size())));
            both.addAll(tick(options.get((i + 1) % options.size())));
            rows.put(form.items().get(i).id(), both);
        }
        return rows;
    }

    /** Marks the option that already has the most: its total stays different from the others'. */
    private static Map<String, List<Gesture>> fullest(Form form) {
        List<String> options = options(form);
        Map<String, List<Gesture>> rows = new LinkedHashMap<>();
        for (int i = 0; i < form.items().size(); i++) {
            int most = Math.floorMod(options.size() - 1 - i, options.size());
            rows.put(form.items().get(i).id(), tick(options.get(most)));
        }
        return rows;
    }

    private static Map<String, Map<String, Integer>> totals(Form form, List<DeckSheet> sheets) {
        Map<String, Map<String, Integer>> totals = new LinkedHashMap<>();
        for (Form.Item item : form.items()) {
            Map<String, Integer> row = new TreeMap<>();
            sheets.forEach(sheet -> row.merge(sheet.filling().truth(item.id()), 1, Integer::sum));
            totals.put(item.id(), Map.copyOf(row));
        }
        return totals;
    }

    private static List<Gesture> tick(String option) {
        return List.of(new Gesture(Shape.TICK, option));
    }

    private static List<String> options(Form form) {
        return form.scale().options().stream().map(Form.Option::id).toList();
    }
}
