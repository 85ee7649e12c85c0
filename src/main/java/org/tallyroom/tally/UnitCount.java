package org.tallyroom.tally;

import java.util.List;
import java.util.Optional;

/**
 * All that is counted of one unit.
 *
 * @param accounting one clearing per respondent type, in the meeting's order
 * @param tallies per item, each respondent type and then all together
 * @param k so many misread sheets could turn the unit's verdict
 * @param flagged items below the threshold that do not decide, or that made the unit fall below it
 */
public record UnitCount(
        String unit,
        List<Clearing> accounting,
        List<Tally> tallies,
        Verdict verdict,
        Optional<Long> k,
        List<String> flagged) {

    public UnitCount {
        accounting = List.copyOf(accounting);
        tallies = List.copyOf(tallies);
        flagged = List.copyOf(flagged);
    }

    public Tally tally(String item, String respondentType) {
        return tallies.stream()
                .filter(t -> t.item().equals(item) && t.respondentType().equals(respondentType))
                .findFirst()
                .orElseThrow();
    }

    public boolean in(Identity.State state) {
        return accounting.stream().anyMatch(c -> c.in(state));
    }

    /** Too few respondents came; of all broken identities the one that no second look at the paper can mend. */
    public boolean lacksQuorum() {
        return accounting.stream()
                .flatMap(c -> c.identities().stream())
                .anyMatch(i -> i.equals(new Identity(Identity.QUORUM, Identity.State.BROKEN)));
    }

    /** Whether a person has something left to do: a figure, a doubt, a held or missing sheet. */
    public boolean waits() {
        boolean papers = in(Identity.State.OPEN) || in(Identity.State.BROKEN);
        boolean sheets = accounting.stream().anyMatch(c -> c.held() > 0);
        return papers || sheets || tallies.stream().anyMatch(t -> t.columns().doubtful() > 0);
    }
}
