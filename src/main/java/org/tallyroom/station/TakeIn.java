package org.tallyroom.station;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.tallyroom.intake.ScanFile;
import org.tallyroom.intake.SourceFiles;
import org.tallyroom.intake.TakenPage;
import org.tallyroom.message.Message;
import org.tallyroom.store.WaitingFiles;

/**
 * Takes in files and folders. Workers unpack, read and put pictures on the disk; one thread keeps, in the order of the
 * files, as many pages in one step as are ready. A page is told about after it is on the disk, so that stopping at any
 * moment loses nothing and running again goes on where it stopped.
 */
public final class TakeIn {

    /** Two of them read (see {@link PageReader}), the others wait for the disk. */
    private static final int WORKERS = 4;

    /** Pages on their way at once: bounds the memory, whatever the batch. */
    private static final int ON_THE_WAY = 6;

    /** The same for pages that lie unpacked in memory, 100 million pixels each at worst. */
    private static final int UNPACKED_ON_THE_WAY = 4;

    private final Station station;
    private final Listener listener;
    private final PageReader reader;
    private final Keeper keeper;
    private final Deque<Step> onTheWay = new ArrayDeque<>();
    private final Deque<Runnable> untold = new ArrayDeque<>();
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
        this.listener = new Listener() {
            @Override
            public void page(PageLine page) {
                untold.add(() -> listener.page(page));
            }

            @Override
            public void note(Message note) {
                untold.add(() -> listener.note(note));
            }
        };
        this.reader = new PageReader(station);
        this.keeper = new Keeper(station, this.listener);
    }

    /**
     * Something to do in turn, once a page has been read.
     *
     * @param page what it says; empty where nothing is waited for
     * @param late whether everything before it is told first
     */
    private record Step(
            Optional<Future<PageReader.Outcome>> page,
            BooleanSupplier late,
            Consumer<Optional<PageReader.Outcome>> act) {

        static Step of(Future<PageReader.Outcome> page, Consumer<PageReader.Outcome> act) {
            return new Step(Optional.of(page), () -> false, read -> act.accept(read.orElseThrow()));
        }

        static Step of(Runnable act) {
            return new Step(Optional.empty(), () -> false, none -> act.run());
        }

        boolean ready() {
            return page.map(Future::isDone).orElse(true);
        }

        void run() {
            act.accept(page.map(TakeIn::result));
        }
    }

    /** @return pages that were new */
    public int run(List<Path> named) {
        SourceFiles found = SourceFiles.under(named);
        found.missing().forEach(path -> listener.note(Message.of("station.no-such-path", path.toString())));
        found.closed().forEach(path -> listener.note(Message.of("station.closed-folder", path.toString())));
        if (!found.system().isEmpty()) {
            listener.note(Message.of("station.system-files", found.system().size(), names(found.system())));
        }
        tell();
        WaitingFiles waiting = new WaitingFiles(station.folder());
        waiting.begin(found.files());
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try (reader) {
            found.closed().forEach(folder -> onTheWay.add(Step.of(() -> keeper.closedFolder(folder))));
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
            onTheWay.add(Step.of(() -> again("station.file-gone", path)));
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
                onTheWay.add(Step.of(outcome, read -> keep(soFar, page, read)));
                settle(taken instanceof TakenPage.Unpacked ? UNPACKED_ON_THE_WAY : ON_THE_WAY);
            }
            pages.kindNotRead().ifPresent(kind -> onTheWay.add(Step.of(
                    () -> listener.note(Message.of("station.kind-not-read", path.toString(), kind)))));
        }
        // What seems broken may still be being written: the later it is looked at again, the better.
        onTheWay.add(new Step(Optional.empty(), soFar::seemsBroken, none -> finish(soFar, path)));
    }

    private void finish(Keeper.FileSoFar file, Path path) {
        if (!keeper.finish(file)) {
            again("station.file-changes", path);
        }
    }

    private void keep(Keeper.FileSoFar file, int page, PageReader.Outcome outcome) {
        keeper.keep(file, page, outcome);
        if (outcome.state() == PageState.READ && outcome.picture().filter(PageReader.Picture::bilevel).isPresent()) {
            advise("station.bilevel");
        }
        if (outcome.reading().filter(PageReader.Measures::streaked).isPresent()) {
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

    /** Keeps what is ready, and waits while more than so many pages are on their way. */
    private void settle(int left) {
        while (!onTheWay.isEmpty() && (waiting() > left || left == 0 || onTheWay.peek().ready())) {
            onTheWay.peek().page().ifPresent(TakeIn::result);
            station.journal().together(() -> {
                do {
                    onTheWay.remove().run();
                } while (!onTheWay.isEmpty() && onTheWay.peek().ready() && !onTheWay.peek().late().getAsBoolean());
            });
            tell();
        }
    }

    private long waiting() {
        return onTheWay.stream().filter(step -> step.page().isPresent()).count();
    }

    private void tell() {
        while (!untold.isEmpty()) {
            untold.remove().run();
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
