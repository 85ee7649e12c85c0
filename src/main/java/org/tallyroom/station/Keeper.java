package org.tallyroom.station;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallyroom.json.Json;
import org.tallyroom.store.Digest;
import org.tallyroom.store.PageFact;
import org.tallyroom.store.PictureShelf;
import org.tallyroom.store.Provenance;
import org.tallyroom.store.SheetFact;

/** Keeps what was read: the picture first, then the row, then the line that tells it. */
final class Keeper {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final String EMPTY = "empty-page";
    private static final int ID_BYTES = 16;

    private final Station station;
    private final TakeIn.Listener listener;
    private final PictureShelf shelf;
    private final Judging judging;
    private final Map<String, SheetFact> sheets;
    private final Set<String> voided;
    private int kept;

    Keeper(Station station, TakeIn.Listener listener) {
        this.station = station;
        this.listener = listener;
        this.shelf = new PictureShelf(station.folder());
        this.judging = station.judging();
        this.sheets = station.sheets();
        this.voided = station.facts().voided().keySet();
    }

    /** What is known of a file while its pages come in. */
    static final class FileSoFar {
        private final String source;
        private final String key;
        private final String content;
        private final List<Waiting> empty = new ArrayList<>();
        private final Set<Integer> read = new HashSet<>();
        private int pages;

        FileSoFar(String source, String key, String content) {
            this.source = source;
            this.key = key;
            this.content = content;
        }

        /**
         * Whether the file was scanned on both sides with nothing on the backs: an even number of pages, one empty and
         * one with print in every pair. Anything else may be a sheet that lay face down, whose votes must not vanish.
         */
        boolean backsAreEmpty() {
            Set<Integer> emptyPages = new HashSet<>();
            empty.forEach(w -> emptyPages.add(w.page()));
            boolean oneOfEach = pages % 2 == 0;
            for (int front = 1; front < pages; front += 2) {
                oneOfEach &= emptyPages.contains(front) != emptyPages.contains(front + 1);
            }
            return oneOfEach;
        }

        boolean otherSideRead(int page) {
            return read.contains(page % 2 == 1 ? page + 1 : page - 1);
        }
    }

    private record Waiting(int page, PageReader.Outcome outcome) {}

    int kept() {
        return kept;
    }

    /** Empty pages wait for the end of their file: only then is it known whether they are backs. */
    void keep(FileSoFar file, int page, PageReader.Outcome outcome) {
        file.pages = page;
        if (outcome.reason().filter(EMPTY::equals).isPresent()) {
            file.empty.add(new Waiting(page, outcome));
            return;
        }
        if (outcome.state() == PageState.READ) {
            file.read.add(page);
        }
        keepNow(file, page, outcome);
    }

    void finish(FileSoFar file) {
        boolean backs = file.backsAreEmpty();
        for (Waiting waiting : file.empty) {
            PageReader.Outcome outcome = waiting.outcome();
            boolean back = backs && file.otherSideRead(waiting.page());
            keepNow(file, waiting.page(), back ? blank(outcome) : outcome);
        }
        station.journal().fileDone(file.key, file.content);
    }

    private static PageReader.Outcome blank(PageReader.Outcome outcome) {
        return new PageReader.Outcome(
                PageState.BLANK, Optional.empty(), Optional.empty(), 0, Optional.empty(), outcome.picture());
    }

    /** A folder that cannot be opened counts as one damaged file: what is in it is not known, but not forgotten. */
    void closedFolder(Path folder) {
        String key = Digest.of(folder.toAbsolutePath().normalize().toString());
        FileSoFar file = new FileSoFar(folder.toString(), key, Digest.of("folder"));
        keepNow(file, 1, PageReader.Outcome.failed(PageState.UNREADABLE, "damaged-file"));
    }

    private void keepNow(FileSoFar file, int page, PageReader.Outcome outcome) {
        Optional<String> picture = outcome.picture().map(p -> shelf.put(p.bytes(), p.kind()));
        Provenance whence = new Provenance(file.source, file.key, page, contentKey(file, page, outcome, picture));
        if (station.facts().pageFrom(whence).isPresent()) {
            return;
        }
        boolean known = !station.facts().knownAs(whence.content()).isEmpty();
        PageFact fact = fact(known ? sameFile(outcome) : outcome, picture);
        station.journal().addPage(fact, whence);
        kept++;
        SeenPage seen = amongOthers(fact);
        if (seen.state() == PageState.UNREADABLE) {
            LOG.info("not read: {} page {}: {}", Path.of(file.source).getFileName(), page, seen.reason().orElse(""));
        }
        listener.page(new TakeIn.PageLine(file.source, page, seen.state(), seen.reason().orElse("")));
    }

    private static PageReader.Outcome sameFile(PageReader.Outcome outcome) {
        return new PageReader.Outcome(
                PageState.DUPLICATE,
                Optional.of("same-file"),
                outcome.sheet(),
                outcome.page(),
                outcome.reading(),
                outcome.picture());
    }

    private static PageFact fact(PageReader.Outcome outcome, Optional<String> picture) {
        return new PageFact(
                HexFormat.of().formatHex(Station.random(ID_BYTES)),
                picture,
                outcome.state().word(),
                outcome.reason(),
                outcome.sheet(),
                outcome.page(),
                outcome.reading().map(Json::canonical));
    }

    /** A page is known by its picture. Empty pages all look alike and broken ones have none: the place is theirs. */
    private static String contentKey(
            FileSoFar file, int page, PageReader.Outcome outcome, Optional<String> picture) {
        boolean alike = outcome.state() == PageState.BLANK || outcome.reason().filter(EMPTY::equals).isPresent();
        return picture.filter(p -> !alike)
                .orElseGet(() -> Digest.of(file.key + " " + page + " " + picture.orElse(file.content)));
    }

    private SeenPage amongOthers(PageFact fact) {
        SeenPages.Context context = new SeenPages.Context(
                fact.sheet().map(sheet -> Set.copyOf(station.facts().countedOf(sheet))).orElse(Set.of()),
                voided,
                sheets);
        List<PageFact> pages = fact.sheet().map(station.facts()::pagesOf).orElse(List.of(fact));
        return SeenPages.of(pages, context, judging).all().stream()
                .filter(seen -> seen.fact().id().equals(fact.id()))
                .findFirst()
                .orElseThrow();
    }
}
