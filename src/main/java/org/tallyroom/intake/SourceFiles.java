package org.tallyroom.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files behind the paths a user named, folders opened to any depth, in the order of their names.
 *
 * @param files to take in; one that cannot be read is among them, so that it is counted
 * @param system hidden and system files, to be named once and not taken in
 * @param closed folders that cannot be opened
 * @param missing paths that do not exist
 */
public record SourceFiles(List<Path> files, List<Path> system, List<Path> closed, List<Path> missing) {

    /** What Windows, macOS and Synology leave in every folder. */
    private static final Set<String> SYSTEM = Set.of("thumbs.db", "desktop.ini", "ehthumbs.db", "@eadir");

    private static final Pattern PARTS = Pattern.compile("\\d+|\\D+");

    public static SourceFiles under(List<Path> named) {
        SourceFiles found =
                new SourceFiles(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<Path> entered = new HashSet<>();
        for (Path path : named) {
            if (Files.notExists(path)) {
                found.missing.add(path);
            } else {
                found.add(path, entered);
            }
        }
        return found;
    }

    private void add(Path path, Set<Path> entered) {
        if (Files.isDirectory(path)) {
            addFolder(path, entered);
        } else {
            files.add(path);
        }
    }

    /** A folder is entered once, by whatever name: a link to a folder above would lead round and round. */
    private void addFolder(Path folder, Set<Path> entered) {
        List<Path> inside;
        try (Stream<Path> listed = Files.list(folder)) {
            if (!entered.add(folder.toRealPath())) {
                return;
            }
            inside = listed.sorted(Comparator.comparing(p -> p.getFileName().toString(), NATURAL)).toList();
        } catch (IOException | UncheckedIOException e) {
            // Told to the user as a sentence about this folder; the other paths are still taken in.
            closed.add(folder);
            return;
        }
        for (Path path : inside) {
            if (isSystem(path)) {
                system.add(path);
            } else {
                add(path, entered);
            }
        }
    }

    private static boolean isSystem(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.startsWith(".") || name.startsWith("~$") || SYSTEM.contains(name);
    }

    /** scan2 comes before scan10, as a person expects. */
    static final Comparator<String> NATURAL = Comparator.comparing(SourceFiles::padded).thenComparing(n -> n);

    private static String padded(String name) {
        StringBuilder key = new StringBuilder();
        Matcher digits = PARTS.matcher(name);
        while (digits.find()) {
            String part = digits.group();
            boolean number = Character.isDigit(part.charAt(0));
            key.append(number ? "0".repeat(Math.max(0, 20 - part.length())) + part : part);
        }
        return key.toString();
    }
}
