package org.tallyroom.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tallyroom.json.Json;

/**
 * All that a journal knows, read. Lists come in the order of their keys, which tells nothing, unless said otherwise.
 */
public final class Facts {

    private final Sql sql;

    Facts(Sql sql) {
        this.sql = sql;
    }

    public Optional<String> setting(String name) {
        return sql.first("SELECT value FROM setting WHERE name = ?", row -> row.getString(1), name);
    }

    public Map<String, String> settings() {
        Map<String, String> all = new HashMap<>();
        sql.list("SELECT name, value FROM setting", row -> all.put(row.getString(1), row.getString(2)));
        return all;
    }

    public List<SheetFact> sheets() {
        return sql.list("SELECT * FROM sheet ORDER BY token_hash", Facts::sheet);
    }

    /** The sheets that no longer count, with the reason. */
    public Map<String, String> voided() {
        Map<String, String> all = new HashMap<>();
        sql.list("SELECT token_hash, reason FROM voided", row -> all.put(row.getString(1), row.getString(2)));
        return all;
    }

    public List<VoidFact> voids() {
        return sql.list(
                "SELECT * FROM voided ORDER BY token_hash",
                row -> new VoidFact(row.getString(1), row.getInt(2), row.getString(3)));
    }

    /** How often a unit has voted: 1, and one more for every set of its sheets that was voided. */
    public int votes(int unit) {
        return 1
                + sql.first(
                                "SELECT count(DISTINCT vote) FROM voided JOIN sheet USING (token_hash) WHERE unit = ?",
                                row -> row.getInt(1),
                                unit)
                        .orElse(0);
    }

    public List<PageFact> pages() {
        return sql.list("SELECT * FROM page ORDER BY id", Facts::page);
    }

    /** The pages of one sheet. */
    public List<PageFact> pagesOf(String tokenHash) {
        return sql.list("SELECT * FROM page WHERE token_hash = ? ORDER BY id", Facts::page, tokenHash);
    }

    /** The pages that count. */
    public List<CountedFact> counted() {
        return sql.list(
                "SELECT * FROM counted ORDER BY token_hash, page",
                row -> new CountedFact(row.getString(1), row.getInt(2), row.getString(3)));
    }

    /** Ids of the pages of one sheet that count. */
    public List<String> countedOf(String tokenHash) {
        return sql.list("SELECT page_id FROM counted WHERE token_hash = ?", row -> row.getString(1), tokenHash);
    }

    /** In the order they were made, for each sheet. */
    public List<DecisionFact> decisions() {
        return sql.list("SELECT * FROM decision ORDER BY token_hash, seq", Facts::decision);
    }

    /** In the order they came into force; none in a journal without a meeting. */
    public List<CriteriaFact> criteria() {
        return sql.list(
                "SELECT * FROM criteria ORDER BY seq",
                row -> new CriteriaFact(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        List.of(Json.read(row.getString(5), String[].class))));
    }

    /** In the order they were entered, for each unit and type. */
    public List<FiguresFact> figures() {
        return sql.list("SELECT * FROM figures ORDER BY unit, respondent_type, seq", Facts::figures);
    }

    /** By page id, in the order of taking in; empty after the count is closed. */
    public Map<String, Provenance> provenance() {
        Map<String, Provenance> all = new LinkedHashMap<>();
        sql.list(
                "SELECT page_id, source, source_key, page, content FROM provenance ORDER BY n",
                row -> all.put(row.getString(1), whence(row)));
        return all;
    }

    /** The pages already taken in whose content is this one, in order. */
    public List<Provenance> knownAs(String content) {
        return sql.list(
                "SELECT page_id, source, source_key, page, content FROM provenance WHERE content = ? ORDER BY n",
                Facts::whence,
                content);
    }

    /** The id of the page that was taken in from this place. */
    public Optional<String> pageFrom(Provenance whence) {
        return sql.first(
                "SELECT page_id FROM provenance WHERE content = ? AND source_key = ? AND page = ?",
                row -> row.getString(1),
                whence.content(),
                whence.sourceKey(),
                whence.page());
    }

    public boolean fileTaken(String sourceKey, String content) {
        return sql.first(
                        "SELECT 1 FROM taken_file WHERE source_key = ? AND content = ?",
                        row -> row.getInt(1),
                        sourceKey,
                        content)
                .isPresent();
    }

    /** The source keys of the files whose pages were all taken in. */
    public List<String> takenFiles() {
        return sql.list("SELECT source_key FROM taken_file", row -> row.getString(1));
    }

    /** In the order of the printed files; empty after the count is closed. */
    public List<SheetPlace> places() {
        return sql.list(
                "SELECT * FROM sheet_page ORDER BY pdf, pdf_page",
                row -> new SheetPlace(row.getString(1), row.getInt(2), row.getString(3), row.getInt(4)));
    }

    private static SheetFact sheet(ResultSet row) throws SQLException {
        return new SheetFact(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4), row.getInt(5));
    }

    private static PageFact page(ResultSet row) throws SQLException {
        return new PageFact(
                row.getString(1),
                Optional.ofNullable(row.getString(2)),
                row.getString(3),
                Optional.ofNullable(row.getString(4)),
                Optional.ofNullable(row.getString(5)),
                row.getInt(6),
                Optional.ofNullable(row.getString(7)));
    }

    private static DecisionFact decision(ResultSet row) throws SQLException {
        List<String> deciders = List.of(Json.read(row.getString(5), String[].class));
        return new DecisionFact(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                deciders,
                row.getString(6),
                row.getInt(7));
    }

    private static FiguresFact figures(ResultSet row) throws SQLException {
        Map<String, Integer> figures = new HashMap<>();
        Map<?, ?> stored = Json.read(row.getString(5), Map.class);
        for (Map.Entry<?, ?> entry : stored.entrySet()) {
            figures.put((String) entry.getKey(), (Integer) entry.getValue());
        }
        return new FiguresFact(
                row.getString(1), row.getString(2), row.getInt(3), row.getInt(4), figures, row.getString(6));
    }

    private static Provenance whence(ResultSet row) throws SQLException {
        return new Provenance(row.getString(2), row.getString(3), row.getInt(4), row.getString(5));
    }
}
