package org.tallyroom.station;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tallyroom.calibration.Criteria;
import org.tallyroom.layout.TextMetrics;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.meeting.RespondentType;
import org.tallyroom.meeting.Unit;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.pdf.PrintFont;
import org.tallyroom.recognise.Printed;
import org.tallyroom.store.DecisionFact;
import org.tallyroom.store.Facts;
import org.tallyroom.store.Folder;
import org.tallyroom.store.Journal;
import org.tallyroom.store.SheetFact;

/** An open station folder: its journal, definitions, keys and layouts. Each verb is a class of its own beside it. */
public final class Station implements AutoCloseable {

    static final String DEFINITION = "definition";
    static final String REHEARSAL = "rehearsal";
    static final String CLOSED = "closed";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    private final Journal journal;
    private final Definitions definitions;
    private Optional<PrintFont> font = Optional.empty();
    private Optional<TextMetrics> metrics = Optional.empty();
    private Optional<Printed> printed = Optional.empty();
    private Optional<Judging> judging = Optional.empty();

    private Station(Journal journal, Definitions definitions) {
        this.journal = journal;
        this.definitions = definitions;
    }

    /** To look: beside whoever writes. @throws WorldBroke when the folder cannot be trusted or opened */
    public static Station toRead(Path folder) {
        return open(Journal.toRead(new Folder(folder)));
    }

    /** To change: nobody else may have it open for that. @throws WorldBroke also when the count is closed */
    public static Station toWrite(Path folder) {
        Station station = open(Journal.toWrite(new Folder(folder), () -> random(SALT_BYTES)));
        if (station.closed()) {
            station.close();
            throw new Refusal(Message.of("station.closed", folder.toString()));
        }
        return station;
    }

    private static Station open(Journal journal) {
        try {
            WorldBroke changed = new WorldBroke(
                    Message.of("station.definitions-changed", journal.folder().definitions().toString()));
            Definitions definitions =
                    DefinitionFiles.ofStation(journal.folder()).definitions().orElseThrow(() -> changed);
            if (!journal.facts().setting(DEFINITION).equals(Optional.of(definitions.hash()))) {
                throw changed;
            }
            journal.facts().criteria().forEach(Profiles::of);
            return new Station(journal, definitions);
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    static byte[] random(int bytes) {
        byte[] drawn = new byte[bytes];
        RANDOM.nextBytes(drawn);
        return drawn;
    }

    Journal journal() {
        return journal;
    }

    Facts facts() {
        return journal.facts();
    }

    Definitions definitions() {
        return definitions;
    }

    Keys keys() {
        return Keys.of(journal.folder());
    }

    public Meeting meeting() {
        return definitions.meeting();
    }

    public Folder folder() {
        return journal.folder();
    }

    /** A rehearsal's sheets never enter an official count, and no official sheet enters a rehearsal. */
    public boolean rehearsal() {
        return facts().setting(REHEARSAL).isPresent();
    }

    public boolean closed() {
        return facts().setting(CLOSED).isPresent();
    }

    /** Read once: it takes 0.3 s. */
    PrintFont font() {
        if (font.isEmpty()) {
            font = Optional.of(PrintFont.load());
        }
        return font.get();
    }

    TextMetrics metrics() {
        if (metrics.isEmpty()) {
            metrics = Optional.of(font().metrics());
        }
        return metrics.get();
    }

    /** What the meeting printed, laid out once. */
    Printed printed() {
        if (printed.isEmpty()) {
            Layouts layouts = Layouts.of(definitions, metrics());
            printed = Optional.of(new Printed(
                    keys().seal(definitions.meeting().id(), definitions.hash()), layouts.byKind()));
        }
        return printed.get();
    }

    /** By the criteria in force; what is known of pages is kept while this station is open. */
    Judging judging() {
        List<Criteria> inTurn = criteria();
        Judging now = judging.filter(before -> before.inTurn().equals(inTurn))
                .map(before -> before.with(decisions(inTurn)))
                .orElseGet(() -> judging(inTurn));
        judging = Optional.of(now);
        return now;
    }

    /** As it would be if these criteria came into force. */
    Judging judging(Criteria next) {
        return judging(Stream.concat(criteria().stream(), Stream.of(next)).toList());
    }

    private List<Criteria> criteria() {
        return facts().criteria().stream().map(Profiles::of).toList();
    }

    private Judging judging(List<Criteria> inTurn) {
        return Judging.of(inTurn, definitions.meeting().rules(), decisions(inTurn));
    }

    /** Until criteria change, decisions hold no row on an earlier reading. */
    private List<DecisionFact> decisions(List<Criteria> inTurn) {
        return inTurn.size() == 1 ? List.of() : facts().decisions();
    }

    /** Every sheet ever printed, by its token's digest. */
    Map<String, SheetFact> sheets() {
        return facts().sheets().stream().collect(Collectors.toMap(SheetFact::tokenHash, Function.identity()));
    }

    Unit unit(SheetFact sheet) {
        return definitions.meeting().units().get(sheet.unit());
    }

    RespondentType type(SheetFact sheet) {
        return definitions.meeting().respondentTypes().get(sheet.respondentType());
    }

    /** The index of a unit a person named. @throws Refusal when there is none */
    int unitNamed(String id) {
        int index = definitions.unitIndex(id);
        if (index < 0) {
            List<String> known = definitions.meeting().units().stream().map(Unit::id).toList();
            throw new Refusal(Message.of("station.no-such-unit", id, names(known)));
        }
        return index;
    }

    /** The index of a respondent type a person named. @throws Refusal when there is none */
    int typeNamed(String id) {
        int index = definitions.typeIndex(id);
        if (index < 0) {
            List<String> known = definitions.meeting().respondentTypes().stream().map(RespondentType::id).toList();
            throw new Refusal(Message.of("station.no-such-type", id, names(known)));
        }
        return index;
    }

    private static String names(List<String> ids) {
        return ids.stream().limit(12).collect(Collectors.joining(", ")) + (ids.size() > 12 ? " …" : "");
    }

    @Override
    public void close() {
        journal.close();
    }
}
