package org.tallyroom.tally;

import java.util.List;
import java.util.Optional;
import org.tallyroom.meeting.CountingRules.Denominator;

/**
 * The accounting of one lot (清点): every sheet in exactly one class.
 *
 * @param seen sheets of which the scanner saw at least one page
 * @param valid sheets that count
 * @param unfilled sheets on which every item is blank
 * @param invalid sheets that a person declared invalid
 * @param held sheets that wait for people, and sheets collected but not seen by the scanner
 */
public record Clearing(
        Lot lot,
        long printed,
        Figures figures,
        long seen,
        long valid,
        long unfilled,
        long invalid,
        long held,
        List<Identity> identities) {

    public Clearing {
        identities = List.copyOf(identities);
        if (valid + unfilled + invalid + held != seen + unseen(figures, seen)) {
            throw new IllegalArgumentException("the classes of " + lot + " do not add up to its sheets");
        }
    }

    /** Sheets that people collected and the scanner has not seen; nothing when the hand count is unknown. */
    public long unseen() {
        return unseen(figures, seen);
    }

    static long unseen(Figures figures, long seen) {
        return figures.returned().map(r -> Math.max(0, r - seen)).orElse(0L);
    }

    /**
     * Sheets that stray pages could be although nobody missed them yet: without a hand count, those that were issued
     * (or at least printed and not laid aside) and not seen.
     */
    long room() {
        long out = figures.issued().orElse(printed - figures.unused().orElse(0L) - figures.spoiled().orElse(0L));
        return figures.returned().isPresent() ? 0 : Math.max(0, out - seen);
    }

    public boolean moreReturnedThanIssued() {
        return figures.returned().isPresent()
                && figures.issued().isPresent()
                && figures.returned().get() > figures.issued().get();
    }

    public boolean in(Identity.State state) {
        return identities.stream().anyMatch(i -> i.state() == state);
    }

    /** The number a denominator stands for; unknown while nobody entered it. */
    public Optional<Long> figure(Denominator denominator) {
        return switch (denominator) {
            case VALID -> Optional.empty();
            case RETURNED -> figures.returned();
            case ISSUED -> figures.issued();
            case PRESENT -> figures.present();
        };
    }
}
