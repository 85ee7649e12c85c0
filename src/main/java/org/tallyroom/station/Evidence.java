package org.tallyroom.station;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tallyroom.ballot.Decision;
import org.tallyroom.ballot.SheetEvidence;
import org.tallyroom.ballot.SheetEvidence.PageEvidence;
import org.tallyroom.store.DecisionFact;
import org.tallyroom.store.SheetFact;

/** Gathers all that is known of each sheet that came back: its pages, their disputes, the decisions about it. */
final class Evidence {

    /**
     * Papers with one code: a person may feed a sheet twice, but three different papers come from a copier
     * (trust.md).
     */
    private static final int PAPERS_OF_A_COPIER = 3;

    private final Station station;
    private final Map<SheetFact, List<SeenPage>> bySheet;
    private final Map<String, List<DecisionFact>> decisions;

    Evidence(Station station, SeenPages pages) {
        this.station = station;
        this.bySheet = pages.all().stream()
                .filter(Evidence::speaks)
                .collect(Collectors.groupingBy(p -> p.sheet().orElseThrow()));
        this.decisions = station.facts().decisions().stream().collect(Collectors.groupingBy(DecisionFact::tokenHash));
    }

    /** A page that is its sheet's own, or contradicts it. */
    private static boolean speaks(SeenPage page) {
        return page.state() == PageState.READ
                || page.state() == PageState.DUPLICATE && page.reason().filter("differs"::equals).isPresent();
    }

    /** In the order of the short codes, which tells nothing. */
    List<SheetEvidence> sheets() {
        return bySheet.entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey().shortCode()))
                .map(e -> evidence(e.getKey(), e.getValue()))
                .toList();
    }

    /** The pictures that speak about a sheet. */
    List<SeenPage> pages(SheetFact sheet) {
        return bySheet.getOrDefault(sheet, List.of());
    }

    /** Units whose forms were photocopied: one code on three papers, or three disputed sheets. */
    List<String> photocopied() {
        Map<String, Long> disputed = bySheet.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(p -> p.state() == PageState.DUPLICATE))
                .collect(Collectors.groupingBy(e -> station.unit(e.getKey()).id(), Collectors.counting()));
        return station.definitions().meeting().units().stream()
                .map(u -> u.id())
                .filter(u -> disputed.getOrDefault(u, 0L) >= PAPERS_OF_A_COPIER || copiedSheetIn(u))
                .toList();
    }

    private boolean copiedSheetIn(String unit) {
        return bySheet.entrySet().stream()
                .anyMatch(e -> station.unit(e.getKey()).id().equals(unit) && onManyPapers(e.getValue()));
    }

    private SheetEvidence evidence(SheetFact sheet, List<SeenPage> pages) {
        List<PageEvidence> evidence = pages.stream()
                .sorted(Comparator.comparing((SeenPage p) -> p.fact().page()))
                .map(p -> new PageEvidence(p.fact().page(), p.judgements()))
                .toList();
        return new SheetEvidence(
                sheet.shortCode(),
                station.unit(sheet).id(),
                station.type(sheet).id(),
                evidence,
                onManyPapers(pages),
                decided(sheet));
    }

    private static boolean onManyPapers(List<SeenPage> pages) {
        return pages.stream().collect(Collectors.groupingBy(p -> p.fact().page())).values().stream()
                .anyMatch(pictures -> distinct(pictures) >= PAPERS_OF_A_COPIER);
    }

    /** The most pictures that all contradict each other, found greedily: a lower bound is enough for an alarm. */
    private static int distinct(List<SeenPage> pictures) {
        List<SeenPage> apart = new ArrayList<>();
        for (SeenPage picture : pictures) {
            if (apart.stream().allMatch(other -> SeenPages.differ(picture, other))) {
                apart.add(picture);
            }
        }
        return apart.size();
    }

    private List<Decision> decided(SheetFact sheet) {
        return decisions.getOrDefault(sheet.tokenHash(), List.of()).stream()
                .flatMap(d -> d.deciders().stream()
                        .map(by -> new Decision(sheet.shortCode(), d.item(), d.outcome(), by, d.reason())))
                .toList();
    }
}
