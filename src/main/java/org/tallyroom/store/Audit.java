package org.tallyroom.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tallyroom.store.Journal.Flaw;

/** Recomputes everything a journal can prove about itself. */
final class Audit {

    /** Kinds of facts that tell nothing of single sheets: closing keeps their salts. */
    static final Set<String> SALTED = Set.of("setting", "figures", "criteria");

    private final Sql sql;
    private final Facts facts;
    private final List<Flaw> flaws = new ArrayList<>();

    Audit(Sql sql, Facts facts) {
        this.sql = sql;
        this.facts = facts;
    }

    List<Flaw> run(boolean closed) {
        sql.list("PRAGMA integrity_check", row -> row.getString(1)).stream()
                .filter(line -> !line.equals("ok"))
                .limit(1)
                .forEach(line -> flaws.add(new Flaw("damaged", "", "")));
        links();
        Map<String, Object> stored = stored();
        Set<String> proved = salted(stored);
        for (String key : stored.keySet()) {
            boolean saltGone = closed && !SALTED.contains(key.substring(0, key.indexOf(' ')));
            if (!proved.contains(key) && !saltGone) {
                flaws.add(flaw("added", key));
            }
        }
        return flaws;
    }

    private void links() {
        Chain.Head[] before = {Chain.Head.NONE};
        sql.list("SELECT n, digest, link FROM log ORDER BY n", row -> {
            String link = Digest.of(before[0].link() + row.getString(2));
            boolean holds = row.getLong(1) == before[0].n() + 1 && link.equals(row.getString(3));
            before[0] = new Chain.Head(row.getLong(1), row.getString(3));
            return holds;
        }).stream().filter(holds -> !holds).limit(1).forEach(broken -> flaws.add(new Flaw("broken-chain", "", "")));
    }

    /** The facts whose logged digest could be recomputed, whatever came out. */
    private Set<String> salted(Map<String, Object> stored) {
        Set<String> proved = new HashSet<>();
        sql.list(
                "SELECT salt, kind, fact_key, digest FROM log_salt JOIN log USING (n)",
                row -> new String[] {row.getString(1), row.getString(2), row.getString(3), row.getString(4)})
                .forEach(entry -> {
                    String key = entry[1] + " " + entry[2];
                    proved.add(key);
                    if (!stored.containsKey(key)) {
                        flaws.add(flaw("missing", key));
                    } else {
                        byte[] salt = HexFormat.of().parseHex(entry[0]);
                        if (!Chain.digest(salt, entry[1], stored.get(key)).equals(entry[3])) {
                            flaws.add(flaw("changed", key));
                        }
                    }
                });
        return proved;
    }

    private static Flaw flaw(String what, String key) {
        int space = key.indexOf(' ');
        return new Flaw(what, key.substring(0, space), key.substring(space + 1));
    }

    private Map<String, Object> stored() {
        Map<String, Object> stored = new LinkedHashMap<>();
        facts.settings().forEach((name, value) -> stored.put("setting " + name, List.of(name, value)));
        sheetFacts(facts).forEach(stored::put);
        facts.provenance().forEach((page, whence) -> stored.put("provenance " + page, whence));
        facts.places().forEach(p -> stored.put("place " + p.tokenHash() + "/" + p.page(), p));
        facts.criteria().forEach(c -> stored.put("criteria " + c.seq(), c));
        facts.figures().forEach(f -> stored.put("figures " + figuresKey(f), f));
        return stored;
    }

    static String figuresKey(FiguresFact f) {
        return f.unit() + "/" + f.respondentType() + "/" + f.seq();
    }

    /** The facts about single sheets, whose order in the log must not be told, by kind and key. */
    static Map<String, Object> sheetFacts(Facts facts) {
        Map<String, Object> stored = new HashMap<>();
        facts.sheets().forEach(s -> stored.put("sheet " + s.tokenHash(), s));
        facts.voids().forEach(v -> stored.put("voided " + v.tokenHash(), v));
        facts.pages().forEach(p -> stored.put("page " + p.id(), p));
        facts.counted().forEach(c -> stored.put("counted " + c.tokenHash() + "/" + c.page(), c));
        facts.decisions().forEach(d -> stored.put("decision " + d.tokenHash() + "/" + d.seq(), d));
        return stored;
    }
}
