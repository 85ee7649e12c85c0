package org.tallyroom.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The chain's head in a second, separately synced file, a line for every commit: one flipped byte in SQLite's
 * write-ahead log silently drops all later transactions, and only somebody who remembers their number notices. A line
 * that a crash cut short does not count, and the next one starts on a line of its own.
 */
final class HeadFile {

    private final Path file;

    HeadFile(Path file) {
        this.file = file;
    }

    void append(Chain.Head head) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer rest = ByteBuffer.wrap(line(head));
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        } catch (IOException e) {
            throw Folder.cannotWrite(file, e);
        }
    }

    /** Begins with a line end of its own, in case a crash cut the line before it short. */
    static byte[] line(Chain.Head head) {
        return "\n%d %s\n".formatted(head.n(), head.link()).getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether every line names a head that the chain had, or is the beginning of one that a crash cut short. */
    boolean agrees(Chain chain) {
        return lines().stream().filter(line -> !line.isEmpty()).allMatch(line -> agrees(line, chain));
    }

    private static boolean agrees(String line, Chain chain) {
        if (!line.matches("[1-9]\\d{0,17}( [0-9a-f]*)?")) {
            return false;
        }
        String[] parts = line.split(" ", 2);
        return parts.length == 1
                || chain.linkAt(Long.parseLong(parts[0])).filter(link -> link.startsWith(parts[1])).isPresent();
    }

    /** The last whole line; empty when there is no file. */
    Optional<Chain.Head> last() {
        return lines().stream()
                .filter(line -> line.matches("\\d{1,18} [0-9a-f]{64}"))
                .reduce((first, second) -> second)
                .map(line -> line.split(" "))
                .map(parts -> new Chain.Head(Long.parseLong(parts[0]), parts[1]));
    }

    /** Latin-1 takes any byte: a damaged one must not keep the others from being read. */
    private List<String> lines() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
        } catch (IOException e) {
            throw Folder.cannotWrite(file, e);
        }
    }
}
