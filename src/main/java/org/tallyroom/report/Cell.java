package org.tallyroom.report;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.tallyroom.message.Message;
import org.tallyroom.tally.Fraction;

/** One cell of a table: numbers stay numbers until a spreadsheet or a page writes them. */
public sealed interface Cell {

    record Words(Message text) implements Cell {}

    /** Text that is not ours to translate: names and labels from the definitions. */
    record Name(String text) implements Cell {}

    record Number(long value) implements Cell {}

    record Rate(Fraction value) implements Cell {}

    /** A figure that nobody knows. */
    record Unknown() implements Cell {}

    static Cell number(Optional<Long> figure) {
        return figure.<Cell>map(Number::new).orElseGet(Unknown::new);
    }

    static Cell rate(Optional<Fraction> rate) {
        return rate.<Cell>map(Rate::new).orElseGet(Unknown::new);
    }

    default <T> T match(
            Function<Message, T> words, LongFunction<T> number, Function<Fraction, T> rate, Supplier<T> unknown) {
        if (this instanceof Words w) {
            return words.apply(w.text());
        } else if (this instanceof Name n) {
            return words.apply(Message.of("report.name", n.text()));
        } else if (this instanceof Number n) {
            return number.apply(n.value());
        } else if (this instanceof Rate r) {
            return rate.apply(r.value());
        }
        return unknown.get();
    }
}
