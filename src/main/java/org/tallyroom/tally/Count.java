package org.tallyroom.tally;

import java.util.List;
import org.tallyroom.meeting.CountingRules;

/**
 * The whole count.
 *
 * @param meeting id
 * @param strayPages unread pages of unknown unit, which keep the units that miss sheets open
 */
public record Count(String meeting, CountingRules rules, List<UnitCount> units, long strayPages) {

    public Count {
        units = List.copyOf(units);
    }

    public UnitCount unit(String id) {
        return units.stream().filter(u -> u.unit().equals(id)).findFirst().orElseThrow();
    }

    /** Whether anything waits for a person. */
    public boolean waits() {
        return strayPages > 0 || units.stream().anyMatch(UnitCount::waits);
    }
}
