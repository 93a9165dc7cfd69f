-- Records of reports as tables. `n` is a number to sort and join by; of reports and directives it begins with the
-- day of publication, so that the highest numbers are the latest. `id` is the stable id of the record contract.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE reports (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL, url TEXT, publisher TEXT, author TEXT,
    title TEXT, place TEXT, published TEXT, published_from TEXT, language TEXT NOT NULL, text TEXT NOT NULL,
    sha TEXT NOT NULL
) STRICT;
CREATE TABLE records (report INTEGER PRIMARY KEY REFERENCES reports(n) ON DELETE CASCADE, json TEXT NOT NULL) STRICT;

-- Who or what a name means in all reports; `key` is the same for all its spellings.
CREATE TABLE entities (
    n INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'office', 'group')),
    name TEXT NOT NULL, latin TEXT NOT NULL, key TEXT NOT NULL, organisation_kind TEXT,
    other_names TEXT NOT NULL, UNIQUE (kind, key)
) STRICT;
-- A place in all reports; the same codes, or the same name and kind, make it one.
CREATE TABLE places (
    n INTEGER PRIMARY KEY, name TEXT NOT NULL, latin TEXT NOT NULL, kind TEXT NOT NULL,
    lgd TEXT, wikidata TEXT, eci TEXT, lat REAL, lon REAL, key TEXT NOT NULL UNIQUE,
    other_names TEXT NOT NULL
) STRICT;
CREATE TABLE place_within (
    place INTEGER NOT NULL REFERENCES places(n), container INTEGER NOT NULL REFERENCES places(n),
    PRIMARY KEY (container, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
    n INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports(n) ON DELETE CASCADE, id TEXT NOT NULL,
    entity INTEGER NOT NULL REFERENCES entities(n), name TEXT NOT NULL, latin TEXT NOT NULL, part TEXT NOT NULL
) STRICT;
CREATE TABLE posts (
    n INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports(n) ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES people(n) ON DELETE CASCADE, entity INTEGER NOT NULL REFERENCES entities(n),
    office INTEGER NOT NULL REFERENCES entities(n), title TEXT NOT NULL,
    organisation INTEGER REFERENCES entities(n), place INTEGER REFERENCES places(n), former INTEGER NOT NULL,
    published TEXT, text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL
) STRICT;
CREATE TABLE offices (
    n INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports(n) ON DELETE CASCADE,
    entity INTEGER NOT NULL REFERENCES entities(n), title TEXT NOT NULL,
    organisation INTEGER REFERENCES entities(n), place INTEGER REFERENCES places(n)
) STRICT;
CREATE TABLE organisations (
    n INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports(n) ON DELETE CASCADE,
    entity INTEGER NOT NULL REFERENCES entities(n), name TEXT NOT NULL, kind TEXT NOT NULL
) STRICT;
CREATE TABLE regions (
    n INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports(n) ON DELETE CASCADE, id TEXT NOT NULL,
    place INTEGER NOT NULL REFERENCES places(n), name TEXT NOT NULL, kind TEXT NOT NULL, count INTEGER
) STRICT;
CREATE TABLE dates (
    n INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports(n) ON DELETE CASCADE, id TEXT NOT NULL,
    text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, edtf TEXT, relation TEXT NOT NULL,
    rrule TEXT, role TEXT NOT NULL, first_day TEXT, last_day TEXT
) STRICT;

-- `starts` and `due` are the first and last day that the directive's dates allow; null where they are unknown.
CREATE TABLE directives (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    report INTEGER NOT NULL REFERENCES reports(n) ON DELETE CASCADE, published TEXT, modality TEXT NOT NULL,
    action TEXT NOT NULL, action_start INTEGER NOT NULL, action_end INTEGER NOT NULL,
    evidence TEXT NOT NULL, evidence_start INTEGER NOT NULL, evidence_end INTEGER NOT NULL,
    starts TEXT, due TEXT, rrule TEXT, target TEXT, target_value REAL, target_unit TEXT,
    purpose TEXT, condition TEXT, confidence REAL NOT NULL, rules TEXT NOT NULL
) STRICT;
CREATE TABLE directive_issuers (
    entity INTEGER NOT NULL REFERENCES entities(n),
    directive INTEGER NOT NULL REFERENCES directives(n) ON DELETE CASCADE, PRIMARY KEY (entity, directive)
) STRICT, WITHOUT ROWID;
CREATE TABLE directive_addressees (
    entity INTEGER NOT NULL REFERENCES entities(n),
    directive INTEGER NOT NULL REFERENCES directives(n) ON DELETE CASCADE,
    text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY (entity, directive, start)
) STRICT, WITHOUT ROWID;
CREATE TABLE directive_dates (
    directive INTEGER NOT NULL REFERENCES directives(n) ON DELETE CASCADE,
    date INTEGER NOT NULL REFERENCES dates(n) ON DELETE CASCADE, relation TEXT NOT NULL,
    PRIMARY KEY (directive, date)
) STRICT, WITHOUT ROWID;
-- `stated` is 0 where the directive names no place and the report's dateline stands in for it.
CREATE TABLE directive_places (
    place INTEGER NOT NULL REFERENCES places(n),
    directive INTEGER NOT NULL REFERENCES directives(n) ON DELETE CASCADE, stated INTEGER NOT NULL,
    PRIMARY KEY (place, directive)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignments (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL, report INTEGER NOT NULL REFERENCES reports(n) ON DELETE CASCADE,
    published TEXT, assignee INTEGER NOT NULL REFERENCES entities(n), role TEXT NOT NULL, change TEXT NOT NULL,
    place INTEGER REFERENCES places(n), organisation INTEGER REFERENCES entities(n), from_role TEXT, effective TEXT,
    evidence TEXT NOT NULL, evidence_start INTEGER NOT NULL, evidence_end INTEGER NOT NULL, confidence REAL NOT NULL
) STRICT;
CREATE TABLE assignment_givers (
    assignment INTEGER NOT NULL REFERENCES assignments(n) ON DELETE CASCADE,
    entity INTEGER NOT NULL REFERENCES entities(n), PRIMARY KEY (assignment, entity)
) STRICT, WITHOUT ROWID;
CREATE TABLE events (
    n INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports(n) ON DELETE CASCADE, published TEXT,
    kind TEXT NOT NULL, name TEXT NOT NULL, evidence TEXT NOT NULL, evidence_start INTEGER NOT NULL,
    evidence_end INTEGER NOT NULL, first_day TEXT, last_day TEXT
) STRICT;
CREATE TABLE event_people (
    event INTEGER NOT NULL REFERENCES events(n) ON DELETE CASCADE, entity INTEGER NOT NULL REFERENCES entities(n),
    part TEXT NOT NULL, PRIMARY KEY (event, entity, part)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_places (
    event INTEGER NOT NULL REFERENCES events(n) ON DELETE CASCADE, place INTEGER NOT NULL REFERENCES places(n),
    PRIMARY KEY (event, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE problems (
    n INTEGER PRIMARY KEY, report INTEGER REFERENCES reports(n) ON DELETE CASCADE, source TEXT,
    stage TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL
) STRICT;

-- Every spelling that was read, the stem it is indexed by, and the consonants by which other scripts find it.
CREATE TABLE words (
    form TEXT NOT NULL, stem TEXT NOT NULL, latin TEXT NOT NULL, skeleton TEXT NOT NULL,
    PRIMARY KEY (form, stem, latin)
) STRICT, WITHOUT ROWID;
-- Full text holds folded stems, so only text that went through nirdesh.store.fold matches; rowid is n.
CREATE VIRTUAL TABLE reports_fts USING fts5 (
    title, text, content='', columnsize=0, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE directives_fts USING fts5 (
    action, evidence, content='', columnsize=0, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE entities_fts USING fts5 (
    name, other_names, content='', columnsize=0,
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE places_fts USING fts5 (
    name, other_names, content='', columnsize=0,
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
