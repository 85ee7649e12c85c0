package org.tallyroom.station;

import java.util.List;
import org.tallyroom.message.Message;

/** What nobody does alone. */
final class TwoPeople {

    private TwoPeople() {}

    /**
     * The names of two different people or more, without the spaces around them.
     *
     * @param otherwise says what needs two
     * @throws Refusal when there are fewer
     */
    static List<String> among(List<String> by, String otherwise) {
        List<String> people = by.stream().map(String::strip).filter(n -> !n.isEmpty()).distinct().toList();
        if (people.size() < 2) {
            throw new Refusal(Message.of(otherwise));
        }
        return people;
    }
}
