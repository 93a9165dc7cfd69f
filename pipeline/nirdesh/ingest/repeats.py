"""Reports that were already read in the same run."""

from __future__ import annotations

import sqlite3

from nirdesh.errors import Problem
from nirdesh.ingest.document import problem


class Repeats:
    """Remembers every report id of a run, in a temporary file of which two megabytes are in memory.

    All is one transaction that never ends: at the end of one, SQLite goes through all changed pages.
    """

    def __init__(self) -> None:
        self._seen = sqlite3.connect("", isolation_level=None)
        self._seen.execute("PRAGMA journal_mode = OFF")
        self._seen.execute("BEGIN")
        self._seen.execute("CREATE TABLE seen (id TEXT PRIMARY KEY, place TEXT) WITHOUT ROWID")

    def check(self, report: str, place: str) -> Problem | None:
        """A problem if the report came before; else it is remembered.

        Example:
            >>> repeats = Repeats()
            >>> repeats.check("9f", "a.txt"), repeats.check("9f", "b.txt").message
            (None, 'The same report as a.txt, which is kept. Leave one of them out.')
        """
        row = self._seen.execute("SELECT place FROM seen WHERE id = ?", (report,)).fetchone()
        if row:
            message = f"The same report as {row[0]}, which is kept. Leave one of them out."
            return problem("duplicate-report", message, place)
        self._seen.execute("INSERT INTO seen VALUES (?, ?)", (report, place))
        return None

    def close(self) -> None:
        """Give the memory back."""
        self._seen.close()
