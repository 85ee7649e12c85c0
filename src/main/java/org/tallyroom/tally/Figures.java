package org.tallyroom.tally;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people counted by hand for one lot; a figure nobody entered is unknown and is never filled in from the scan.
 *
 * @param present respondents in the room (实到)
 * @param issued sheets handed out (发出)
 * @param unused sheets left over (剩余)
 * @param spoiled sheets exchanged or torn (作废)
 * @param returned sheets collected, counted as paper before the machine's number was shown (收回)
 */
public record Figures(
        Optional<Long> present,
        Optional<Long> issued,
        Optional<Long> unused,
        Optional<Long> spoiled,
        Optional<Long> returned) {

    public static final Figures UNKNOWN = new Figures(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Figures {
        if (Stream.of(present, issued, unused, spoiled, returned).anyMatch(f -> f.filter(n -> n < 0).isPresent())) {
            throw new IllegalArgumentException("a negative number of sheets");
        }
    }

    /** Figures entered later replace the earlier ones they name and leave the others. */
    public Figures then(Figures later) {
        return new Figures(
                later.present.or(() -> present),
                later.issued.or(() -> issued),
                later.unused.or(() -> unused),
                later.spoiled.or(() -> spoiled),
                later.returned.or(() -> returned));
    }
}
