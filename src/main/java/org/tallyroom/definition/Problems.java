package org.tallyroom.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tallyroom.message.Message;

/** Collects everything wrong in a definition, so that a person sees all of it at once and not one by one. */
public final class Problems {

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing((Problem p) -> p.origin().file()).thenComparingInt(p -> p.origin().line());

    private final List<Problem> found = new ArrayList<>();

    public void add(Origin origin, String key, Object... arguments) {
        found.add(new Problem(origin, Message.of(key, arguments)));
    }

    public void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    public boolean none() {
        return found.isEmpty();
    }

    /** Each once, by file and line. */
    public List<Problem> list() {
        return found.stream().distinct().sorted(BY_PLACE).toList();
    }
}
