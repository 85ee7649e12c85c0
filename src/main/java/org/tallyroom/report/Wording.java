package org.tallyroom.report;

import java.util.List;
import org.tallyroom.message.Message;
import org.tallyroom.tally.Fraction;

/** Figures and lists as parts of a sentence. */
public final class Wording {

    private Wording() {}

    /** The fraction first, so that it can be found in the pile; the percentage beside it is rounded. */
    public static Message rate(Fraction rate) {
        return Message.of("report.rate", rate.num(), rate.den(), percent(rate));
    }

    /** The same for a table: {@code 24/35  68.57%}. */
    public static Message rateInCell(Fraction rate) {
        return Message.of("report.rate.cell", rate.num(), rate.den(), percent(rate));
    }

    /** Such as {@code 68.57%}. */
    public static String percent(Fraction rate) {
        long hundredths = rate.hundredthsOfPercent();
        return hundredths / 100 + "." + hundredths / 10 % 10 + hundredths % 10 + "%";
    }

    /** A difference in percentage points with its sign, such as {@code +3.5}. */
    public static String points(long tenths) {
        String sign = tenths > 0 ? "+" : tenths < 0 ? "−" : "±";
        return sign + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }

    /** Such as {@code 2/3}. */
    static String threshold(Fraction threshold) {
        return threshold.num() + "/" + threshold.den();
    }

    static Message name(String text) {
        return Message.of("report.name", text);
    }

    static Message names(List<String> names) {
        return list(names.stream().map(Wording::name).toList());
    }

    static Message list(List<Message> parts) {
        return parts.stream()
                .reduce((a, b) -> Message.of("report.list", a, b))
                .orElseGet(() -> Message.of("report.nobody"));
    }

    static Message clauses(List<Message> parts) {
        return parts.stream().reduce((a, b) -> Message.of("report.clauses", a, b)).orElseThrow();
    }

    static Message sentences(List<Message> parts) {
        return parts.stream().reduce((a, b) -> Message.of("report.sentences", a, b)).orElseThrow();
    }
}
