package org.tallyroom.tally;

import java.util.List;
import org.tallyroom.form.Form;
import org.tallyroom.form.Form.Option;
import org.tallyroom.meeting.CountingRules;

/** Which of a form's options satisfy and which are no valid vote: as the meeting's rules say, else as the form says. */
record Grades(List<String> options, List<String> satisfied, List<String> unsatisfied) {

    static Grades of(Form form, CountingRules rules) {
        List<Option> options = form.scale().options();
        List<String> excluded = rules.excluded().isEmpty()
                ? options.stream().filter(Option::excluded).map(Option::id).toList()
                : rules.excluded();
        List<String> valid =
                options.stream().map(Option::id).filter(id -> !excluded.contains(id)).toList();
        List<String> named = rules.satisfied().isEmpty()
                ? options.stream().filter(Option::satisfied).map(Option::id).toList()
                : rules.satisfied();
        return new Grades(
                options.stream().map(Option::id).toList(),
                valid.stream().filter(named::contains).toList(),
                valid.stream().filter(id -> !named.contains(id)).toList());
    }

    Votes votes(Columns columns) {
        long satisfying = columns.votes(satisfied);
        long other = columns.votes(unsatisfied);
        long undecided = columns.doubtful() + columns.held();
        return new Votes(satisfying, other, columns.sheets() - satisfying - other - undecided, undecided);
    }
}
