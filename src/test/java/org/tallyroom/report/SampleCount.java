package org.tallyroom.report;

import java.util.List;
import org.tallyroom.support.CountedSheets;
import org.tallyroom.support.SampleMeeting;

/** A counting night of the sample meeting in which everything happens that a report must tell. */
public final class SampleCount {

    private SampleCount() {}

    /**
     * One unit well above two thirds, one exactly on it, one below with doubts settled, one whose paper does not add up.
     */
    public static CountedSheets night() {
        CountedSheets sheets = new CountedSheets(SampleMeeting.of("joint-assessment"), rules -> rules);
        sheets.add("review-centre", "own-unit", 12, "good", List.of("study-3=fair"))
                .add("review-centre", "own-unit", 2, "fair")
                .add("review-centre", "own-unit", 1, "blank")
                .add("review-centre", "full", 13, "good", List.of("listen-5=poor", "rectify-2=blank"))
                .add("review-centre", "full", 5, "fair", List.of("study-1=good"))
                .add("review-centre", "full", 2, "poor", List.of("overall=overmarked"));
        sheets.add("archives", "own-unit", 10, "good")
                .add("archives", "own-unit", 5, "fair")
                .add("archives", "full", 10, "good", List.of("rectify-3=overmarked"))
                .add("archives", "full", 5, "poor");
        sheets.add("service-hall", "own-unit", 9, "good", List.of("listen-2=doubtful"))
                .add("service-hall", "own-unit", 5, "fair")
                .invalid("service-hall", "own-unit", 1)
                .add("service-hall", "full", 6, "good")
                .add("service-hall", "full", 13, "poor", List.of("study-2=good"));
        sheets.add("parks", "own-unit", 15, "good").add("parks", "full", 20, "good");
        return sheets.figures("review-centre", "own-unit", 15)
                .figures("review-centre", "full", 20)
                .figures("archives", "own-unit", 15)
                .figures("archives", "full", 15)
                .figures("service-hall", "own-unit", 15)
                .figures("service-hall", "full", 20)
                .figures("parks", "own-unit", CountedSheets.of(15, 14, 1, 0, 15))
                .figures("parks", "full", 20);
    }
}
