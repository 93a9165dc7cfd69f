-- What reviewers say about the machine's directives. No foreign key: a correction outlives the row it is about,
-- and `report`, `action_start` and `action_end` find that row again when a later run gives it another id.
CREATE TABLE corrections (
    id TEXT PRIMARY KEY, directive TEXT NOT NULL, report TEXT NOT NULL,
    action_start INTEGER NOT NULL, action_end INTEGER NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('right', 'wrong', 'corrected', 'missed')),
    changes TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(changes)), note TEXT,
    who TEXT NOT NULL CHECK (who <> ''), at TEXT NOT NULL, via TEXT NOT NULL
) STRICT;
CREATE INDEX corrections_directive ON corrections(directive, at);
CREATE INDEX corrections_report ON corrections(report);
