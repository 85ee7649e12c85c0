package org.tallyroom.bench;

import java.util.List;

/**
 * One page of the run after it was read.
 *
 * @param state {@code read}, a reason of the contract, or {@code wrong-sheet}
 * @param rows of a page that was read
 * @param makeNanos processor time that making the picture and unpacking it took
 * @param readNanos processor time that reading it took
 */
record SeenPage(Deal deal, String state, List<SeenRow> rows, long makeNanos, long readNanos) {

    SeenPage {
        rows = List.copyOf(rows);
    }

    boolean read() {
        return state.equals("read");
    }
}
