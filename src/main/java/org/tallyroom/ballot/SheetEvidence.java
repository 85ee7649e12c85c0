package org.tallyroom.ballot;

import java.util.List;
import org.tallyroom.calibration.Judgement;

/**
 * All that is known of one sheet of paper.
 *
 * @param sheet its short code
 * @param pages what was read, in the order of arrival: a page that was scanned once is here once, a page whose second
 *     picture says something different is here twice; a page that gave no answers is left out
 * @param photocopied its code was met on more papers than one sheet can be
 * @param decisions what people decided about it, in the order they were appended
 */
public record SheetEvidence(
        String sheet,
        String unit,
        String respondentType,
        List<PageEvidence> pages,
        boolean photocopied,
        List<Decision> decisions) {

    public SheetEvidence {
        pages = List.copyOf(pages);
        decisions = List.copyOf(decisions);
        String own = sheet;
        if (decisions.stream().anyMatch(d -> !d.sheet().equals(own))) {
            throw new IllegalArgumentException("a decision about another sheet than " + own);
        }
    }

    /**
     * One picture of one page.
     *
     * @param page from 1
     */
    public record PageEvidence(int page, List<Judgement> judgements) {
        public PageEvidence {
            judgements = List.copyOf(judgements);
        }
    }
}
