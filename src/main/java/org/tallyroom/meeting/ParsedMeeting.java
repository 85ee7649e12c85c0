package org.tallyroom.meeting;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tallyroom.definition.Problem;

/** What a meeting definition gives: a meeting, or all that is wrong with it. */
public sealed interface ParsedMeeting permits Meeting, InvalidMeeting {

    default <T> T match(Function<Meeting, T> meeting, Function<List<Problem>, T> invalid) {
        if (this instanceof Meeting m) {
            return meeting.apply(m);
        }
        return invalid.apply(((InvalidMeeting) this).problems());
    }

    default Optional<Meeting> meeting() {
        return match(Optional::of, problems -> Optional.empty());
    }

    /** The meeting, or what could be understood of it. */
    default Optional<Meeting> draft() {
        return this instanceof InvalidMeeting invalid ? invalid.draft() : meeting();
    }

    default List<Problem> problems() {
        return match(meeting -> List.of(), problems -> problems);
    }
}
