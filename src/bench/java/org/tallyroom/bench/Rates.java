package org.tallyroom.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tallyroom.calibration.Criteria;
import org.tallyroom.intake.TakenPage;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.recognise.Recogniser;
import org.tallyroom.station.PrintedSheets;
import org.tallyroom.station.Station;
import org.tallyroom.station.TakeIn;

/**
 * Decoding, reading and taking in of the same files, in turn, several times in one process: each round's ratios are of
 * neighbours in time, so that a machine that slows down slows all of them.
 */
final class Rates {

    private final Batch batch;
    private final SpeedStation station;
    private final Path aside;
    private final Criteria criteria = PaperStock.criteria();
    private final Map<Decoder, List<Watch.Pace>> decoding = new EnumMap<>(Decoder.class);
    private final List<Watch.Pace> reading = new ArrayList<>();
    private final List<Watch.Pace> scanning = new ArrayList<>();
    private final List<Double> readRatio = new ArrayList<>();
    private final List<Double> scanRatio = new ArrayList<>();
    private int notRead;

    /** @param aside folder for the copies of the station that are scanned into */
    Rates(Batch batch, SpeedStation station, Path aside) {
        this.batch = batch;
        this.station = station;
        this.aside = aside;
    }

    /** The first round warms up and is not counted. */
    void measure(int workers, int rounds, boolean scan) {
        try (Station open = Station.toRead(station.folder())) {
            Recogniser reader = new PrintedSheets(open).reader();
            CountingRules.Crosses crosses = open.meeting().rules().crosses();
            Predicate<TakenPage> read = page -> read(page, reader, crosses);
            for (int round = 0; round <= rounds; round++) {
                round(new Pump(workers), read, scan, round > 0);
            }
        }
    }

    private void round(Pump pump, Predicate<TakenPage> reader, boolean scan, boolean counts) {
        double fastest = 0;
        for (Decoder decoder : Decoder.values()) {
            Pump.Flow flow = pump.through(batch.files(), decoder);
            if (flow.failed() == 0) {
                fastest = Math.max(fastest, flow.pace().rate());
                keep(decoding.computeIfAbsent(decoder, d -> new ArrayList<>()), flow.pace(), counts);
            }
        }
        Pump.Flow read = pump.through(batch.files(), reader);
        keep(reading, read.pace(), counts);
        keep(readRatio, read.pace().rate() / fastest, counts);
        notRead = Math.max(notRead, read.failed());
        if (scan) {
            Watch.Pace pace = scan();
            keep(scanning, pace, counts);
            keep(scanRatio, pace.rate() / fastest, counts);
        }
    }

    private static <T> void keep(List<T> figures, T figure, boolean counts) {
        if (counts) {
            figures.add(figure);
        }
    }

    private boolean read(TakenPage page, Recogniser reader, CountingRules.Crosses crosses) {
        return page.unpack(
                ready -> reader.recognise(ready.image()).match(
                        seen -> seen.reading().rows().stream()
                                .map(row -> criteria.judge(row, crosses))
                                .allMatch(judged -> judged.confidence() >= 0),
                        reason -> false,
                        origin -> false,
                        code -> false),
                fault -> false);
    }

    /** Into a fresh copy of the station, every page committed to the disk before the next line is told. */
    private Watch.Pace scan() {
        Path copy = aside.resolve("scan-" + System.nanoTime());
        SpeedStation fresh = station.copy(copy);
        Listening listening = new Listening();
        try (Station open = Station.toWrite(fresh.folder())) {
            Watch watch = new Watch();
            int pages = new TakeIn(open, listening).run(List.of(batch.folder()));
            Watch.Pace pace = watch.pace(pages);
            notRead = Math.max(notRead, listening.notRead());
            return pace;
        } finally {
            Folders.remove(copy);
        }
    }

    Map<Decoder, Watch.Pace> decoding() {
        Map<Decoder, Watch.Pace> paces = new EnumMap<>(Decoder.class);
        decoding.forEach((decoder, rounds) -> paces.put(decoder, median(rounds)));
        return paces;
    }

    Watch.Pace fastest() {
        return decoding().values().stream()
                .max(Comparator.comparingDouble(Watch.Pace::rate))
                .orElseThrow(() -> new IllegalStateException("no decoder reads these files"));
    }

    Watch.Pace reading() {
        return median(reading);
    }

    double readRatio() {
        return Median.of(readRatio);
    }

    /** Empty when only reading was measured. */
    Optional<Watch.Pace> scanning() {
        return scanning.isEmpty() ? Optional.empty() : Optional.of(median(scanning));
    }

    /** @throws IllegalArgumentException when only reading was measured */
    double scanRatio() {
        return Median.of(scanRatio);
    }

    int notRead() {
        return notRead;
    }

    private static Watch.Pace median(List<Watch.Pace> rounds) {
        return new Watch.Pace(
                Median.of(rounds.stream().map(Watch.Pace::rate).toList()),
                Median.of(rounds.stream().map(Watch.Pace::cpuMillis).toList()));
    }
}
