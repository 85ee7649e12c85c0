package org.tallyroom.report;

import java.util.Optional;
import org.tallyroom.message.Message;
import org.tallyroom.tally.Fraction;

/** One cell of a table: numbers stay numbers until a spreadsheet or a page writes them. */
public sealed interface Cell {

    record Words(Message text) implements Cell {}

    /** Text that is not ours to translate: names and labels from the definitions. */
    record Name(String text) implements Cell {}

    record Number(long value) implements Cell {}

    record Rate(Fraction value) implements Cell {}

    /** A difference of two rates, in tenths of a percentage point. */
    record Gap(long tenths) implements Cell {}

    /** A figure that nobody knows. */
    record Unknown() implements Cell {}

    static Cell number(Optional<Long> figure) {
        return figure.<Cell>map(Number::new).orElseGet(Unknown::new);
    }

    static Cell rate(Optional<Fraction> rate) {
        return rate.<Cell>map(Rate::new).orElseGet(Unknown::new);
    }

    default <T> T match(Cases<T> cases) {
        if (this instanceof Words w) {
            return cases.words(w.text());
        } else if (this instanceof Name n) {
            return cases.words(Wording.name(n.text()));
        } else if (this instanceof Number n) {
            return cases.number(n.value());
        } else if (this instanceof Rate r) {
            return cases.rate(r.value());
        } else if (this instanceof Gap g) {
            return cases.gap(g.tenths());
        }
        return cases.unknown();
    }

    /** What to do with each kind of cell. */
    interface Cases<T> {
        T words(Message text);

        T number(long value);

        T rate(Fraction value);

        T gap(long tenths);

        T unknown();
    }
}
