package org.tallyroom.calibration;

import java.util.function.Function;
import java.util.function.Supplier;

/** One row's answer: an option, nothing, two plain marks, or a doubt that only a person may settle. */
public sealed interface Answer {

    record Chosen(String option) implements Answer {}

    record Blank() implements Answer {}

    record Overmarked() implements Answer {}

    record Doubtful(Doubt doubt) implements Answer {}

    default <T> T match(
            Function<Chosen, T> chosen, Supplier<T> blank, Supplier<T> overmarked, Function<Doubt, T> doubtful) {
        if (this instanceof Chosen c) {
            return chosen.apply(c);
        } else if (this instanceof Blank) {
            return blank.get();
        } else if (this instanceof Overmarked) {
            return overmarked.get();
        }
        return doubtful.apply(((Doubtful) this).doubt());
    }
}
