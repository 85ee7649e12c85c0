package org.tallyroom.calibration;

import java.util.List;
import java.util.function.Function;
import org.tallyroom.message.Message;

/** What calibrating gives: a profile, or why there is none. */
public sealed interface MadeProfile {

    /** @param text the profile as it is to be kept */
    record Made(String text) implements MadeProfile {}

    record Refused(List<Message> reasons) implements MadeProfile {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    default <T> T match(Function<String, T> made, Function<List<Message>, T> refused) {
        return this instanceof Made m ? made.apply(m.text()) : refused.apply(((Refused) this).reasons());
    }
}
