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

    /** The last whole line; empty when there is no file. */
    Optional<Chain.Head> last() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            return lines.stream()
                    .filter(line -> line.matches("\\d+ [0-9a-f]{64}"))
                    .reduce((first, second) -> second)
                    .map(line -> line.split(" "))
                    .map(parts -> new Chain.Head(Long.parseLong(parts[0]), parts[1]));
        } catch (IOException e) {
            throw Folder.cannotWrite(file, e);
        }
    }
}
