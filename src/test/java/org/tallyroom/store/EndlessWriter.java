package org.tallyroom.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/** Writes pages until somebody kills it; prints the id of each page that is acknowledged. */
final class EndlessWriter {

    private EndlessWriter() {}

    public static void main(String[] arguments) {
        Random random = new Random();
        try (Journal journal = Journal.toWrite(new Folder(Path.of(arguments[0])), () -> {
            byte[] salt = new byte[16];
            random.nextBytes(salt);
            return salt;
        })) {
            while (true) {
                String id = "page-" + Long.toHexString(random.nextLong());
                journal.addPage(
                        new PageFact(
                                id, Optional.empty(), "unreadable", Optional.of("no-code"), Optional.empty(), 0, Optional.empty()),
                        JournalTest.from(id));
                System.out.println(id);
            }
        }
    }
}
