package org.tallyroom.layout;

import java.util.List;
import java.util.function.Function;
import org.tallyroom.definition.Problem;

/** What laying out gives: a layout, or everything that has no room or cannot be printed. */
public sealed interface LaidOut {

    record Fits(FormLayout layout) implements LaidOut {}

    record Misfits(List<Problem> problems) implements LaidOut {
        public Misfits {
            problems = List.copyOf(problems);
        }
    }

    default <T> T match(Function<FormLayout, T> fits, Function<List<Problem>, T> misfits) {
        if (this instanceof Fits f) {
            return fits.apply(f.layout());
        }
        return misfits.apply(((Misfits) this).problems());
    }
}
