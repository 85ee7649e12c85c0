package org.tallyroom.ballot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tallyroom.calibration.Doubt;
import org.tallyroom.form.Form;
import org.tallyroom.message.Message;

/** What follows from a list of appended decisions: the latest one, and the latest one that two people share. */
public final class Decisions {

    private static final Set<String> FOR_MANY = Set.of(Decision.ALL, Decision.CROSSES, Decision.COLUMN);
    private static final Set<String> FOR_ROWS = Set.of(Decision.BLANK, Decision.OVERMARKED, Decision.DOUBTFUL);
    private static final Set<String> FOR_SHEETS = Set.of(Decision.INVALID, Decision.VALID);

    private final List<Decision> inOrder;

    private Decisions(List<Decision> inOrder) {
        this.inOrder = inOrder;
    }

    /** Decisions that name no item or option of the form are passed over: the form is the older law. */
    static Decisions of(List<Decision> appended, Form form) {
        return new Decisions(appended.stream().filter(d -> problem(d, form).isEmpty()).toList());
    }

    /** Why a decision cannot be taken on this form; empty when it can. */
    public static Optional<Message> problem(Decision decision, Form form) {
        boolean all = decision.item().equals(Decision.ALL);
        if (!FOR_MANY.contains(decision.item()) && form.items().stream().noneMatch(i -> i.id().equals(decision.item()))) {
            return Optional.of(Message.of("ballot.no-such-item", decision.item(), decision.sheet()));
        }
        boolean known = FOR_ROWS.contains(decision.outcome())
                || all && FOR_SHEETS.contains(decision.outcome())
                || form.scale().options().stream().anyMatch(o -> o.id().equals(decision.outcome()));
        return known
                ? Optional.empty()
                : Optional.of(Message.of("ballot.no-such-outcome", decision.outcome(), decision.item()));
    }

    /** The latest decision about the whole sheet. */
    Optional<Decision> onSheet() {
        return last(aboutSheet());
    }

    /** The latest decision about the whole sheet, if somebody else's latest says the same. */
    Optional<Decision> onSheetByTwo() {
        return shared(aboutSheet());
    }

    /**
     * The latest decision about a row.
     *
     * @param doubt why it is in doubt: decisions about all such rows concern it too
     */
    Optional<Decision> on(String item, Optional<Doubt> doubt) {
        return last(about(item, doubt));
    }

    /**
     * The latest decision about a row, if somebody else's latest says the same.
     *
     * @param doubt why it is in doubt: decisions about all such rows concern it too
     */
    Optional<Decision> byTwoOn(String item, Optional<Doubt> doubt) {
        return shared(about(item, doubt));
    }

    private List<Decision> aboutSheet() {
        return matching(Decision::concernsSheet);
    }

    private List<Decision> about(String item, Optional<Doubt> doubt) {
        return matching(d -> d.concerns(item, doubt));
    }

    private List<Decision> matching(Predicate<Decision> wanted) {
        return inOrder.stream().filter(wanted).toList();
    }

    private static Optional<Decision> last(List<Decision> decisions) {
        return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.get(decisions.size() - 1));
    }

    private static Optional<Decision> shared(List<Decision> decisions) {
        Map<String, String> latestOf = new LinkedHashMap<>();
        decisions.forEach(d -> latestOf.put(d.by().strip(), d.outcome()));
        return last(decisions)
                .filter(d -> latestOf.values().stream().filter(d.outcome()::equals).count() >= 2);
    }
}
