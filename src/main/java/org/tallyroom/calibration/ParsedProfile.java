package org.tallyroom.calibration;

import java.util.List;
import java.util.function.Function;
import org.tallyroom.definition.Problem;

/** What reading a calibration profile gives: the profile, or all that is wrong with it. */
public sealed interface ParsedProfile {

    /**
     * @param name what the profile stands for, as a report names it
     * @param figures the criteria as they are written, in the order in which they were asked for
     */
    record Profile(String name, Criteria criteria, List<Figure> figures) implements ParsedProfile {
        public Profile {
            figures = List.copyOf(figures);
        }
    }

    record InvalidProfile(List<Problem> problems) implements ParsedProfile {
        public InvalidProfile {
            problems = List.copyOf(problems);
        }
    }

    default <T> T match(Function<Profile, T> profile, Function<List<Problem>, T> invalid) {
        return this instanceof Profile p ? profile.apply(p) : invalid.apply(((InvalidProfile) this).problems());
    }
}
