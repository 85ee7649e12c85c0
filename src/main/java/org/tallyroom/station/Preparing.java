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
import java.util.UUID;
import java.util.stream.Stream;
import org.tallyroom.definition.Problem;
import org.tallyroom.message.Message;
import org.tallyroom.pdf.PrintFont;
import org.tallyroom.store.Folder;
import org.tallyroom.store.Journal;

/** Makes a station folder from definitions without a single problem: all of it, or nothing. */
public final class Preparing {

    private Preparing() {}

    /**
     * @param rehearsal whether its sheets carry the rehearsal bit
     * @return everything that is wrong; empty when the folder stands
     * @throws Refusal when the folder is not free
     */
    public static List<Problem> prepare(Path meetingFile, Path target, boolean rehearsal) {
        DefinitionFiles.Reading reading = DefinitionFiles.ofUser(meetingFile);
        if (reading.definitions().isEmpty()) {
            return reading.proof().apply(PrintFont.load().metrics());
        }
        Definitions definitions = reading.definitions().get();
        List<Problem> misfits = Layouts.of(definitions, PrintFont.load().metrics()).problems();
        if (!misfits.isEmpty()) {
            return misfits;
        }
        requireFree(target);
        Path whole = target.toAbsolutePath();
        Path aside = whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID());
        try {
            Files.createDirectories(aside);
            fill(new Folder(aside), definitions, reading.copies(), rehearsal);
            Files.move(aside, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Folder.cannotWrite(target, e);
        } finally {
            removed(aside);
        }
        return List.of();
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

    private static void fill(Folder folder, Definitions definitions, Map<String, byte[]> copies, boolean rehearsal) {
        copies.forEach((name, bytes) -> Folder.writeSynced(folder.definitions().resolve(name), bytes));
        byte[] profile = Profiles.standard();
        Folder.writeSynced(folder.definitions().resolve(Profiles.FILE), profile);
        Keys.create(folder, Station.random(Keys.SECRET_BYTES));
        Map<String, String> settings = new HashMap<>(Map.of(
                "meeting", definitions.meeting().id(),
                Station.DEFINITION, definitions.hash(),
                Station.CRITERIA, Profiles.of(profile).hash()));
        if (rehearsal) {
            settings.put(Station.REHEARSAL, "yes");
        }
        Journal.create(folder, () -> Station.random(16), settings).close();
    }

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
