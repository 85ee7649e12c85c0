package org.tallyroom.station;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tallyroom.ballot.Rereading;
import org.tallyroom.calibration.Judgement;
import org.tallyroom.store.CountedFact;
import org.tallyroom.store.Facts;
import org.tallyroom.store.PageFact;
import org.tallyroom.store.SheetFact;
import org.tallyroom.store.WaitingFiles;

/**
 * Compares all pages taken in with each other. States are not stored but follow from the facts, so that a second
 * picture of a sheet can put the first one in question (trust.md §Identity).
 *
 * @param all in no telling order
 */
record SeenPages(List<SeenPage> all) {

    SeenPages {
        all = List.copyOf(all);
    }

    static SeenPages of(Facts facts, Map<String, SheetFact> sheets, Judging judging) {
        Set<String> counted = facts.counted().stream().map(CountedFact::pageId).collect(Collectors.toSet());
        return of(facts.pages(), new Context(counted, facts.voided().keySet(), sheets), judging);
    }

    static SeenPages ofSheet(Facts facts, SheetFact sheet, Judging judging) {
        Context context = new Context(
                Set.copyOf(facts.countedOf(sheet.tokenHash())),
                facts.voided().keySet(),
                Map.of(sheet.tokenHash(), sheet));
        return of(facts.pagesOf(sheet.tokenHash()), context, judging);
    }

    /** What pages are compared against. @param counted ids of the pages that count */
    record Context(Set<String> counted, Set<String> voided, Map<String, SheetFact> sheets) {}

    static SeenPages of(List<PageFact> pages, Context context, Judging judging) {
        List<SeenPage> seen = new ArrayList<>();
        Map<String, List<SeenPage>> papers = new LinkedHashMap<>();
        for (PageFact fact : pages) {
            SeenPage page = alone(fact, context, judging);
            if (page.state() == PageState.READ) {
                String paper = fact.sheet().orElseThrow() + "/" + fact.page();
                papers.computeIfAbsent(paper, p -> new ArrayList<>()).add(page);
            } else {
                seen.add(page);
            }
        }
        papers.values().forEach(pictures -> seen.addAll(compared(pictures, context.counted())));
        return new SeenPages(seen);
    }

    Equation equation(Station station) {
        int pending = new WaitingFiles(station.folder()).count(station.facts());
        return Equation.of(all.stream().map(SeenPage::state).toList(), pending);
    }

    private static SeenPage alone(PageFact fact, Context context, Judging judging) {
        Optional<SheetFact> sheet = fact.sheet().map(context.sheets()::get);
        List<Judgement> judgements = sheet.map(s -> judging.judge(fact)).orElse(List.of());
        SeenPage page = new SeenPage(fact, PageState.of(fact.outcome()), fact.reason(), sheet, judgements);
        boolean voided = fact.sheet().filter(context.voided()::contains).isPresent();
        return page.state() == PageState.READ && voided ? page.as(PageState.FOREIGN, Optional.of("voided")) : page;
    }

    /** Any two pictures of one page with different definite answers put each other in question. */
    private static List<SeenPage> compared(List<SeenPage> pictures, Set<String> counted) {
        pictures.sort(Comparator.comparing((SeenPage p) -> !counted.contains(p.fact().id()))
                .thenComparing(p -> p.fact().id()));
        List<SeenPage> compared = new ArrayList<>();
        for (SeenPage one : pictures) {
            boolean disputed = pictures.stream().anyMatch(other -> other != one && differ(one, other));
            if (disputed) {
                compared.add(one.as(PageState.DUPLICATE, Optional.of("differs")));
            } else if (counted.contains(one.fact().id())) {
                compared.add(one);
            } else {
                compared.add(one.as(PageState.DUPLICATE, Optional.of("same-answers")));
            }
        }
        return compared;
    }

    static boolean differ(SeenPage one, SeenPage other) {
        return !Rereading.differing(one.judgements(), other.judgements()).isEmpty();
    }
}
