package org.tallyroom.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tallyroom.json.Json;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;

/**
 * The append-only journal of a station folder. A change is acknowledged (the method returns) after its COMMIT and after
 * the chain's new head is synced in its second place.
 */
public final class Journal implements AutoCloseable {

    private final Folder folder;
    private final Sql sql;
    private final Chain chain;
    private final HeadFile head;
    private final Optional<FolderLock> lock;
    private final Facts facts;
    private final Supplier<byte[]> salts;
    private boolean together;

    private Journal(Folder folder, Supplier<byte[]> salts, Optional<FolderLock> lock) {
        this.folder = folder;
        this.sql = Sql.open(folder.journal());
        this.chain = new Chain(sql, salts);
        this.head = new HeadFile(folder.head());
        this.lock = lock;
        this.facts = new Facts(sql);
        this.salts = salts;
    }

    /**
     * A new journal in an existing folder, with its first settings.
     *
     * @param salts 16 fresh random bytes at every call
     */
    public static Journal create(Folder folder, Supplier<byte[]> salts, Map<String, String> settings) {
        Journal journal = new Journal(folder, salts, Optional.of(FolderLock.take(folder)));
        Schema.create(journal.sql);
        journal.append(() -> settings.forEach(journal::addSetting));
        return journal;
    }

    /** @throws WorldBroke when another program writes, or the journal is not the one its head file remembers */
    public static Journal toWrite(Folder folder, Supplier<byte[]> salts) {
        Access.toStation(folder);
        FolderLock lock = FolderLock.take(folder);
        try {
            Access.toWrite(folder);
            return checked(new Journal(folder, salts, Optional.of(lock)));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Beside a running writer; everything read comes from one moment. */
    public static Journal toRead(Folder folder) {
        Access.toStation(folder);
        return checked(new Journal(folder, () -> new byte[0], Optional.empty()));
    }

    /** The head is read before the snapshot: a writer commits first and notes the head afterwards. */
    private static Journal checked(Journal journal) {
        try {
            Schema.check(journal.sql, journal.folder.journal());
            Optional<Chain.Head> remembered = journal.head.last();
            if (journal.lock.isEmpty()) {
                journal.sql.run("BEGIN");
            }
            if (remembered.filter(journal.chain::contains).isEmpty()) {
                throw new WorldBroke(Message.of("store.journal-lost-rows", journal.folder.root().toString()));
            }
            return journal;
        } catch (RuntimeException e) {
            journal.sql.close();
            throw e;
        }
    }

    public Folder folder() {
        return folder;
    }

    public Facts facts() {
        return facts;
    }

    /** The chain's head: what a printed report shows, so that this journal can be held to it. */
    public String headLink() {
        return chain.head().link();
    }

    /**
     * All changes made meanwhile are one: they are on the disk when this returns, or none is. Half of what a commit
     * costs is waiting for the disk, however much is in it.
     */
    public void together(Runnable changes) {
        if (together) {
            throw new IllegalArgumentException("changes that are made together already");
        }
        append(() -> {
            together = true;
            try {
                changes.run();
            } finally {
                together = false;
            }
        });
    }

    public void set(String name, String value) {
        append(() -> addSetting(name, value));
    }

    public void addSheets(List<SheetFact> sheets, List<SheetPlace> places) {
        append(() -> insert(sheets, places));
    }

    /** New sheets in place of old ones, in one step: there is no moment with both or with none. */
    public void replaceSheets(List<VoidFact> old, List<SheetFact> sheets, List<SheetPlace> places) {
        append(() -> {
            for (VoidFact v : old) {
                sql.update("INSERT INTO voided VALUES (?, ?, ?)", v.tokenHash(), v.vote(), v.reason());
                chain.append("voided", v.tokenHash(), v);
            }
            insert(sheets, places);
        });
    }

    /**
     * Keeps a page and where it came from.
     *
     * @return whether this page is the one of its sheet that counts
     */
    public boolean addPage(PageFact page, Provenance whence) {
        boolean[] counts = {false};
        append(() -> {
            sql.update(
                    "INSERT INTO page VALUES (?, ?, ?, ?, ?, ?, ?)",
                    page.id(),
                    page.picture(),
                    page.outcome(),
                    page.reason(),
                    page.sheet(),
                    page.page(),
                    page.reading());
            sql.update(
                    "INSERT INTO provenance (page_id, source, source_key, page, content) VALUES (?, ?, ?, ?, ?)",
                    page.id(), whence.source(), whence.sourceKey(), whence.page(), whence.content());
            if (page.outcome().equals("read")) {
                counts[0] = count(new CountedFact(page.sheet().orElseThrow(), page.page(), page.id()));
            }
            chain.append("page", page.id(), page);
            chain.append("provenance", page.id(), whence);
        });
        return counts[0];
    }

    private boolean count(CountedFact c) {
        boolean first =
                sql.update("INSERT OR IGNORE INTO counted VALUES (?, ?, ?)", c.tokenHash(), c.page(), c.pageId()) == 1;
        if (first) {
            chain.append("counted", c.tokenHash() + "/" + c.page(), c);
        }
        return first;
    }

    /** Every page of this file, as it is now, has been taken in. */
    public void fileDone(String sourceKey, String content) {
        Supplier<Integer> note =
                () -> sql.update("INSERT OR IGNORE INTO taken_file VALUES (?, ?)", sourceKey, content);
        if (together) {
            note.get();
        } else {
            sql.inTransaction("BEGIN IMMEDIATE", note);
        }
    }

    public void decide(DecisionFact d) {
        append(() -> {
            sql.update(
                    "INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?)",
                    d.tokenHash(),
                    d.seq(),
                    d.item(),
                    d.outcome(),
                    Json.text(d.deciders()),
                    d.reason(),
                    d.criteria());
            chain.append("decision", d.tokenHash() + "/" + d.seq(), d);
        });
    }

    /** From now on pages are judged with these criteria. */
    public void judgeBy(CriteriaFact c) {
        append(() -> {
            sql.update(
                    "INSERT INTO criteria VALUES (?, ?, ?, ?, ?)",
                    c.seq(), c.hash(), c.profile(), c.reason(), Json.text(c.deciders()));
            chain.append("criteria", String.valueOf(c.seq()), c);
        });
    }

    public void enter(FiguresFact f) {
        append(() -> {
            sql.update(
                    "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?)",
                    f.unit(), f.respondentType(), f.seq(), f.vote(), Json.canonical(f.figures()), f.enteredBy());
            chain.append("figures", f.unit() + "/" + f.respondentType() + "/" + f.seq(), f);
        });
    }

    /**
     * Everything about the journal that does not hold: one line each, of what is wrong and with which fact.
     *
     * @param closed whether the salts of sheet facts are gone on purpose
     */
    public List<Flaw> audit(boolean closed) {
        return new Audit(sql, facts).run(closed);
    }

    /**
     * Something that does not hold.
     *
     * @param what damaged (SQLite's own check), broken-chain, changed, missing, or added (a fact that was never logged)
     * @param kind of the fact, empty where it concerns the whole journal
     * @param key of the fact
     */
    public record Flaw(String what, String kind, String key) {}

    /** Whether the second place where heads are noted says nothing that this journal does not know. */
    public boolean headFileHolds() {
        return head.agrees(chain);
    }

    /** The root over all facts about sheets, in whatever order they are stored. */
    public String root() {
        return Closing.root(facts);
    }

    /**
     * Closes the count for good: rewrites the journal without provenance, keeps a backup of it, and closes it.
     *
     * @throws WorldBroke also when the journal cannot prove itself: closing would destroy what tells so
     * @param settings the last ones, which say that and how it was closed
     */
    public void closeCount(Map<String, String> settings) {
        if (!audit(false).isEmpty()) {
            throw new WorldBroke(Message.of("store.close-unproved", folder.root().toString()));
        }
        Closing.write(folder, salts, settings);
        boolean beingRead = sql.first("PRAGMA wal_checkpoint(RESTART)", row -> row.getInt(1))
                .filter(busy -> busy == 0)
                .isEmpty();
        if (beingRead) {
            throw new WorldBroke(Message.of("store.in-use", folder.root().toString()));
        }
        Closing.blankLog(folder);
        sql.close();
        Closing.replace(folder);
    }

    /** Finishes a closing that a power cut interrupted; nothing where there is none. */
    public static void finishClosing(Folder folder) {
        if (Closing.interrupted(folder)) {
            FolderLock lock = FolderLock.take(folder);
            try {
                Closing.finish(folder);
            } finally {
                lock.close();
            }
        }
    }

    private void insert(List<SheetFact> sheets, List<SheetPlace> places) {
        for (SheetFact s : sheets) {
            sql.update(
                    "INSERT INTO sheet VALUES (?, ?, ?, ?, ?)",
                    s.tokenHash(), s.shortCode(), s.form(), s.unit(), s.respondentType());
            chain.append("sheet", s.tokenHash(), s);
        }
        for (SheetPlace p : places) {
            sql.update("INSERT INTO sheet_page VALUES (?, ?, ?, ?)", p.tokenHash(), p.page(), p.pdf(), p.pdfPage());
            chain.append("place", p.tokenHash() + "/" + p.page(), p);
        }
    }

    private void addSetting(String name, String value) {
        sql.update("INSERT INTO setting VALUES (?, ?)", name, value);
        chain.append("setting", name, List.of(name, value));
    }

    private void append(Runnable change) {
        if (together) {
            change.run();
            return;
        }
        sql.inTransaction("BEGIN IMMEDIATE", () -> {
            change.run();
            return chain;
        });
        head.append(chain.head());
    }

    @Override
    public void close() {
        sql.close();
        lock.ifPresent(FolderLock::close);
    }
}
