package org.tallyroom.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files that a scan found and has not finished, for whoever looks while it runs or after it was stopped. A note
 * beside the journal, not a fact in it: it says what is still to come, and is gone when nothing is.
 */
public final class WaitingFiles {

    private final Folder folder;

    public WaitingFiles(Folder folder) {
        this.folder = folder;
    }

    /** A file's key in the journal: one file has one key, however it is named on the command line. */
    public static String keyOf(Path file) {
        return Digest.of(file.toAbsolutePath().normalize().toString());
    }

    /** A scan begins; what an earlier one left is still waiting if it is still there. */
    public void begin(List<Path> found) {
        Set<Path> all = new LinkedHashSet<>(noted().stream().filter(Files::exists).toList());
        found.forEach(file -> all.add(file.toAbsolutePath().normalize()));
        write(new ArrayList<>(all));
    }

    /** A scan ends: only what it was not asked for may still wait. */
    public void end(Facts facts) {
        write(unfinished(facts));
    }

    /** How many files are not finished. */
    public int count(Facts facts) {
        return unfinished(facts).size();
    }

    private List<Path> unfinished(Facts facts) {
        List<Path> noted = noted();
        Set<String> taken = noted.isEmpty() ? Set.of() : new HashSet<>(facts.takenFiles());
        return noted.stream().filter(file -> !taken.contains(keyOf(file))).toList();
    }

    /** A note that was being erased when the power went holds zeros: nothing was waiting any more. */
    private List<Path> noted() {
        if (Files.notExists(folder.waiting())) {
            return List.of();
        }
        try {
            return Files.readAllLines(folder.waiting(), StandardCharsets.UTF_8).stream()
                    .filter(name -> name.indexOf(0) < 0)
                    .map(Path::of)
                    .toList();
        } catch (IOException e) {
            throw Folder.cannotWrite(folder.waiting(), e);
        }
    }

    /** A name with a line break in it cannot be noted and is not said to wait. */
    private void write(List<Path> files) {
        try {
            if (!files.isEmpty()) {
                String lines = files.stream()
                        .map(Path::toString)
                        .filter(name -> name.indexOf('\n') < 0 && name.indexOf('\r') < 0)
                        .collect(Collectors.joining("\n"));
                Folder.writeSynced(folder.waiting(), lines.getBytes(StandardCharsets.UTF_8));
            } else if (Files.exists(folder.waiting())) {
                Folder.erase(folder.waiting());
            }
        } catch (IOException e) {
            throw Folder.cannotWrite(folder.waiting(), e);
        }
    }
}
