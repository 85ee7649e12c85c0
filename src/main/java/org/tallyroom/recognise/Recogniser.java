package org.tallyroom.recognise;

import org.tallyroom.image.PageImage;
import org.tallyroom.sheetcode.SheetCode;

/** Recognises scanned pages of one meeting. Holds no state between pages: any number of threads may share one. */
public final class Recogniser {

    private final Printed printed;

    public Recogniser(Printed printed) {
        this.printed = printed;
    }

    /** Finds the page in the picture, reads its code and measures its rows. */
    public Recognition recognise(PageImage scan) {
        return new Recognition.Unreadable(Recognition.Reason.NOT_A_FORM);
    }

    /** The same for a page whose printed short code a person or OCR has read and the issued codes have confirmed. */
    public Recognition recognise(PageImage scan, SheetCode confirmed) {
        return printed.layout(confirmed)
                .map(layout -> recognise(scan))
                .orElse(new Recognition.Unreadable(Recognition.Reason.NO_CODE));
    }
}
