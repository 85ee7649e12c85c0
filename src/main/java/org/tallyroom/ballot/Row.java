package org.tallyroom.ballot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tallyroom.calibration.Answer;
import org.tallyroom.calibration.Doubt;
import org.tallyroom.calibration.Judgement;

/**
 * One item as it is counted, with what the machine read and what a person decided beside it.
 *
 * @param answer what is counted
 * @param read every reading of the row; empty when its page is missing
 * @param decision the decision that made the answer, if one did
 */
public record Row(String item, Answer answer, List<Judgement> read, Optional<Decision> decision) {

    public Row {
        read = List.copyOf(read);
    }

    public boolean doubtful() {
        return answer instanceof Answer.Doubtful;
    }

    /** How many people must decide alike before it counts. */
    public int people() {
        return read.isEmpty() || takesTwo(read.get(0).answer()) ? 2 : 1;
    }

    /** Two where the machine was certain, so that nobody turns a vote alone; any doubt takes one person's word. */
    static boolean takesTwo(Answer machine) {
        return machine.match(chosen -> true, () -> true, () -> true, doubt -> false);
    }

    /** Why the machine doubted the row, also after a rule or a person has settled it. */
    public Optional<Doubt> doubt() {
        return read.stream()
                .flatMap(j -> j.answer() instanceof Answer.Doubtful d ? Stream.of(d.doubt()) : Stream.empty())
                .findFirst();
    }
}
