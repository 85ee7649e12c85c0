package org.tallyroom.meeting;

import java.util.List;
import java.util.Optional;
import org.tallyroom.definition.Problem;

/**
 * A definition that makes no meeting.
 *
 * @param problems never empty
 * @param draft what could be understood of it: good for finding further problems, and for nothing else
 */
public record InvalidMeeting(List<Problem> problems, Optional<Meeting> draft) implements ParsedMeeting {

    public InvalidMeeting {
        problems = List.copyOf(problems);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an invalid meeting without a problem");
        }
    }
}
