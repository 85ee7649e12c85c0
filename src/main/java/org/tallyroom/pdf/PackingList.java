package org.tallyroom.pdf;

import java.util.List;

/** What is printed for one unit, to be ticked off by the one who prints. */
public record PackingList(String meeting, String unit, String leadUnit, List<Entry> entries) {

    public PackingList {
        entries = List.copyOf(entries);
    }

    /**
     * One file.
     *
     * @param sheets sheets in the file, each of {@code pagesPerSheet} pages
     */
    public record Entry(String file, String respondentType, int sheets, int pagesPerSheet) {

        int pages() {
            return sheets * pagesPerSheet;
        }
    }
}
