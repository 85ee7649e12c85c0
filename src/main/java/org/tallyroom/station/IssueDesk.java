package org.tallyroom.station;

import java.util.List;
import java.util.Map;
import org.tallyroom.message.Message;
import org.tallyroom.store.FiguresFact;

/** Keeps the figures that people count by hand. A later figure stands over an earlier one; both stay. */
public final class IssueDesk {

    private final Station station;

    public IssueDesk(Station station) {
        this.station = station;
    }

    /**
     * @param figures by name: present, issued, unused, spoiled, returned
     * @throws Refusal for an unknown unit or type, a negative figure, or no figure at all
     */
    public void enter(String unit, String type, Map<String, Integer> figures, String by) {
        station.unitNamed(unit);
        station.typeNamed(type);
        if (figures.isEmpty()) {
            throw new Refusal(Message.of("station.no-figures"));
        }
        if (figures.values().stream().anyMatch(n -> n < 0)) {
            throw new Refusal(Message.of("station.negative-figure"));
        }
        if (by.isBlank()) {
            throw new Refusal(Message.of("station.no-name"));
        }
        int seq = 1 + (int) station.facts().figures().stream()
                .filter(f -> f.unit().equals(unit) && f.respondentType().equals(type))
                .count();
        station.journal().enter(new FiguresFact(unit, type, seq, votes(station, unit), figures, by.strip()));
    }

    /** The figures of each unit's vote that counts: those of a vote that was repeated are history. */
    static List<FiguresFact> ofThisVote(Station station) {
        return station.facts().figures().stream()
                .filter(f -> f.vote() == votes(station, f.unit()))
                .toList();
    }

    /** How often the unit has voted: 1, and one more for every printing again. */
    private static int votes(Station station, String unit) {
        return station.facts().votes(station.unitNamed(unit));
    }
}
