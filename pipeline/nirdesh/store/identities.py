"""People of different reports linked to one person, or kept apart, by the module ``link``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from nirdesh.link import identify, sightings
from nirdesh.record import Record
from nirdesh.store.database import create

# People are compared with all others of a like name, so the work grows faster than their number.
MANY: Final = 20_000


def people_count(database: str | Path) -> int:
    """How many people, report by report, a database has."""
    connection = create(database).conn
    try:
        return int(connection.execute("SELECT count(*) FROM people").fetchone()[0])
    finally:
        connection.close()


def link(database: str | Path) -> int:
    """Decide anew who is who in a database.

    Returns:
        How many persons there are.
    """
    connection = create(database).conn
    try:
        lines = (row[0] for row in connection.execute("SELECT json FROM records ORDER BY report"))
        made = identify(sightings(map(Record.from_json, lines)))
        numbers = {
            (report, local): number
            for number, report, local in connection.execute(
                "SELECT p.n, r.id, p.id FROM people p JOIN reports r ON r.n = p.report"
            )
        }
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM identity_doubts")
        connection.executemany(
            "UPDATE people SET identity = ? WHERE n = ?",
            [(one.key, numbers[seen.report, seen.person]) for one in made for seen in one.sightings],
        )
        connection.executemany(
            "INSERT OR IGNORE INTO identity_doubts VALUES (?, ?)",
            [(one.key, other) for one in made for other in one.doubts],
        )
        connection.execute("COMMIT")
        return len(made)
    finally:
        connection.close()
