package org.tallyroom.bench;

import java.util.List;

/**
 * One page of the run after it was read.
 *
 * @param state {@code read}, a reason of the contract, or {@code wrong-sheet}
 * @param rows of a page that was read
 * @param readNanos time that reading took, the picture already unpacked
 */
record SeenPage(Deal deal, String state, List<SeenRow> rows, long readNanos) {

    SeenPage {
        rows = List.copyOf(rows);
    }

    boolean read() {
        return state.equals("read");
    }
}
