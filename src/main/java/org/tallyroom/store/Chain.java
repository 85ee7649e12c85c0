package org.tallyroom.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tallyroom.json.Json;

/**
 * The hash-chained log: link = SHA-256(previous link ‖ SHA-256(salt ‖ canonical event)), appended in the transaction of
 * the change itself. With a salt an event can be proved; without it, it cannot even be guessed.
 */
final class Chain {

    private final Sql sql;
    private final Supplier<byte[]> salts;

    Chain(Sql sql, Supplier<byte[]> salts) {
        this.sql = sql;
        this.salts = salts;
    }

    /** The state of a chain in one line. @param n links so far */
    record Head(long n, String link) {
        static final Head NONE = new Head(0, "0".repeat(64));
    }

    void append(String kind, String key, Object fact) {
        Head before = head();
        byte[] salt = salts.get();
        String digest = digest(salt, kind, fact);
        String link = Digest.of(before.link() + digest);
        sql.update("INSERT INTO log VALUES (?, ?, ?)", before.n() + 1, digest, link);
        sql.update(
                "INSERT INTO log_salt VALUES (?, ?, ?, ?)", before.n() + 1, HexFormat.of().formatHex(salt), kind, key);
    }

    Head head() {
        return sql.first(
                        "SELECT n, link FROM log ORDER BY n DESC LIMIT 1",
                        row -> new Head(row.getLong(1), row.getString(2)))
                .orElse(Head.NONE);
    }

    boolean contains(Head head) {
        return head.n() == 0 || linkAt(head.n()).filter(head.link()::equals).isPresent();
    }

    Optional<String> linkAt(long n) {
        return sql.first("SELECT link FROM log WHERE n = ?", row -> row.getString(1), n);
    }

    static String digest(byte[] salt, String kind, Object fact) {
        String event = Json.canonical(Map.of("kind", kind, "fact", fact));
        return Digest.of(salt, event.getBytes(StandardCharsets.UTF_8));
    }
}
