package org.tallyroom.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tallyroom.json.Json;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;

/**
 * Rewrites a journal without what only counting needed: where pages came from, where sheets were printed, and the salts
 * that tie single sheets to their place in the log. The chain stays whole and ends with the root over the sorted facts.
 */
final class Closing {

    private static final List<String> KEPT =
            List.of("setting", "sheet", "voided", "page", "counted", "decision", "figures", "criteria", "log");

    private Closing() {}

    /** SHA-256 over the sorted digests of all facts about sheets: the same facts in any order give the same root. */
    static String root(Facts facts) {
        StringBuilder sorted = new StringBuilder();
        Audit.sheetFacts(facts).entrySet().stream()
                .map(e -> Digest.of(e.getKey().substring(0, e.getKey().indexOf(' ')) + Json.canonical(e.getValue())))
                .sorted()
                .forEach(sorted::append);
        return Digest.of(sorted.toString());
    }

    /**
     * Writes the closed journal beside the open one, and a copy of it as the folder's backup.
     *
     * @throws WorldBroke also when the open journal cannot prove itself: closing would destroy what tells so
     */
    static void write(Folder folder, Supplier<byte[]> salts, Map<String, String> settings) {
        Path fresh = fresh(folder);
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            throw Folder.cannotWrite(fresh, e);
        }
        try (Sql sql = Sql.open(fresh)) {
            Schema.create(sql);
            sql.run("ATTACH '" + folder.journal().toAbsolutePath().toString().replace("'", "''") + "' AS open");
            sql.inTransaction("BEGIN IMMEDIATE", () -> {
                String copy = "INSERT INTO %s SELECT * FROM open.%s ORDER BY 1, 2";
                KEPT.forEach(table -> sql.run(copy.formatted(table, table)));
                sql.run("INSERT INTO log_salt SELECT * FROM open.log_salt WHERE kind IN ('%s')"
                        .formatted(String.join("', '", Audit.SALTED)));
                Chain chain = new Chain(sql, salts);
                settings.forEach((name, value) -> {
                    sql.update("INSERT INTO setting VALUES (?, ?)", name, value);
                    chain.append("setting", name, List.of(name, value));
                });
                return chain;
            });
            sql.run("DETACH open");
            sql.first("PRAGMA journal_mode = DELETE", row -> row.getString(1));
            if (!new Audit(sql, new Facts(sql)).run(true).isEmpty()) {
                throw new WorldBroke(Message.of("store.close-unproved", folder.root().toString()));
            }
            backUp(folder, fresh, new Chain(sql, salts).head());
        }
    }

    /** Made before anything is forgotten; any earlier backup might tell more than the closed journal does. */
    private static void backUp(Folder folder, Path fresh, Chain.Head head) {
        try {
            if (Files.isDirectory(folder.backup())) {
                eraseAll(folder.backup());
            }
            Folder.writeSynced(folder.backup().resolve(folder.journal().getFileName()), Files.readAllBytes(fresh));
            Folder.writeSynced(folder.backup().resolve(folder.head().getFileName()), HeadFile.line(head));
        } catch (IOException e) {
            throw Folder.cannotWrite(folder.backup(), e);
        }
    }

    private static void eraseAll(Path place) throws IOException {
        List<Path> files;
        try (Stream<Path> inside = Files.list(place)) {
            files = inside.toList();
        }
        for (Path file : files) {
            Folder.erase(file);
        }
    }

    /**
     * Overwrites the open journal's write-ahead log, whose content is all in the journal by now: SQLite takes it away
     * by its name alone.
     */
    static void blankLog(Folder folder) {
        Path log = beside(folder, "-wal");
        try {
            if (Files.exists(log)) {
                Folder.blank(log);
            }
        } catch (IOException e) {
            throw Folder.cannotWrite(log, e);
        }
    }

    private static Path beside(Folder folder, String tail) {
        return folder.root().resolve(folder.journal().getFileName() + tail);
    }

    /**
     * From here on the count is closed. The old journal gets another name first, so that it can be overwritten when the
     * closed one stands in its place.
     */
    static void replace(Folder folder) {
        try {
            for (String tail : List.of("-wal", "-shm")) {
                Files.deleteIfExists(beside(folder, tail));
            }
            Files.move(folder.journal(), old(folder), StandardCopyOption.ATOMIC_MOVE);
            putInPlace(folder);
            forgetOld(folder);
        } catch (IOException e) {
            throw Folder.cannotWrite(folder.journal(), e);
        }
    }

    /** Whether a power cut came between two steps of {@link #replace}. */
    static boolean interrupted(Folder folder) {
        return Files.exists(old(folder));
    }

    static void finish(Folder folder) {
        try {
            if (!Files.exists(folder.journal())) {
                putInPlace(folder);
            }
            forgetOld(folder);
        } catch (IOException e) {
            throw Folder.cannotWrite(folder.journal(), e);
        }
    }

    private static void putInPlace(Folder folder) throws IOException {
        Files.move(fresh(folder), folder.journal(), StandardCopyOption.ATOMIC_MOVE);
        Folder.sync(folder.root());
    }

    private static void forgetOld(Folder folder) throws IOException {
        if (interrupted(folder)) {
            Path head = folder.backup().resolve(folder.head().getFileName());
            Folder.writeSynced(folder.head(), Files.readAllBytes(head));
            Folder.erase(old(folder));
        }
    }

    private static Path fresh(Folder folder) {
        return folder.root().resolve("journal.closing");
    }

    private static Path old(Folder folder) {
        return folder.root().resolve("journal.open");
    }
}
