package org.tallyroom.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;

/** The places in a station folder. Copying the folder moves the whole meeting to another laptop. */
public record Folder(Path root) {

    public Path journal() {
        return root.resolve("journal.db");
    }

    /** The second, separately synced place of the chain's head. */
    public Path head() {
        return root.resolve("journal.head");
    }

    public Path lock() {
        return root.resolve("lock");
    }

    public Path definitions() {
        return root.resolve("definitions");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    public Path print() {
        return root.resolve("print");
    }

    public Path images() {
        return root.resolve("images");
    }

    public Path review() {
        return root.resolve("review");
    }

    public Path reports() {
        return root.resolve("reports");
    }

    public Path log() {
        return root.resolve("log");
    }

    public boolean isStation() {
        return Files.isRegularFile(journal());
    }

    /** The whole file is on the disk under its name, or nothing is: written aside, synced, renamed, folder synced. */
    public static void writeSynced(Path file, byte[] bytes) {
        Path aside = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel =
                    FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            sync(file.getParent());
        } catch (IOException e) {
            throw broken(file, e, aside);
        }
    }

    /** A power cut may forget a name whose bytes are safe. Windows cannot open folders: it syncs names itself. */
    static void sync(Path folder) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static WorldBroke broken(Path file, IOException why, Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
        return cannotWrite(file, why);
    }

    /** What an official can do about it stands in the sentence: make room, or look at the folder's rights. */
    public static WorldBroke cannotWrite(Path file, IOException why) {
        String said = String.valueOf(why.getMessage());
        boolean full = said.contains("No space left") || said.contains("not enough space") || said.contains("quota");
        Message sentence = full
                ? Message.of("store.disk-full", file.toString())
                : Message.of("store.cannot-write", file.toString());
        return new WorldBroke(sentence, why);
    }
}
