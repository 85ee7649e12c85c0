package org.tallyroom.station;

import java.util.Locale;

/** The one state every page that was taken in is in (contract: the page equation). */
public enum PageState {
    READ,
    UNREADABLE,
    DUPLICATE,
    FOREIGN,
    BLANK;

    /** As the contract writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PageState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
