package org.tallyroom.station;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tallyroom.intake.ScanFile;
import org.tallyroom.intake.SourceFiles;
import org.tallyroom.intake.TakenPage;
import org.tallyroom.message.Message;
import org.tallyroom.store.WaitingFiles;

/**
 * Takes in files and folders. Two workers unpack and read; one thread keeps, page by page, in the order of the files. A
 * page is told about after it is on the disk, so that stopping at any moment loses nothing and running again goes on
 * where it stopped.
 */
public final class TakeIn {

    private static final int WORKERS = 2;

    /** Pages on their way at once: bounds the memory, whatever the batch. */
    private static final int ON_THE_WAY = 4;

    private final Station station;
    private final Listener listener;
    private final PageReader reader;
    private final Keeper keeper;
    private final Deque<Runnable> onTheWay = new ArrayDeque<>();
    private final Set<String> advised = new HashSet<>();
    private boolean again;

    /** Is told what happens, in order, from the calling thread. */
    public interface Listener {
        /** A page is kept. */
        void page(PageLine page);

        /** Something about files that no page can tell. */
        void note(Message note);
    }

    /** A page as it was kept. @param page from 1; @param reason one of the contract's, or empty */
    public record PageLine(String source, int page, PageState state, String reason) {}

    public TakeIn(Station station, Listener listener) {
        this.station = station;
        this.listener = listener;
        this.reader = new PageReader(station);
        this.keeper = new Keeper(station, listener);
    }

    /** @return pages that were new */
    public int run(List<Path> named) {
        SourceFiles found = SourceFiles.under(named);
        found.missing().forEach(path -> listener.note(Message.of("station.no-such-path", path.toString())));
        found.closed().forEach(path -> listener.note(Message.of("station.closed-folder", path.toString())));
        if (!found.system().isEmpty()) {
            listener.note(Message.of("station.system-files", found.system().size(), names(found.system())));
        }
        WaitingFiles waiting = new WaitingFiles(station.folder());
        waiting.begin(found.files());
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try (reader) {
            found.closed().forEach(keeper::closedFolder);
            for (Path file : found.files()) {
                takeIn(file, workers);
            }
            settle(0);
            waiting.end(station.facts());
        } finally {
            workers.shutdownNow();
        }
        return keeper.kept();
    }

    private static String names(List<Path> files) {
        return String.join(", ", files.stream().map(f -> f.getFileName().toString()).distinct().limit(5).toList());
    }

    private void takeIn(Path path, ExecutorService workers) {
        SourceFile file = SourceFile.of(path);
        if (file.gone()) {
            onTheWay.add(() -> again("station.file-gone", path));
            return;
        }
        if (station.facts().fileTaken(file.key(), file.content())) {
            return;
        }
        Keeper.FileSoFar soFar = new Keeper.FileSoFar(file);
        try (ScanFile pages = ScanFile.open(path)) {
            int number = 0;
            while (pages.hasNext()) {
                int page = ++number;
                TakenPage taken = pages.next();
                Future<PageReader.Outcome> outcome = workers.submit(() -> reader.read(taken));
                onTheWay.add(() -> keep(soFar, page, result(outcome)));
                settle(ON_THE_WAY);
            }
            pages.kindNotRead().ifPresent(kind -> onTheWay.add(
                    () -> listener.note(Message.of("station.kind-not-read", path.toString(), kind))));
        }
        onTheWay.add(() -> {
            if (!keeper.finish(soFar)) {
                again("station.file-changes", path);
            }
        });
    }

    private void keep(Keeper.FileSoFar file, int page, PageReader.Outcome outcome) {
        keeper.keep(file, page, outcome);
        if (outcome.state() == PageState.READ && outcome.picture().filter(PageReader.Picture::bilevel).isPresent()) {
            advise("station.bilevel");
        }
        if (outcome.reading().filter(reading -> reading.streaks() > 0).isPresent()) {
            advise("station.streaks");
        }
    }

    /** Once for all pages of a run. */
    private void advise(String key) {
        if (advised.add(key)) {
            listener.note(Message.of(key));
        }
    }

    private void again(String key, Path path) {
        again = true;
        listener.note(Message.of(key, path.toString()));
    }

    /** Whether a file was deleted or written while it was being taken in, so that it is to be scanned again. */
    public boolean again() {
        return again;
    }

    private void settle(int left) {
        while (onTheWay.size() > left) {
            onTheWay.remove().run();
        }
    }

    private static PageReader.Outcome result(Future<PageReader.Outcome> outcome) {
        try {
            return outcome.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a page was being read", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException ours) {
                throw ours;
            }
            throw new IllegalStateException("a page could not be read", e.getCause());
        }
    }
}
