package org.tallyroom.calibration;

import org.tallyroom.meeting.CountingRules;
import org.tallyroom.recognise.RowReading;

/** The thresholds that turn measures into answers. */
public record Criteria(double markMm, double restMm) {

    /** What the row says; {@code alterations} are doubtful under either rule, the ballot turns them invalid. */
    public Judgement judge(RowReading row, CountingRules.Crosses crosses) {
        return new Judgement(row.item(), new Answer.Blank(), 0);
    }
}
