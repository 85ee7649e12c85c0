package org.tallyroom.station;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tallyroom.calibration.Answer;
import org.tallyroom.calibration.Judgement;
import org.tallyroom.store.Provenance;

/** {@code readings --json}: what every page said, as the machine read it; decisions stand beside, not in here. */
public record ReadingsDocument(List<Page> pages, Equation equation) {

    public ReadingsDocument {
        pages = List.copyOf(pages);
    }

    public record Page(
            Optional<String> source,
            Optional<Integer> page,
            String state,
            Optional<String> reason,
            Optional<String> sheet,
            Optional<String> unit,
            Optional<String> respondentType,
            List<Row> answers) {}

    /** @param answer an option, blank, overmarked or doubtful; @param confidence ratio 0..1 */
    public record Row(String item, String answer, double confidence) {}

    public static ReadingsDocument of(Station station) {
        SeenPages seen = SeenPages.of(station.facts(), station.sheets(), station.judging());
        Map<String, Provenance> provenance = station.facts().provenance();
        List<String> order = List.copyOf(provenance.keySet());
        Map<String, Integer> position = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            position.put(order.get(i), i);
        }
        List<Page> pages = seen.all().stream()
                .sorted(Comparator.comparing((SeenPage p) -> position.getOrDefault(p.fact().id(), 0))
                        .thenComparing(p -> p.fact().id()))
                .map(p -> page(station, p, Optional.ofNullable(provenance.get(p.fact().id()))))
                .toList();
        return new ReadingsDocument(pages, seen.equation(station));
    }

    private static Page page(Station station, SeenPage page, Optional<Provenance> whence) {
        boolean ours = page.state() == PageState.READ || page.state() == PageState.DUPLICATE;
        return new Page(
                whence.map(Provenance::source),
                whence.map(Provenance::page),
                page.state().word(),
                page.reason(),
                page.sheet().map(s -> s.shortCode()),
                page.sheet().map(s -> station.unit(s).id()),
                page.sheet().map(s -> station.type(s).id()),
                ours ? page.judgements().stream().map(ReadingsDocument::row).toList() : List.of());
    }

    /** The option, blank, overmarked or doubtful. */
    static String word(Answer answer) {
        return answer.match(c -> c.option(), () -> "blank", () -> "overmarked", doubt -> "doubtful");
    }

    private static Row row(Judgement judgement) {
        return new Row(judgement.item(), word(judgement.answer()), Math.round(judgement.confidence() * 1000) / 1000.0);
    }
}
