package org.tallyroom.tally;

import java.util.List;
import org.tallyroom.form.Form;
import org.tallyroom.form.Form.Option;
import org.tallyroom.meeting.CountingRules;

/** Which of a form's options satisfy, which are merely valid, and that the others are no vote (不了解). */
record Grades(List<String> options, List<String> satisfied, List<String> unsatisfied) {

    static Grades of(Form form, CountingRules rules) {
        List<String> options = form.scale().options().stream().map(Option::id).toList();
        List<String> valid =
                options.stream().filter(id -> !rules.excluded().contains(id)).toList();
        return new Grades(
                options,
                valid.stream().filter(rules.satisfied()::contains).toList(),
                valid.stream().filter(id -> !rules.satisfied().contains(id)).toList());
    }

    Votes votes(Columns columns) {
        long satisfying = columns.votes(satisfied);
        long other = columns.votes(unsatisfied);
        long undecided = columns.doubtful() + columns.held();
        return new Votes(satisfying, other, columns.sheets() - satisfying - other - undecided, undecided);
    }
}
