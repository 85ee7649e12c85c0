package org.tallyroom.station;

import java.util.List;
import java.util.Optional;
import org.tallyroom.calibration.Judgement;
import org.tallyroom.store.PageFact;
import org.tallyroom.store.SheetFact;

/**
 * A page that was taken in, as it stands among the others now.
 *
 * @param sheet the sheet it belongs to, if it is one of ours
 * @param judgements what its rows say, as the machine reads them; none where nothing was measured
 */
record SeenPage(
        PageFact fact,
        PageState state,
        Optional<String> reason,
        Optional<SheetFact> sheet,
        List<Judgement> judgements) {

    SeenPage {
        judgements = List.copyOf(judgements);
    }

    SeenPage as(PageState newState, Optional<String> newReason) {
        return new SeenPage(fact, newState, newReason, sheet, judgements);
    }
}
