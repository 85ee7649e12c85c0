package org.tallyroom.bench;

import org.tallyroom.message.Message;
import org.tallyroom.station.PageState;
import org.tallyroom.station.TakeIn;

/** Counts the pages that were taken in but not read. */
final class Listening implements TakeIn.Listener {

    private int notRead;

    @Override
    public void page(TakeIn.PageLine page) {
        notRead += page.state() == PageState.READ ? 0 : 1;
    }

    @Override
    public void note(Message note) {
        // Of black-and-white files the program says that light pencil may be gone: so it may.
    }

    int notRead() {
        return notRead;
    }
}
