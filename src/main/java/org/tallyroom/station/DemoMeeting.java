package org.tallyroom.station;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.tallyroom.definition.Problem;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.meeting.RespondentType;
import org.tallyroom.meeting.Unit;
import org.tallyroom.message.Message;
import org.tallyroom.message.Sentences;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.store.Folder;
import org.tallyroom.tally.Count;

/**
 * A whole meeting without people: prepared, printed, filled in, scanned, taken in, accounted for, counted and
 * reported. A rehearsal from its first sheet on; only the hand count of the paper is simulated, everything else is
 * the product.
 */
public final class DemoMeeting {

    private static final String FORM = "/forms/joint-assessment/";

    private final Path folder;
    private final long seed;
    private final Sentences sentences;
    private final BiFunction<Message, Integer, Step> steps;

    /** A step of the meeting, shown to whoever watches. {@code one} may be called from several threads. */
    public interface Step extends AutoCloseable {
        void one();

        @Override
        void close();
    }

    /** @param files the PDFs, to open and look at */
    public record Result(Meeting meeting, CountDocument document, Count count, List<Path> files) {}

    public DemoMeeting(Path folder, long seed, Sentences sentences, BiFunction<Message, Integer, Step> steps) {
        this.folder = folder;
        this.seed = seed;
        this.sentences = sentences;
        this.steps = steps;
    }

    public Result run() {
        prepare();
        Path scans = folder.resolve("scans");
        List<Path> files = new ArrayList<>();
        try (Station station = Station.toWrite(folder)) {
            print(station, files);
            Rehearsing rehearsing = new Rehearsing(station);
            int pages = rehearsing.pages();
            try (Step step = steps.apply(Message.of("station.demo-fill"), pages)) {
                rehearsing.fillAndScan(scans, seed, step::one);
            }
            try (Step step = steps.apply(Message.of("station.demo-scan"), pages)) {
                new TakeIn(station, listening(step)).run(List.of(scans));
            }
            account(station);
            new Reporting(station, sentences).write().stream()
                    .filter(file -> file.toString().endsWith(".pdf"))
                    .forEach(files::add);
            Count count = Counted.of(station).count();
            return new Result(station.meeting(), CountDocument.of(station, count), count, files);
        }
    }

    private void prepare() {
        List<String> names = List.of("meeting.yaml", "form.yaml");
        try {
            Path aside = Files.createTempDirectory("tallyroom-demo-");
            for (String name : names) {
                try (InputStream in = DemoMeeting.class.getResourceAsStream(FORM + name)) {
                    Files.write(aside.resolve(name), in.readAllBytes());
                }
            }
            List<Problem> problems = Preparing.prepare(aside.resolve("meeting.yaml"), folder, true);
            if (!problems.isEmpty()) {
                throw new IllegalStateException("the program's own meeting has problems: " + problems);
            }
            for (String name : names) {
                Files.delete(aside.resolve(name));
            }
            Files.delete(aside);
        } catch (IOException e) {
            throw Folder.cannotWrite(folder, e);
        }
    }

    private void print(Station station, List<Path> files) {
        Meeting meeting = station.definitions().meeting();
        int expected = meeting.units().size() * (meeting.respondentTypes().size() + 1) + 1;
        try (Step step = steps.apply(Message.of("station.demo-print"), expected)) {
            new Printing(station).everything(file -> {
                files.add(folder.resolve(file));
                step.one();
            });
        }
    }

    private static TakeIn.Listener listening(Step step) {
        return new TakeIn.Listener() {
            @Override
            public void page(TakeIn.PageLine page) {
                step.one();
            }

            @Override
            public void note(Message note) {
                throw new WorldBroke(note);
            }
        };
    }

    /** Everybody came, took one sheet and gave it back: what a hand count would find in this room. */
    private static void account(Station station) {
        IssueDesk desk = new IssueDesk(station);
        Meeting meeting = station.definitions().meeting();
        for (Unit unit : meeting.units()) {
            for (RespondentType type : meeting.respondentTypes()) {
                int people = meeting.respondents(unit, type);
                Map<String, Integer> figures = new HashMap<>(Map.of(
                        "present", people,
                        "issued", people,
                        "unused", meeting.sheets(unit, type) - people,
                        "spoiled", 0,
                        "returned", people));
                desk.enter(unit.id(), type.id(), figures, "rehearsal");
            }
        }
    }
}
