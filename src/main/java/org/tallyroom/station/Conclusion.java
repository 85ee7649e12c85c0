package org.tallyroom.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tallyroom.json.Json;
import org.tallyroom.message.Message;
import org.tallyroom.report.HandCount;
import org.tallyroom.store.Folder;
import org.tallyroom.store.Journal;
import org.tallyroom.tally.Count;

/**
 * Closes the count. Afterwards the folder proves the result and no longer tells where a page came from or where a sheet
 * was printed (trust.md §Identity, two states). Running it again finishes what a power cut interrupted.
 */
public final class Conclusion {

    static final String CODE = "verification-code";
    static final String CLOSED_BY = "closed-by";
    static final String ROOT = "root";

    private Conclusion() {}

    /**
     * @param code read aloud and written into the minutes
     * @param waits whether something was still open when the count was closed
     * @param uncounted a sentence for each unit whose sheets nobody counted by hand
     */
    public record Closed(String code, boolean waits, List<Message> uncounted) {
        public Closed {
            uncounted = List.copyOf(uncounted);
        }
    }

    /** @throws Refusal unless two different people close it */
    public static Closed close(Path folder, List<String> by) {
        List<String> people = TwoPeople.among(by, "station.close-needs-two");
        Journal.finishClosing(new Folder(folder));
        if (!alreadyClosed(folder)) {
            closeJournal(folder, people);
        }
        forget(new Folder(folder));
        try (Station station = Station.toRead(folder)) {
            Count count = Counted.of(station).count();
            List<Message> uncounted = count.units().stream()
                    .flatMap(unit -> HandCount.missing(station.meeting(), unit).stream())
                    .toList();
            return new Closed(CountDocument.of(station, count).verificationCode(), count.waits(), uncounted);
        }
    }

    private static boolean alreadyClosed(Path folder) {
        try (Station station = Station.toRead(folder)) {
            return station.closed();
        }
    }

    private static void closeJournal(Path folder, List<String> people) {
        try (Station station = Station.toWrite(folder)) {
            CountDocument document = CountDocument.of(station, Counted.of(station).count(), true);
            station.journal().closeCount(Map.of(
                    Station.CLOSED, "yes",
                    CLOSED_BY, Json.text(people),
                    CODE, document.verificationCode(),
                    ROOT, station.journal().root()));
        }
    }

    /**
     * Printed forms, crops and the log tell where sheets lay; pictures are written anew in the order of their names.
     */
    private static void forget(Folder folder) {
        try {
            for (Path place : List.of(folder.print(), folder.review(), folder.log(), folder.waiting())) {
                remove(place);
            }
            rewrite(folder.images());
        } catch (IOException e) {
            throw Folder.cannotWrite(folder.root(), e);
        }
    }

    private static void remove(Path place) throws IOException {
        for (Path path : inside(place)) {
            if (Files.isRegularFile(path)) {
                Folder.erase(path);
            } else {
                Files.delete(path);
            }
        }
    }

    /** A file's birth time cannot be changed, so every picture becomes a new file. */
    private static void rewrite(Path images) throws IOException {
        List<Path> pictures = new ArrayList<>(inside(images));
        pictures.removeIf(Files::isDirectory);
        Collections.sort(pictures);
        for (Path picture : pictures) {
            Folder.writeSynced(picture, Files.readAllBytes(picture));
        }
    }

    /** What is below a folder, the deepest first, and the folder itself; nothing when there is none. */
    private static List<Path> inside(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> all = new ArrayList<>(walk.toList());
            Collections.reverse(all);
            return all;
        }
    }
}
