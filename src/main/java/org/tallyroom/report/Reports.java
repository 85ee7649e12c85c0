package org.tallyroom.report;

import java.util.ArrayList;
import java.util.List;
import org.tallyroom.meeting.Unit;

/** The documents of a count: the clearing first, the results after it (domain.md §B.3). */
public final class Reports {

    private Reports() {}

    /** 清点报告: whether the paper adds up, for every unit. */
    public static Report clearing(Counted counted) {
        return new ClearingReport(counted).write();
    }

    /** 计票结果报告单 of one unit. */
    public static Report tally(Counted counted, String unit) {
        return new TallyReport(counted, unit).write();
    }

    /** What one unit is told: its weakest items first. */
    public static Report feedback(Counted counted, String unit) {
        return new FeedbackReport(counted, unit).write();
    }

    /** All units beside each other, in the meeting's order and without ranks. */
    public static Report summary(Counted counted) {
        return new SummaryReport(counted).write();
    }

    /** The result sheets of every unit, in the meeting's order. */
    public static List<Report> tallies(Counted counted) {
        return counted.meeting().units().stream().map(Unit::id).map(id -> tally(counted, id)).toList();
    }

    /** Everything, in the order in which a count is reported. */
    public static List<Report> all(Counted counted) {
        List<Report> reports = new ArrayList<>();
        reports.add(clearing(counted));
        reports.addAll(tallies(counted));
        reports.add(summary(counted));
        counted.meeting().units().forEach(u -> reports.add(feedback(counted, u.id())));
        return reports;
    }
}
