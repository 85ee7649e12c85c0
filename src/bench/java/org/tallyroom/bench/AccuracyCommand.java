package org.tallyroom.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tallyroom.rehearsal.Damage;
import org.tallyroom.rehearsal.Seed;
import org.tallyroom.vision.Natives;
import org.tallyroom.vision.Pictures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "accuracy",
        mixinStandardHelpOptions = true,
        description = "Fills in, damages and reads simulated pages; tells how often the program is right.")
final class AccuracyCommand implements Callable<Integer> {

    /** Pages on their way to a worker: bounds the memory. */
    private static final int AHEAD = 4;

    private static final long TELL_NANOS = 10_000_000_000L;

    @Option(names = "--positions", description = "option cells to read (default ${DEFAULT-VALUE})")
    private long positions = 20_000;

    @Option(names = "--seed", description = "the same seed gives the same pages (default ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--threads", description = "workers (default ${DEFAULT-VALUE})")
    private int threads = 2;

    @Option(names = "--damage", split = ",", description = "only these: ${COMPLETION-CANDIDATES}")
    private Set<Damage> damages = EnumSet.allOf(Damage.class);

    @Option(names = "--only", paramLabel = "PAGE", description = "make and read this page alone and tell its rows")
    private Optional<Long> only = Optional.empty();

    @Option(names = "--picture", paramLabel = "FILE", description = "with --only: write the page as PNG")
    private Optional<Path> picture = Optional.empty();

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "write every page that is unreadable or has a wrong row as PNG")
    private Optional<Path> pictures = Optional.empty();

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException {
        Natives.load();
        Path folder = Folders.temporary();
        try {
            PaperStock stock = new PaperStock(folder);
            Trial trial = new Trial(stock, PaperStock.criteria());
            return only.isPresent() ? one(trial, only.get()) : all(trial);
        } finally {
            Folders.remove(folder);
        }
    }

    private int one(Trial trial, long number) throws IOException {
        Deal deal = Deal.of(number, trial.stock(), new Seed(seed));
        SeenPage page = trial.read(deal);
        out.printf(
                "page %d: %s, %d dpi, %s, %s: %s%n", number, AccuracyTables.word(deal.damage()), deal.dpi(),
                deal.pen(), deal.page().form(), page.state());
        page.rows().forEach(row -> out.printf(
                "%3d %-24s %-16s meant %-11s read %-11s %s%s%n", row.number() + 1, row.item(), row.mark().label(),
                row.meant(), row.read(), row.why().toLowerCase(Locale.ROOT),
                row.score().wrong() > 0 ? "  WRONG" : ""));
        if (picture.isPresent()) {
            Files.write(picture.get(), Pictures.png(trial.picture(deal)));
        }
        return 0;
    }

    private int all(Trial trial) throws IOException {
        out.println("bench accuracy: " + Machine.today());
        Ledger ledger = new Ledger();
        long start = System.nanoTime();
        long made = run(trial, ledger);
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
                "seed %d, %d positions on %d pages, %.1f pages/s with %d threads (made and read)%n",
                seed,
                ledger.accounts().values().stream().mapToLong(a -> a.all().positions().all()).sum(), made,
                made / seconds, threads);
        new AccuracyTables(out).print(ledger);
        if (pictures.isPresent()) {
            Files.createDirectories(pictures.get());
            for (SeenPage page : ledger.wrong()) {
                save(trial, page, "wrong");
            }
            for (SeenPage page : ledger.unreadable()) {
                save(trial, page, "unreadable");
            }
        }
        boolean kept = ledger.accounts().entrySet().stream()
                .allMatch(entry -> Budget.of(entry.getKey()).kept(entry.getKey(), entry.getValue()));
        return kept ? 0 : 3;
    }

    private void save(Trial trial, SeenPage page, String what) throws IOException {
        Path file = pictures.orElseThrow().resolve(what + "-page-" + page.deal().number() + ".png");
        Files.write(file, Pictures.png(trial.picture(page.deal())));
    }

    /** @return pages made */
    private long run(Trial trial, Ledger ledger) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        Deque<Future<SeenPage>> onTheWay = new ArrayDeque<>();
        Seed run = new Seed(seed);
        long pages = 0;
        long told = System.nanoTime();
        try {
            long dealt = 0;
            for (long number = 0; dealt < positions; number++) {
                if (damages.contains(Deal.damage(number))) {
                    Deal deal = Deal.of(number, trial.stock(), run);
                    dealt += deal.page().positions();
                    pages++;
                    onTheWay.add(workers.submit(() -> trial.read(deal)));
                    if (onTheWay.size() > AHEAD * threads) {
                        ledger.add(result(onTheWay.remove()));
                    }
                }
                if (System.nanoTime() - told > TELL_NANOS) {
                    System.err.printf("%d pages, %d of %d positions%n", pages, dealt, positions);
                    told = System.nanoTime();
                }
            }
            onTheWay.forEach(page -> ledger.add(result(page)));
        } finally {
            workers.shutdownNow();
        }
        return pages;
    }

    private static SeenPage result(Future<SeenPage> page) {
        try {
            return page.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a page was being read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a page could not be made or read", e.getCause());
        }
    }
}
