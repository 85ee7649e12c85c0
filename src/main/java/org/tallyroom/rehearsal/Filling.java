package org.tallyroom.rehearsal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tallyroom.geometry.RectMm;

/**
 * What one respondent does to one sheet.
 *
 * @param rows item id → what is drawn into its row, in this order; an item that is not named stays empty
 * @param notes places on the paper, mm, that are scrawled over: margin notes, signatures, a tried pen
 * @param columns options whose whole column one long stroke runs through
 */
public record Filling(Hand hand, Map<String, List<Gesture>> rows, List<RectMm> notes, List<String> columns) {

    public Filling {
        Map<String, List<Gesture>> kept = new LinkedHashMap<>();
        rows.forEach((item, gestures) -> kept.put(item, List.copyOf(gestures)));
        rows = Collections.unmodifiableMap(kept);
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
    }

    public static Filling of(Hand hand, Map<String, List<Gesture>> rows) {
        return new Filling(hand, rows, List.of(), List.of());
    }

    public Filling withNotes(List<RectMm> places) {
        return new Filling(hand, rows, places, columns);
    }

    public Filling withColumns(List<String> options) {
        return new Filling(hand, rows, notes, options);
    }

    public List<Gesture> row(String item) {
        return rows.getOrDefault(item, List.of());
    }

    /**
     * What a careful scrutineer says of the row, in the words of the command line contract: an option id, {@code
     * blank}, {@code overmarked} or {@code doubtful}. A cross or a scribble anywhere in the row makes it doubtful, and
     * so does a stroke through a whole column; two plain marks in two cells overmark it; pen rests are nothing.
     */
    public String truth(String item) {
        List<Gesture> gestures = row(item);
        boolean plain = gestures.stream().noneMatch(g -> g.shape() == Shape.CROSS || g.shape() == Shape.SCRIBBLE);
        if (!columns.isEmpty() || !plain) {
            return "doubtful";
        }
        List<String> marked = gestures.stream()
                .filter(g -> g.shape().plain())
                .map(Gesture::option)
                .distinct()
                .toList();
        return switch (marked.size()) {
            case 0 -> "blank";
            case 1 -> marked.get(0);
            default -> "overmarked";
        };
    }
}
