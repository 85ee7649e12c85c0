package org.tallyroom.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tallyroom.rehearsal.Scan;
import org.tallyroom.rehearsal.Seed;
import org.tallyroom.station.Counted;
import org.tallyroom.station.PrintedSheets;
import org.tallyroom.station.Station;
import org.tallyroom.station.TakeIn;
import org.tallyroom.vision.Natives;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "speed",
        mixinStandardHelpOptions = true,
        description = "Decodes, reads and takes in the same files in one run; prints, starts and counts.")
final class SpeedCommand implements Callable<Integer> {

    /** Printed at once, to see the rate of many. */
    private static final int PRINTED = 1000;

    private static final int STARTS = 3;

    /** Sheets kept back to arrive last. */
    private static final int LATE = 3;

    @Option(names = "--sheets", description = "scans of each kind (default ${DEFAULT-VALUE})")
    private int sheets = 40;

    @Option(names = "--rounds", description = "counted rounds, after one to warm up (default ${DEFAULT-VALUE})")
    private int rounds = 3;

    @Option(names = "--kinds", split = ",", description = "only these: ${COMPLETION-CANDIDATES}")
    private Set<Batch.Kind> kinds = EnumSet.allOf(Batch.Kind.class);

    @Option(names = "--pages", description = "also scan this many pages of 300 dpi in one go, for memory and journal")
    private int pages;

    @Option(names = "--seed", description = "the same seed gives the same hands (default ${DEFAULT-VALUE})")
    private long seed = 1;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() {
        Natives.load();
        Path folder = Folders.temporary();
        try {
            measure(folder);
            return 0;
        } finally {
            Folders.remove(folder);
        }
    }

    private void measure(Path folder) {
        SpeedStation station = SpeedStation.prepared(folder);
        int printed = Math.max(PRINTED, Math.max(sheets, pages + LATE));
        out.printf("bench speed: %s%n", Machine.today());
        out.printf(Locale.ROOT, "print: %.0f sheets/s (%d sheets, to reach: 100)%n", printed / station.print(printed),
                printed);
        for (Batch.Kind kind : kinds) {
            Batch batch = batch(kind, folder, station, sheets);
            rates(batch, station, folder);
            if (kind == Batch.Kind.JPEG_300) {
                starts(batch, station, folder);
            }
            Folders.remove(batch.folder());
        }
        if (pages > 0) {
            many(station, folder);
        }
    }

    private Batch batch(Batch.Kind kind, Path folder, SpeedStation station, int count) {
        try (Station open = Station.toRead(station.folder())) {
            List<PrintedSheets.Sheet> printed = new PrintedSheets(open).list();
            Desk desk = new Desk(station, kind.dpi(), new Seed(seed));
            IntFunction<Scan> scans = number -> desk.scan(printed.get(number), number);
            return Batch.write(kind, folder.resolve("scans-" + kind), count, scans);
        }
    }

    private void rates(Batch batch, SpeedStation station, Path folder) {
        out.printf("%n%s, %d pages, medians of %d rounds%n", batch.kind().label(), batch.pages(), rounds);
        for (int workers = 1; workers <= 2; workers++) {
            Rates rates = new Rates(batch, station, folder);
            rates.measure(workers, rounds, workers == 2);
            out.printf("  %d worker%s%s%n", workers, workers == 1 ? "" : "s",
                    rates.notRead() == 0 ? "" : ", NOT READ: " + rates.notRead() + " pages");
            Watch.Pace fastest = rates.fastest();
            rates.decoding().forEach((decoder, pace) -> line("decode-only, " + decoder.label(), pace, ""));
            line("reading", rates.reading(), share(rates.readRatio(), rates.reading(), fastest));
            rates.scanning().ifPresent(pace -> line("scan, durable", pace, share(rates.scanRatio(), pace, fastest)
                    + " (to reach: " + (batch.kind().gray() ? "0.60" : "0.50") + ")"));
        }
    }

    private void line(String what, Watch.Pace pace, String share) {
        out.printf(Locale.ROOT, "    %-28s %6.1f pages/s  %6.1f ms of processor a page%s%n", what, pace.rate(),
                pace.cpuMillis(), share);
    }

    private static String share(double ratio, Watch.Pace pace, Watch.Pace fastest) {
        return String.format(Locale.ROOT, "  = %.2f × decode-only by the clock, %.2f by processor time", ratio,
                fastest.cpuMillis() / pace.cpuMillis());
    }

    /** A Java that starts anew for every figure; the natives are unpacked already, then not yet. */
    private void starts(Batch batch, SpeedStation station, Path folder) {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            seconds.add(start(batch, station, folder.resolve("start-" + i)));
        }
        Path natives = folder.resolve("natives");
        double first = start(batch, station, folder.resolve("first"), "-Dorg.bytedeco.javacpp.cachedir=" + natives);
        out.printf(Locale.ROOT, "  first page kept after the start of Java: %.2f s (to reach: 2.5)",
                Median.of(seconds));
        out.printf(Locale.ROOT, "; on the very first start: %.2f s (to reach: 6)%n", first);
    }

    private static double start(Batch batch, SpeedStation station, Path copy, String... options) {
        Child child = Child.scan(station.copy(copy), batch.files().subList(0, 1), 1, options);
        Folders.remove(copy);
        return child.firstPage();
    }

    private void many(SpeedStation station, Path folder) {
        out.printf("%n%d pages of 300 dpi in one scan%n", pages);
        Batch batch = batch(Batch.Kind.JPEG_300, folder, station, pages + LATE);
        List<Path> files = batch.files();
        List<Path> late = files.subList(pages, files.size());
        Path aside = folder.resolve("late");
        Folders.move(late, aside);
        Child child = Child.scan(station, List.of(batch.folder()), pages);
        out.printf(Locale.ROOT, "  %.1f pages/s from start to end, %d of %d read%n", child.pages() / child.all(),
                child.read(), child.pages());
        out.printf("  peak resident set %d MB (to reach: 700); after each twentieth of the pages: %s MB%n",
                child.peakMb(), child.residentMb());
        List<Double> seconds = new ArrayList<>();
        try (Station open = Station.toWrite(station.folder())) {
            IntStream.range(0, LATE).forEach(i -> seconds.add(arrival(open, aside.resolve(late.get(i).getFileName()))));
        }
        out.printf(
                Locale.ROOT,
                "  last page arriving → new result: %.2f s with %d sheets in the journal (to reach: 0.3)%n",
                Median.of(seconds), child.read());
    }

    private static double arrival(Station station, Path file) {
        long start = System.nanoTime();
        Listening listening = new Listening();
        new TakeIn(station, listening).run(List.of(file));
        Counted.of(station).count();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (listening.notRead() > 0) {
            throw new IllegalStateException("the late page was not read: " + file);
        }
        return seconds;
    }
}
