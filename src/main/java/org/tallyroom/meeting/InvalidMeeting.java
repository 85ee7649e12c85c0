package org.tallyroom.meeting;

import java.util.List;
import org.tallyroom.definition.Problem;

/** A definition that makes no meeting; {@code problems} is never empty. */
public record InvalidMeeting(List<Problem> problems) implements ParsedMeeting {

    public InvalidMeeting {
        problems = List.copyOf(problems);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an invalid meeting without a problem");
        }
    }
}
