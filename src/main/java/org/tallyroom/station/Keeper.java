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
import org.tallyroom.store.Digest;
import org.tallyroom.store.PageFact;
import org.tallyroom.store.Provenance;
import org.tallyroom.store.SheetFact;

/** Keeps what was read: the picture is on the disk, now the row, then the line that tells it. */
final class Keeper {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final String EMPTY = "empty-page";
    private static final int ID_BYTES = 16;

    private final Station station;
    private final TakeIn.Listener listener;
    private final Judging judging;
    private final Map<String, SheetFact> sheets;
    private final Set<String> voided;
    private int kept;

    Keeper(Station station, TakeIn.Listener listener) {
        this.station = station;
        this.listener = listener;
        this.judging = station.judging();
        this.sheets = station.sheets();
        this.voided = station.facts().voided().keySet();
    }

    /** What is known of a file while its pages come in. */
    static final class FileSoFar {
        private final SourceFile source;
        private final List<Waiting> empty = new ArrayList<>();
        private final List<Waiting> broken = new ArrayList<>();
        private final Set<Integer> read = new HashSet<>();
        private int pages;

        FileSoFar(SourceFile source) {
            this.source = source;
        }

        /**
         * Whether the file was scanned on both sides with nothing on the backs: all even pages are empty and no odd one
         * is, over the whole file. Anything else, an empty page before the first front as well, may be a sheet that lay
         * face down, whose votes must not vanish.
         */
        boolean backsAreEmpty() {
            return pages % 2 == 0
                    && empty.size() == pages / 2
                    && empty.stream().allMatch(waiting -> waiting.page() % 2 == 0);
        }

        boolean seemsBroken() {
            return !broken.isEmpty();
        }

        boolean frontRead(int page) {
            return read.contains(page - 1);
        }
    }

    private record Waiting(int page, PageReader.Outcome outcome) {}

    int kept() {
        return kept;
    }

    /**
     * Empty pages wait for the end of their file: only then is it known whether they are backs. What cannot be
     * unpacked waits too: only then is it known whether a scanner was still writing.
     */
    void keep(FileSoFar file, int page, PageReader.Outcome outcome) {
        file.pages = page;
        if (outcome.reason().filter(EMPTY::equals).isPresent()) {
            file.empty.add(new Waiting(page, outcome));
        } else if (outcome.picture().isEmpty()) {
            file.broken.add(new Waiting(page, outcome));
        } else {
            if (outcome.state() == PageState.READ) {
                file.read.add(page);
            }
            keepNow(file.source, page, outcome);
        }
    }

    /** @return false when the file was changed meanwhile: what was whole in it is kept, the rest must be read again */
    boolean finish(FileSoFar file) {
        if (file.source.changed()) {
            return false;
        }
        file.broken.forEach(waiting -> keepNow(file.source, waiting.page(), waiting.outcome()));
        boolean backs = file.backsAreEmpty();
        for (Waiting waiting : file.empty) {
            PageReader.Outcome outcome = waiting.outcome();
            boolean back = backs && file.frontRead(waiting.page());
            keepNow(file.source, waiting.page(), back ? blank(outcome) : outcome);
        }
        station.journal().fileDone(file.source.key(), file.source.content());
        return true;
    }

    private static PageReader.Outcome blank(PageReader.Outcome outcome) {
        return new PageReader.Outcome(
                PageState.BLANK, Optional.empty(), Optional.empty(), 0, Optional.empty(), outcome.picture());
    }

    /** A folder that cannot be opened counts as one damaged file: what is in it is not known, but not forgotten. */
    void closedFolder(Path folder) {
        PageReader.Outcome closed = PageReader.Outcome.failed(PageState.UNREADABLE, "damaged-file");
        keepNow(SourceFile.closedFolder(folder), 1, closed);
    }

    private void keepNow(SourceFile file, int page, PageReader.Outcome outcome) {
        Optional<String> picture = outcome.picture().map(PageReader.Picture::name);
        Provenance whence = new Provenance(file.name(), file.key(), page, contentKey(file, page, outcome, picture));
        if (station.facts().pageFrom(whence).isPresent()) {
            return;
        }
        boolean known = !station.facts().knownAs(whence.content()).isEmpty();
        PageFact fact = fact(known ? sameFile(outcome) : outcome, picture);
        station.journal().addPage(fact, whence);
        kept++;
        SeenPage seen = amongOthers(fact);
        if (seen.state() == PageState.UNREADABLE) {
            LOG.info("not read: {} page {}: {}", file.path().getFileName(), page, seen.reason().orElse(""));
        }
        listener.page(new TakeIn.PageLine(file.name(), page, seen.state(), seen.reason().orElse("")));
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
                outcome.reading().map(PageReader.Measures::json));
    }

    /** A page is known by its picture. Empty pages all look alike and broken ones have none: the place is theirs. */
    private static String contentKey(
            SourceFile file, int page, PageReader.Outcome outcome, Optional<String> picture) {
        boolean alike = outcome.state() == PageState.BLANK || outcome.reason().filter(EMPTY::equals).isPresent();
        return picture.filter(p -> !alike)
                .orElseGet(() -> Digest.of(file.key() + " " + page + " " + picture.orElse(file.content())));
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
