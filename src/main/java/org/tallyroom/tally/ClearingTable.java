package org.tallyroom.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallyroom.ballot.Ballot;
import org.tallyroom.ballot.BallotOutcome;
import org.tallyroom.meeting.CountingRules.Quorum;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.meeting.RespondentType;
import org.tallyroom.meeting.Unit;
import org.tallyroom.tally.Identity.Known;
import org.tallyroom.tally.Identity.State;

/** Clears the lots of one unit: classes of sheets and the identities between them (trust.md, Accounting). */
final class ClearingTable {

    private final Meeting meeting;
    private final Unit unit;
    private final Ledger ledger;

    ClearingTable(Meeting meeting, Unit unit, Ledger ledger) {
        this.meeting = meeting;
        this.unit = unit;
        this.ledger = ledger;
    }

    Clearing clear(RespondentType type, List<BallotOutcome> sheets) {
        Lot lot = new Lot(unit.id(), type.id());
        Figures figures = ledger.figures(lot);
        long seen = sheets.size();
        long held = sheets.stream().filter(s -> s.match(b -> false, h -> true)).count();
        return new Clearing(
                lot,
                ledger.printed(lot),
                figures,
                seen,
                standing(sheets, Ballot.Standing.VALID),
                standing(sheets, Ballot.Standing.UNFILLED),
                standing(sheets, Ballot.Standing.INVALID),
                held + Clearing.unseen(figures, seen),
                identities(ledger.printed(lot), figures, seen));
    }

    private static long standing(List<BallotOutcome> sheets, Ballot.Standing standing) {
        return sheets.stream().filter(s -> s.match(b -> b.standing() == standing, h -> false)).count();
    }

    private List<Identity> identities(long printed, Figures figures, long seen) {
        Known returned = Known.of(figures.returned(), seen);
        Known out = Known.of(figures.issued(), 0)
                .plus(Known.of(figures.unused(), 0))
                .plus(Known.of(figures.spoiled(), 0));
        List<Identity> identities = new ArrayList<>();
        identities.add(Identity.equal(Identity.PRINTED, out, printed));
        identities.add(Identity.atMost(Identity.RETURNED_ISSUED, returned, figures.issued()));
        identities.add(Identity.atMost(Identity.RETURNED_PRESENT, returned, figures.present()));
        identities.add(Identity.atMost(Identity.CLASSIFIED, new Known(seen, true), figures.returned()));
        identities.add(new Identity(Identity.ADDS_UP, State.HOLDS));
        quorum().ifPresent(identities::add);
        return identities;
    }

    /** Present over due of the whole unit: a quorum is a matter of the room, not of one kind of respondents. */
    private Optional<Identity> quorum() {
        Quorum quorum = meeting.rules().quorum();
        if (quorum.num() == 0) {
            return Optional.empty();
        }
        long due = 0;
        Known present = new Known(0, true);
        for (RespondentType type : meeting.respondentTypes()) {
            due += meeting.respondents(unit, type);
            Lot lot = new Lot(unit.id(), type.id());
            present = present.plus(Known.of(ledger.figures(lot).present(), 0));
        }
        boolean enough = present.atLeast() * quorum.den() >= due * quorum.num();
        State missing = present.exact() ? State.BROKEN : State.OPEN;
        return Optional.of(new Identity(Identity.QUORUM, enough ? State.HOLDS : missing));
    }
}
