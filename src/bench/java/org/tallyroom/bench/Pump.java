package org.tallyroom.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.tallyroom.intake.ScanFile;
import org.tallyroom.intake.TakenPage;

/** Sends the pages of files to workers, the way the program takes files in: one thread opens, the workers unpack. */
record Pump(int workers) {

    private static final int ON_THE_WAY = 4;

    /** @param failed pages for which the step said no */
    record Flow(int failed, Watch.Pace pace) {}

    Flow through(List<Path> files, Predicate<TakenPage> step) {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        Deque<Future<Boolean>> onTheWay = new ArrayDeque<>();
        int pages = 0;
        int failed = 0;
        Watch watch = new Watch();
        try {
            for (Path file : files) {
                try (ScanFile scan = ScanFile.open(file)) {
                    while (scan.hasNext()) {
                        TakenPage page = scan.next();
                        onTheWay.add(pool.submit(() -> step.test(page)));
                        pages++;
                        failed += onTheWay.size() > ON_THE_WAY && !done(onTheWay.remove()) ? 1 : 0;
                    }
                }
            }
            for (Future<Boolean> page : onTheWay) {
                failed += done(page) ? 0 : 1;
            }
            return new Flow(failed, watch.pace(pages));
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean done(Future<Boolean> page) {
        try {
            return page.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a page was on its way", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a page could not be unpacked or read", e.getCause());
        }
    }
}
