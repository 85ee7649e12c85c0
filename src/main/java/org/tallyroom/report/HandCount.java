package org.tallyroom.report;

import java.util.List;
import java.util.Optional;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.message.Message;
import org.tallyroom.tally.Clearing;
import org.tallyroom.tally.UnitCount;

/**
 * Says of a unit that nobody entered how many sheets people collected. Its verdict then stands on the sheets that were
 * seen, be it one of thirty-five, and whoever reads it must be told so.
 */
public final class HandCount {

    private HandCount() {}

    /** One sentence about all sheets of the unit whose hand count is missing; empty where none is. */
    public static Optional<Message> missing(Meeting meeting, UnitCount unit) {
        List<Clearing> used = unit.accounting().stream()
                .filter(c -> c.printed() > 0 || c.seen() > 0)
                .toList();
        List<Clearing> uncounted =
                used.stream().filter(c -> c.figures().returned().isEmpty()).toList();
        if (uncounted.isEmpty()) {
            return Optional.empty();
        }
        Message name = Wording.name(meeting.unit(unit.unit()).name());
        Message whose = uncounted.size() == used.size()
                ? name
                : Message.of("report.seen-only.types", name, types(meeting, uncounted));
        return Optional.of(Message.of(
                "report.seen-only",
                whose,
                uncounted.stream().mapToLong(Clearing::printed).sum(),
                uncounted.stream().mapToLong(Clearing::seen).sum()));
    }

    private static Message types(Meeting meeting, List<Clearing> clearings) {
        return Wording.names(clearings.stream()
                .map(c -> meeting.respondentType(c.lot().respondentType()).label())
                .toList());
    }
}
