package org.tallyroom.calibration;

import java.util.Optional;

/**
 * What the ink in one cell amounts to.
 *
 * @param doubt why only a person may say whether it is a mark
 * @param confidence ratio 0..1, as in {@link Judgement}
 */
record CellVerdict(String option, Kind kind, Optional<Doubt> doubt, double confidence) {

    enum Kind {
        NOTHING,
        LINES,
        LOOP,
        FILL
    }

    boolean marked() {
        return kind != Kind.NOTHING && doubt.isEmpty();
    }
}
