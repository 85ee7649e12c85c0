package org.tallyroom.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sqlite.SQLiteException;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;

/** One SQLite connection. What the database refuses becomes one sentence about the disk, the folder or the file. */
final class Sql implements AutoCloseable {

    private final Connection connection;
    private final Path file;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Sql(Connection connection, Path file) {
        this.connection = connection;
        this.file = file;
    }

    static Sql open(Path file) {
        try {
            return new Sql(DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath()), file);
        } catch (SQLException e) {
            throw broken(file, e);
        }
    }

    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    void run(String statement) {
        try (Statement s = connection.createStatement()) {
            s.execute(statement);
        } catch (SQLException e) {
            throw broken(file, e);
        }
    }

    /** @return rows changed */
    int update(String statement, Object... values) {
        try {
            return bound(statement, values).executeUpdate();
        } catch (SQLException e) {
            throw broken(file, e);
        }
    }

    <T> List<T> list(String query, RowReader<T> reader, Object... values) {
        try (ResultSet rows = bound(query, values).executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw broken(file, e);
        }
    }

    <T> Optional<T> first(String query, RowReader<T> reader, Object... values) {
        return list(query, reader, values).stream().findFirst();
    }

    /** All or nothing; what the work throws rolls back and is thrown on. */
    <T> T inTransaction(String begin, Supplier<T> work) {
        run(begin);
        try {
            T result = work.get();
            run("COMMIT");
            return result;
        } catch (RuntimeException e) {
            rollBack(e);
            throw e;
        }
    }

    /** After a full disk SQLite may have rolled back by itself and refuses a second time. */
    private void rollBack(RuntimeException why) {
        try (Statement s = connection.createStatement()) {
            s.execute("ROLLBACK");
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    private PreparedStatement bound(String statement, Object... values) throws SQLException {
        PreparedStatement s = prepared.get(statement);
        if (s == null) {
            s = connection.prepareStatement(statement);
            prepared.put(statement, s);
        }
        for (int i = 0; i < values.length; i++) {
            s.setObject(i + 1, values[i] instanceof Optional<?> o ? o.orElse(null) : values[i]);
        }
        return s;
    }

    static WorldBroke broken(Path file, SQLException why) {
        String key = why instanceof SQLiteException e
                ? switch (e.getResultCode()) {
                    case SQLITE_FULL -> "store.disk-full";
                    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_BUSY_SNAPSHOT -> "store.in-use";
                    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_CORRUPT_INDEX -> "store.journal-damaged";
                    default -> "store.cannot-write";
                }
                : "store.cannot-write";
        return new WorldBroke(Message.of(key, file.toString()), why);
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement s : prepared.values()) {
                s.close();
            }
            connection.close();
        } catch (SQLException e) {
            throw broken(file, e);
        }
    }
}
