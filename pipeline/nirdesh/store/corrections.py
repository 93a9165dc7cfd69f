"""What reviewers say about directives, kept beside what the machine said."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, get_args

from sqlite_utils import Database

from nirdesh.errors import NirdeshError
from nirdesh.mentions import Modality
from nirdesh.record import content_id
from nirdesh.store.database import create

VERDICTS: Final = ("right", "wrong", "corrected", "missed")
FIELDS: Final = ("action", "modality", "issuers", "addressees", "when", "regions")


@dataclass(frozen=True, slots=True)
class Correction:
    """One reviewer's word on one directive.

    Attributes:
        directive: Id of the directive; of a missed one, made from its place.
        verdict: ``right``, ``wrong``, ``corrected``, or ``missed`` for one that the machine did not see.
        who: Name of the reviewer.
        at: ISO time in UTC.
        changes: New values by field: ``action`` is [start, end] in the report's text, ``modality`` one of the
            contract's, ``issuers``, ``addressees`` and ``regions`` lists of names, ``when`` a list of EDTF.
        note: Whatever the reviewer wants to add.
        via: Where it came from: ``command``, ``explore``, ``label-studio``, ``doccano``.
        report: Id of the report.
        action: Start and end of the action that the word is about, as the machine had it.
    """

    directive: str
    verdict: str
    who: str
    at: str = ""
    changes: dict[str, Any] = field(default_factory=dict)
    note: str | None = None
    via: str = "command"
    report: str = ""
    action: tuple[int, int] = (0, 0)


def correct(database: Database | str | Path, corrections: Iterable[Correction]) -> int:
    """Write corrections; one that is there already is not written twice.

    Args:
        database: The file, or a database open for writing.
        corrections: ``report`` and ``action`` are looked up unless the verdict is ``missed``.

    Returns:
        How many were new.

    Raises:
        NirdeshError: If a directive is unknown or a value is not allowed; none is written then.
    """
    db = database if isinstance(database, Database) else create(database)
    connection: sqlite3.Connection = db.conn
    try:
        return add_all(connection, corrections)
    finally:
        if not isinstance(database, Database):
            connection.close()


def add_all(connection: sqlite3.Connection, corrections: Iterable[Correction]) -> int:
    """Write corrections over an open connection, all or none."""
    rows = [_row(connection, correction) for correction in corrections]
    before = connection.total_changes
    begun = not connection.in_transaction
    if begun:
        connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT OR IGNORE INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    if begun:
        connection.execute("COMMIT")
    return connection.total_changes - before


def corrections_of(db: Database, report: str | None = None) -> list[Correction]:
    """The latest correction of each directive, of one report or of all."""
    query = (
        "SELECT directive, verdict, who, max(at) AS at, changes, note, via, report, action_start, action_end"
        " FROM corrections WHERE :report IS NULL OR report = :report GROUP BY directive"
        " ORDER BY report, action_start"
    )
    return [
        Correction(
            row["directive"], row["verdict"], row["who"], row["at"], json.loads(row["changes"]), row["note"],
            row["via"], row["report"], (row["action_start"], row["action_end"]),
        )
        for row in db.query(query, {"report": report})
    ]  # fmt: skip


def _row(connection: sqlite3.Connection, given: Correction) -> tuple[Any, ...]:
    if given.verdict not in VERDICTS:
        raise _refused(f"{given.verdict!r} is no verdict", f"Use one of {', '.join(VERDICTS)}.")
    if not given.who.strip():
        raise _refused("nobody is named", "Say who reviewed it, with --who.")
    report, text, action = given.report, "", given.action
    if given.verdict == "missed":
        row = connection.execute("SELECT text FROM reports WHERE id = ?", (report,)).fetchone()
    else:
        query = (
            "SELECT r.text, r.id, d.action_start, d.action_end FROM directives d"
            " JOIN reports r ON r.n = d.report WHERE d.id = ?"
        )
        row = connection.execute(query, (given.directive,)).fetchone()
    if row is None:
        what = f"report {report}" if given.verdict == "missed" else f"directive {given.directive}"
        raise _refused(f"there is no {what}", "Take its id from: nirdesh query --format jsonl")
    text = row[0]
    if given.verdict != "missed":
        report, action = row[1], (row[2], row[3])
    _check_changes(given, text)
    at = given.at or datetime.now(UTC).isoformat(timespec="seconds")
    changes = json.dumps(given.changes, ensure_ascii=False, sort_keys=True)
    directive = given.directive or content_id(report, "missed", str(action[0]), str(action[1]))
    identity = content_id(directive, given.verdict, given.who, at, changes, given.note)
    return (
        identity,
        directive,
        report,
        *action,
        given.verdict,
        changes,
        given.note,
        given.who.strip(),
        at,
        given.via,
    )


def _check_changes(given: Correction, text: str) -> None:
    if given.changes and given.verdict not in ("corrected", "missed"):
        raise _refused(f"a directive that is {given.verdict} has changes", "Use the verdict corrected.")
    for name, value in given.changes.items():
        if name == "action":
            fits = isinstance(value, list) and len(value) == 2 and all(isinstance(end, int) for end in value)
            if not fits or not 0 <= value[0] < value[1] <= len(text):
                raise _refused(
                    f"action {value} lies outside the report", "Give [start, end] within its text."
                )
        elif name == "modality":
            if value not in get_args(Modality):
                raise _refused(f"{value!r} is no modality", f"Use one of {', '.join(get_args(Modality))}.")
        elif name not in FIELDS:
            raise _refused(f"{name} can't be corrected", f"Use one of {', '.join(FIELDS)}.")
        elif not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise _refused(f"{name} must be a list of texts", 'Write it as ["…"].')


def _refused(what: str, hint: str) -> NirdeshError:
    return NirdeshError("bad-correction", f"The correction is refused: {what}.", hint=hint, stage="sink")
