package org.tallyroom.layout;

import java.util.List;

/** Where everything is on the sheet of one unit and respondent type; the same for every sheet of the two. */
public record FormLayout(String form, String unit, String respondentType, List<PageLayout> pages) {

    public FormLayout {
        pages = List.copyOf(pages);
    }

    /** @param number from 1 */
    public PageLayout page(int number) {
        return pages.get(number - 1);
    }
}
