package org.tallyroom.station;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.tallyroom.intake.ScanFile;
import org.tallyroom.store.Digest;
import org.tallyroom.store.WaitingFiles;

/**
 * A file that is being taken in.
 *
 * @param key digest of its full path: one file has one key, however it is named on the command line
 * @param content digest of its bytes; of a word for what cannot be read, which is counted as damaged
 * @param before how it stood on the disk before it was read; empty when it was not there
 */
record SourceFile(Path path, String key, String content, Optional<Standing> before) {

    record Standing(long bytes, FileTime changed) {}

    static SourceFile of(Path path) {
        Optional<Standing> before = standing(path);
        return new SourceFile(path, WaitingFiles.keyOf(path), contentOf(path), before);
    }

    static SourceFile closedFolder(Path folder) {
        return new SourceFile(folder, WaitingFiles.keyOf(folder), Digest.of("folder"), Optional.empty());
    }

    /** As the user named it. */
    String name() {
        return path.toString();
    }

    /** Whether the file was deleted after it was listed. Where nobody can look, nothing is gone. */
    boolean gone() {
        return Files.notExists(path);
    }

    /** Whether somebody wrote it, or deleted it, since reading it began. */
    boolean changed() {
        return before.isPresent() && !standing(path).equals(before);
    }

    private static Optional<Standing> standing(Path path) {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(new Standing(now.size(), now.lastModifiedTime()));
        } catch (IOException cannotBeLookedAt) {
            // Then there is nothing to compare with later; reading it says what is wrong.
            return Optional.empty();
        }
    }

    private static String contentOf(Path file) {
        if (!ScanFile.isFile(file)) {
            return Digest.of("unreadable");
        }
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            return Digest.of("unreadable");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
