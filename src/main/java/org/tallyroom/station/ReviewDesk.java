package org.tallyroom.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tallyroom.ballot.Ballot;
import org.tallyroom.ballot.BallotOutcome;
import org.tallyroom.ballot.Decision;
import org.tallyroom.ballot.Decisions;
import org.tallyroom.ballot.Held;
import org.tallyroom.ballot.Row;
import org.tallyroom.message.Message;
import org.tallyroom.sheetcode.ShortCode;
import org.tallyroom.store.DecisionFact;
import org.tallyroom.store.Provenance;
import org.tallyroom.store.SheetFact;

/**
 * Lists what waits for a person and keeps what people decide. The machine's own reading stays beside every decision.
 */
public final class ReviewDesk {

    /** One person says otherwise than the machine read. */
    private static final String CONTRADICTED = "contradicted";

    private final Station station;

    public ReviewDesk(Station station) {
        this.station = station;
    }

    /**
     * {@code review --list --json}.
     *
     * @param together rows of {@code open} that one decision can settle
     * @param pages pages that were not read, which no decision but only another scan can settle
     */
    public record Document(List<Open> open, List<Together> together, List<Page> pages) {}

    /**
     * A row that waits.
     *
     * @param reason why: a doubt (weak, cross, alteration, …) or what the sheet is held for
     * @param people how many must decide alike
     * @param crops pictures of the row, relative to the station folder; written on request
     */
    public record Open(
            String sheet,
            String unit,
            String respondentType,
            String item,
            String reason,
            int people,
            List<String> crops) {}

    /**
     * Rows of one sheet that were doubted for one reason: all its crosses, or what one stroke runs through.
     *
     * @param item what to decide instead of a single item: crosses or column
     * @param rows the items that wait, at least two
     */
    public record Together(String sheet, String unit, String respondentType, String item, List<String> rows) {}

    public record Page(Optional<String> source, Optional<Integer> page, Optional<String> reason) {}

    public Document list(boolean withCrops) {
        Counted counted = Counted.of(station);
        SeenPages pages = SeenPages.of(station.facts(), station.sheets(), station.judging());
        Crops crops = new Crops(station, pages);
        List<Open> open = new ArrayList<>();
        List<Together> together = new ArrayList<>();
        for (BallotOutcome sheet : counted.sheets()) {
            List<Open> rows = sheet.match(
                    ballot -> ballot.doubtful().stream().map(row -> doubtful(sheet, row)).toList(),
                    held -> held.undecided().stream().map(item -> held(held, item)).toList());
            rows.forEach(row -> open.add(withCrops ? withCrops(row, crops) : row));
            sheet.match(ballot -> together.addAll(together(ballot)), held -> false);
        }
        Map<String, Provenance> provenance = station.facts().provenance();
        List<Page> unread = pages.all().stream()
                .filter(p -> p.state() == PageState.UNREADABLE)
                .map(p -> new Page(
                        Optional.ofNullable(provenance.get(p.fact().id())).map(w -> w.source()),
                        Optional.ofNullable(provenance.get(p.fact().id())).map(w -> w.page()),
                        p.reason()))
                .toList();
        return new Document(open, together, unread);
    }

    private static List<Together> together(Ballot ballot) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (Row row : ballot.doubtful()) {
            row.doubt()
                    .flatMap(Decision::together)
                    .ifPresent(item -> rows.computeIfAbsent(item, i -> new ArrayList<>()).add(row.item()));
        }
        return rows.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(e -> new Together(
                        ballot.sheet(), ballot.unit(), ballot.respondentType(), e.getKey(), e.getValue()))
                .toList();
    }

    private static Open doubtful(BallotOutcome sheet, Row row) {
        String doubt = row.doubt().map(PageReader::word).orElse(CONTRADICTED);
        return new Open(
                sheet.sheet(), sheet.unit(), sheet.respondentType(), row.item(), doubt, row.people(), List.of());
    }

    private static Open held(Held held, String item) {
        String reason = held.reasons().stream().sorted().map(PageReader::word).findFirst().orElseThrow();
        return new Open(held.sheet(), held.unit(), held.respondentType(), item, reason, 2, List.of());
    }

    private static Open withCrops(Open row, Crops crops) {
        return new Open(
                row.sheet(),
                row.unit(),
                row.respondentType(),
                row.item(),
                row.reason(),
                row.people(),
                crops.write(row.sheet(), row.item()));
    }

    /**
     * Keeps a decision; an earlier one stays in the journal and no longer counts.
     *
     * @param code the sheet's short code as a person typed it
     * @return whether what was decided is settled now: for some rows two people must decide alike
     * @throws Refusal for a sheet, item or outcome that does not exist
     */
    public boolean decide(String code, String item, String outcome, List<String> by, String reason) {
        SheetFact sheet = ShortCode.parse(code)
                .flatMap(parsed -> station.sheets().values().stream()
                        .filter(s -> s.shortCode().equals(parsed.value()))
                        .findFirst())
                .orElseThrow(() -> new Refusal(Message.of("station.no-such-sheet", code)));
        if (by.isEmpty() || by.stream().anyMatch(String::isBlank)) {
            throw new Refusal(Message.of("station.no-name"));
        }
        Decision decision = new Decision(sheet.shortCode(), item, outcome, by.get(0), reason);
        Decisions.problem(decision, station.definitions().formOf(sheet.respondentType())).ifPresent(problem -> {
            throw new Refusal(problem);
        });
        if (Counted.sheet(station, sheet).filter(seen -> concernsNothing(decision, seen)).isPresent()) {
            throw new Refusal(Message.of("station.nothing-together", sheet.shortCode(), item));
        }
        int seq = 1 + (int) station.facts().decisions().stream()
                .filter(d -> d.tokenHash().equals(sheet.tokenHash()))
                .count();
        List<String> names = by.stream().map(String::strip).toList();
        int criteria = station.facts().criteria().size();
        DecisionFact fact = new DecisionFact(sheet.tokenHash(), seq, item, outcome, names, reason, criteria);
        station.journal().decide(fact);
        return switch (outcome) {
            case Decision.DOUBTFUL -> true;
            case Decision.INVALID, Decision.VALID -> stands(sheet, ballot -> true);
            default -> stands(sheet, ballot -> ballot.doubtful().stream()
                    .noneMatch(row -> item.equals(Decision.ALL) || decision.concerns(row.item(), row.doubt())));
        };
    }

    private static boolean concernsNothing(Decision decision, BallotOutcome sheet) {
        boolean many = Set.of(Decision.CROSSES, Decision.COLUMN).contains(decision.item());
        List<Row> rows = sheet.match(Ballot::rows, Held::rows);
        return many && rows.stream().noneMatch(row -> decision.concerns(row.item(), row.doubt()));
    }

    /** A sheet that is still held, for whatever item, is told as open: its other items do not count either. */
    private boolean stands(SheetFact sheet, Predicate<Ballot> decided) {
        return Counted.sheet(station, sheet)
                .map(outcome -> outcome.match(decided::test, held -> false))
                .orElse(true);
    }
}
