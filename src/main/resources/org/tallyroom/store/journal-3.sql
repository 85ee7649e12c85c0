-- Facts are appended, never changed: triggers at the end raise. Tables of facts are WITHOUT ROWID on keys that tell
-- nothing (digests, random numbers), because a rowid table keeps the order of insertion even through VACUUM INTO.
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE sheet (
    token_hash TEXT PRIMARY KEY,
    short_code TEXT NOT NULL UNIQUE,
    form INTEGER NOT NULL,
    unit INTEGER NOT NULL,
    respondent_type INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE voided (
    token_hash TEXT PRIMARY KEY REFERENCES sheet,
    vote INTEGER NOT NULL,
    reason TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE page (
    id TEXT PRIMARY KEY,
    picture TEXT,
    outcome TEXT NOT NULL,
    reason TEXT,
    token_hash TEXT,
    page INTEGER NOT NULL,
    reading TEXT
) WITHOUT ROWID;

-- The page of a sheet that counts: there is room for one, whatever crashes.
CREATE TABLE counted (
    token_hash TEXT NOT NULL REFERENCES sheet,
    page INTEGER NOT NULL,
    page_id TEXT NOT NULL UNIQUE REFERENCES page,
    PRIMARY KEY (token_hash, page)
) WITHOUT ROWID;

CREATE TABLE decision (
    token_hash TEXT NOT NULL REFERENCES sheet,
    seq INTEGER NOT NULL,
    item TEXT NOT NULL,
    outcome TEXT NOT NULL,
    deciders TEXT NOT NULL,
    reason TEXT NOT NULL,
    criteria INTEGER NOT NULL,
    PRIMARY KEY (token_hash, seq)
) WITHOUT ROWID;

CREATE TABLE figures (
    unit TEXT NOT NULL,
    respondent_type TEXT NOT NULL,
    seq INTEGER NOT NULL,
    vote INTEGER NOT NULL,
    figures TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    PRIMARY KEY (unit, respondent_type, seq)
) WITHOUT ROWID;

CREATE TABLE criteria (
    seq INTEGER PRIMARY KEY,
    hash TEXT NOT NULL,
    profile TEXT NOT NULL,
    reason TEXT NOT NULL,
    deciders TEXT NOT NULL
) WITHOUT ROWID;

-- link = SHA-256(previous link, digest), digest = SHA-256(salt, canonical event).
CREATE TABLE log (n INTEGER PRIMARY KEY, digest TEXT NOT NULL, link TEXT NOT NULL);

-- Provenance: where a page came from and where a sheet was printed. Closing the count leaves these tables behind; until
-- then the log proves their rows too.
CREATE TABLE log_salt (n INTEGER PRIMARY KEY REFERENCES log, salt TEXT NOT NULL, kind TEXT NOT NULL, fact_key TEXT NOT NULL);

CREATE TABLE provenance (
    n INTEGER PRIMARY KEY,
    page_id TEXT NOT NULL UNIQUE REFERENCES page,
    source TEXT NOT NULL,
    source_key TEXT NOT NULL,
    page INTEGER NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (content, source_key, page)
);

CREATE TABLE taken_file (source_key TEXT, content TEXT, PRIMARY KEY (source_key, content)) WITHOUT ROWID;

CREATE TABLE sheet_page (
    token_hash TEXT NOT NULL REFERENCES sheet,
    page INTEGER NOT NULL,
    pdf TEXT NOT NULL,
    pdf_page INTEGER NOT NULL,
    PRIMARY KEY (token_hash, page)
) WITHOUT ROWID;

CREATE INDEX page_of_sheet ON page (token_hash) WHERE token_hash IS NOT NULL;
