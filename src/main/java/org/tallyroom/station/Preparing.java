package org.tallyroom.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tallyroom.calibration.Criteria;
import org.tallyroom.calibration.ParsedProfile;
import org.tallyroom.definition.Problem;
import org.tallyroom.layout.TextMetrics;
import org.tallyroom.message.Message;
import org.tallyroom.pdf.PrintFont;
import org.tallyroom.store.CriteriaFact;
import org.tallyroom.store.Folder;
import org.tallyroom.store.Journal;

/** Makes a station folder from definitions without a single problem: all of it, or nothing. */
public final class Preparing {

    private Preparing() {}

    /** With the program's own calibration profile. */
    public static List<Problem> prepare(Path meetingFile, Path target, boolean rehearsal) {
        return prepare(meetingFile, target, rehearsal, Optional.empty());
    }

    /**
     * @param rehearsal whether its sheets carry the rehearsal bit
     * @return everything that is wrong; empty when the folder stands
     * @throws Refusal when the folder is not free
     */
    public static List<Problem> prepare(
            Path meetingFile, Path target, boolean rehearsal, Optional<Path> profile) {
        String text = profile.map(Profiles::text).orElseGet(Profiles::standard);
        ParsedProfile parsed = Profiles.parse(profile.map(Path::toString).orElse("profile"), text);
        List<Problem> problems = new ArrayList<>(parsed.match(sound -> List.of(), wrong -> wrong));
        DefinitionFiles.Reading reading = DefinitionFiles.ofUser(meetingFile);
        TextMetrics metrics = PrintFont.load().metrics();
        problems.addAll(0, reading.definitions()
                .map(definitions -> Layouts.of(definitions, metrics).problems())
                .orElseGet(() -> reading.proof().apply(metrics)));
        if (problems.isEmpty()) {
            Criteria criteria = parsed.match(ParsedProfile.Profile::criteria, wrong -> {
                throw new IllegalStateException("a wrong profile without a problem");
            });
            make(target, reading, new Start(rehearsal, text, criteria));
        }
        return problems;
    }

    private static void make(Path target, DefinitionFiles.Reading reading, Start start) {
        requireFree(target);
        Path whole = target.toAbsolutePath();
        Path aside = whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID());
        try {
            Files.createDirectories(aside);
            fill(new Folder(aside), reading.definitions().orElseThrow(), reading.copies(), start);
            Files.move(aside, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Folder.cannotWrite(target, e);
        } finally {
            removed(aside);
        }
    }

    private static void requireFree(Path target) {
        if (!Files.exists(target)) {
            return;
        }
        try (Stream<Path> inside = Files.list(target)) {
            if (inside.findAny().isPresent()) {
                throw new Refusal(Message.of("station.folder-not-empty", target.toString()));
            }
        } catch (IOException e) {
            throw new Refusal(Message.of("station.folder-not-empty", target.toString()));
        }
    }

    private static void fill(Folder folder, Definitions definitions, Map<String, byte[]> copies, Start start) {
        copies.forEach((name, bytes) -> Folder.writeSynced(folder.definitions().resolve(name), bytes));
        Keys.create(folder, Station.random(Keys.SECRET_BYTES));
        Map<String, String> settings = new HashMap<>(Map.of(
                "meeting", definitions.meeting().id(),
                Station.DEFINITION, definitions.hash()));
        if (start.rehearsal()) {
            settings.put(Station.REHEARSAL, "yes");
        }
        try (Journal journal = Journal.create(folder, () -> Station.random(16), settings)) {
            journal.judgeBy(new CriteriaFact(1, start.criteria().hash(), start.profile(), "", List.of()));
        }
    }

    /** How a meeting begins. @param profile the text of its calibration profile, which gives the criteria */
    private record Start(boolean rehearsal, String profile, Criteria criteria) {}

    /** After a failure nothing half-made stays behind; after success there is nothing left to remove. */
    private static void removed(Path aside) {
        if (!Files.exists(aside)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(aside)) {
            inside = new ArrayList<>(walk.toList());
            Collections.reverse(inside);
            for (Path path : inside) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw Folder.cannotWrite(aside, e);
        }
    }
}
