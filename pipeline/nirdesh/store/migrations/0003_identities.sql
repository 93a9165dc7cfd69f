-- Who is who across reports, as nirdesh.link decides it; null where people were not linked.
ALTER TABLE people ADD COLUMN identity TEXT;
CREATE INDEX people_identity ON people(identity);
CREATE TABLE identity_doubts (
    identity TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (identity, other)
) STRICT, WITHOUT ROWID;
