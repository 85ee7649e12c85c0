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

    /** 64 KiB: a few writes for a small file, little memory for a large one. */
    private static final int ERASED_AT_ONCE = 1 << 16;

    public Path journal() {
        return root.resolve("journal.db");
    }

    /** The second, separately synced place of the chain's head. */
    public Path head() {
        return root.resolve("journal.head");
    }

    /** What a scan has still to take in; only while there is something. */
    public Path waiting() {
        return root.resolve("waiting");
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

    /** Forms of a vote that was repeated: their sheets no longer count. */
    public Path voidForms() {
        return print().resolve("void");
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

    /** A copy of the closed journal and its head; there is none before. */
    public Path backup() {
        return root.resolve("backup");
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

    /** The file is under its new name on the disk, or still under its old one. */
    public static void moveSynced(Path file, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
            sync(to.getParent());
            sync(file.getParent());
        } catch (IOException e) {
            throw cannotWrite(to, e);
        }
    }

    /**
     * Takes a file away and what it held with it: without its name alone, the bytes would still lie in free blocks. A
     * disk that writes elsewhere than it is told (most SSDs, copying file systems) may keep them all the same.
     */
    public static void erase(Path file) throws IOException {
        blank(file);
        Files.delete(file);
    }

    static void blank(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer nothing = ByteBuffer.allocate(ERASED_AT_ONCE);
            for (long left = channel.size(); left > 0; left -= nothing.limit()) {
                nothing.clear().limit((int) Math.min(left, ERASED_AT_ONCE));
                while (nothing.hasRemaining()) {
                    channel.write(nothing);
                }
            }
            channel.force(true);
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
