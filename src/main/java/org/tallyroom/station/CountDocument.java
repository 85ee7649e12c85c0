package org.tallyroom.station;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tallyroom.json.Json;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.store.Digest;
import org.tallyroom.tally.Clearing;
import org.tallyroom.tally.Count;
import org.tallyroom.tally.Fraction;
import org.tallyroom.tally.Score;
import org.tallyroom.tally.Tally;
import org.tallyroom.tally.UnitCount;

/** {@code count --json}: the operator's own count, complete; whole numbers only. */
public record CountDocument(String meeting, String definition, boolean closed, Rule rule, List<Unit> units) {

    /** Of the 64 digits of the digest; read aloud and written into the minutes. */
    private static final int CODE_DIGITS = 16;

    public record Rule(
            List<String> satisfied,
            Ratio threshold,
            String exact,
            String decides,
            String denominator,
            String pool) {}

    public record Ratio(long num, long den) {}

    public record Unit(
            String unit, List<Accounting> accounting, List<Item> tallies, String verdict, List<String> flagged) {}

    public record Accounting(
            String respondentType,
            long printed,
            Optional<Long> issued,
            Optional<Long> unused,
            Optional<Long> spoiled,
            Optional<Long> present,
            Optional<Long> returned,
            long valid,
            long unfilled,
            long invalid,
            long held,
            List<Identity> identities) {}

    public record Identity(String id, String state) {}

    public record Item(
            String item,
            String respondentType,
            Map<String, Long> options,
            long blank,
            long overmarked,
            long doubtful,
            long held,
            long valid,
            Optional<Ratio> rate,
            Optional<Ratio> low,
            Optional<Ratio> high,
            long margin,
            Optional<Long> k,
            String verdict) {}

    public static CountDocument of(Station station, Count count) {
        return of(station, count, station.closed());
    }

    static CountDocument of(Station station, Count count, boolean closed) {
        return new CountDocument(
                count.meeting(),
                station.definitions().hash(),
                closed,
                rule(count),
                count.units().stream().map(CountDocument::unit).toList());
    }

    /** The first 16 hexadecimal digits of SHA-256 over the canonical document. */
    public String verificationCode() {
        return Digest.of(Json.canonical(this)).substring(0, CODE_DIGITS);
    }

    private static Rule rule(Count count) {
        CountingRules rules = count.rules();
        return new Rule(
                rules.satisfied(),
                new Ratio(rules.threshold().num(), rules.threshold().den()),
                word(rules.exact()),
                word(rules.decides()),
                word(rules.denominator()),
                word(rules.pool()));
    }

    private static Unit unit(UnitCount unit) {
        return new Unit(
                unit.unit(),
                unit.accounting().stream().map(CountDocument::accounting).toList(),
                unit.tallies().stream().map(CountDocument::item).toList(),
                word(unit.verdict()),
                unit.flagged());
    }

    private static Accounting accounting(Clearing clearing) {
        return new Accounting(
                clearing.lot().respondentType(),
                clearing.printed(),
                clearing.figures().issued(),
                clearing.figures().unused(),
                clearing.figures().spoiled(),
                clearing.figures().present(),
                clearing.figures().returned(),
                clearing.valid(),
                clearing.unfilled(),
                clearing.invalid(),
                clearing.held(),
                clearing.identities().stream().map(i -> new Identity(i.id(), word(i.state()))).toList());
    }

    private static Item item(Tally tally) {
        Score score = tally.score();
        return new Item(
                tally.item(),
                tally.respondentType(),
                new TreeMap<>(tally.columns().options()),
                tally.columns().blank(),
                tally.columns().overmarked(),
                tally.columns().doubtful(),
                tally.columns().held(),
                score.valid(),
                score.rate().map(CountDocument::ratio),
                score.low().map(CountDocument::ratio),
                score.high().map(CountDocument::ratio),
                score.margin(),
                score.k(),
                word(score.verdict()));
    }

    private static Ratio ratio(Fraction fraction) {
        return new Ratio(fraction.num(), fraction.den());
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
