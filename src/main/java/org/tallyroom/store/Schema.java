package org.tallyroom.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;

/**
 * The journal's tables, versioned by {@code PRAGMA user_version}. A migration library was measured at 0.24–0.38 s of
 * every start for the same service.
 */
final class Schema {

    private static final int VERSION = 3;

    private static final List<String> TABLES = List.of(
            "setting", "sheet", "voided", "page", "counted", "decision", "figures", "criteria", "log", "log_salt",
            "provenance", "taken_file", "sheet_page");

    private Schema() {}

    static void create(Sql sql) {
        durable(sql);
        sql.inTransaction("BEGIN IMMEDIATE", () -> {
            statements().forEach(sql::run);
            for (String table : TABLES) {
                for (String change : List.of("UPDATE", "DELETE")) {
                    sql.run("CREATE TRIGGER %s_%s BEFORE %s ON %s BEGIN SELECT RAISE(ABORT, 'append only'); END"
                            .formatted(table, change.toLowerCase(Locale.ROOT), change, table));
                }
            }
            sql.run("PRAGMA user_version = " + VERSION);
            return VERSION;
        });
    }

    /** @throws WorldBroke when the journal is of a newer program, or the settings that make it durable did not take */
    static void check(Sql sql, Path file) {
        durable(sql);
        int version = pragma(sql, "user_version").map(Integer::parseInt).orElse(0);
        if (version != VERSION) {
            throw new WorldBroke(Message.of("store.other-version", file.toString()));
        }
    }

    /** Read back, because SQLite answers a pragma it cannot follow with silence. */
    private static void durable(Sql sql) {
        sql.run("PRAGMA busy_timeout = 10000");
        pragma(sql, "journal_mode = WAL");
        sql.run("PRAGMA synchronous = FULL");
        sql.run("PRAGMA foreign_keys = ON");
        boolean safe = pragma(sql, "journal_mode").filter("wal"::equals).isPresent()
                && pragma(sql, "synchronous").filter("2"::equals).isPresent()
                && pragma(sql, "foreign_keys").filter("1"::equals).isPresent();
        if (!safe) {
            throw new WorldBroke(Message.of("store.not-durable"));
        }
    }

    private static Optional<String> pragma(Sql sql, String name) {
        return sql.first("PRAGMA " + name, row -> row.getString(1));
    }

    private static List<String> statements() {
        try (InputStream in = Schema.class.getResourceAsStream("/org/tallyroom/store/journal-3.sql")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.replaceAll("(?m)^--.*$", "").split(";"))
                    .filter(s -> !s.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("the program's own schema cannot be read", e);
        }
    }
}
