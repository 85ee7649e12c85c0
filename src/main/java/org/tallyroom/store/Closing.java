package org.tallyroom.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tallyroom.json.Json;

/**
 * Rewrites a journal without what only counting needed: where pages came from, where sheets were printed, and the salts
 * that tie single sheets to their place in the log. The chain stays whole and ends with the root over the sorted facts.
 */
final class Closing {

    private static final List<String> KEPT =
            List.of("setting", "sheet", "voided", "page", "counted", "decision", "figures", "log");

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

    /** Writes the closed journal beside the open one. @return its place */
    static Path write(Folder folder, Supplier<byte[]> salts, Map<String, String> settings) {
        Path fresh = folder.root().resolve("journal.closing");
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
                sql.run("INSERT INTO log_salt SELECT * FROM open.log_salt WHERE kind IN ('setting', 'figures')");
                Chain chain = new Chain(sql, salts);
                settings.forEach((name, value) -> {
                    sql.update("INSERT INTO setting VALUES (?, ?)", name, value);
                    chain.append("setting", name, List.of(name, value));
                });
                return chain;
            });
            sql.run("DETACH open");
            sql.first("PRAGMA journal_mode = DELETE", row -> row.getString(1));
        }
        return fresh;
    }

    /** From here on the count is closed: the old journal's own log must be gone before another takes its name. */
    static void replace(Folder folder, Path fresh) {
        try {
            for (String tail : List.of("-wal", "-shm")) {
                Files.deleteIfExists(folder.root().resolve(folder.journal().getFileName() + tail));
            }
            Files.move(fresh, folder.journal(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Folder.sync(folder.root());
        } catch (IOException e) {
            throw Folder.cannotWrite(folder.journal(), e);
        }
    }
}
