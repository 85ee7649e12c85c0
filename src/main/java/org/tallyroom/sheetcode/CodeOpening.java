package org.tallyroom.sheetcode;

import java.util.function.Function;
import java.util.function.Supplier;

/** What opening a scanned code's payload with the meeting's key gives. */
public sealed interface CodeOpening {

    /** The tag is right: this meeting printed the page. */
    record Genuine(SheetCode code) implements CodeOpening {}

    /** One of ours by its shape, but of another meeting or definition. */
    record OtherMeeting() implements CodeOpening {}

    /**
     * It names this meeting, but its tag is wrong.
     *
     * @param rehearsal whether it calls itself a rehearsal's: a rehearsal has a secret of its own, so its true sheets
     *     look like this to every other station of the meeting
     */
    record Forged(boolean rehearsal) implements CodeOpening {}

    /** No code of this program. */
    record NotOurs() implements CodeOpening {}

    default <T> T match(
            Function<SheetCode, T> genuine, Supplier<T> otherMeeting, Function<Boolean, T> forged, Supplier<T> notOurs) {
        if (this instanceof Genuine g) {
            return genuine.apply(g.code());
        } else if (this instanceof OtherMeeting) {
            return otherMeeting.get();
        } else if (this instanceof Forged f) {
            return forged.apply(f.rehearsal());
        }
        return notOurs.get();
    }
}
