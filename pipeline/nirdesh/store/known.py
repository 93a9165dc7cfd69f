"""What a database holds already, as far as a load must know it."""

from __future__ import annotations

import sqlite3
from typing import Protocol

from nirdesh.store.tables import DAY


class Known(Protocol):
    """Answers about the rows that stand in the file; None, or 0 as a number, where there is none."""

    def report(self, identity: str) -> tuple[int, str] | None:
        """Number and SHA-256 of a report."""

    def entity(self, kind: str, key: str) -> int | None:
        """Number of an entity."""

    def place(self, key: str) -> int | None:
        """Number of a place."""

    def last(self, table: str, day: int | None = None) -> int:
        """The highest number of a table, or of one day in it."""


class Stored:
    """Looks into the file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def report(self, identity: str) -> tuple[int, str] | None:
        """Number and SHA-256 of a report."""
        query = "SELECT n, sha FROM reports WHERE id = ?"
        row: tuple[int, str] | None = self._connection.execute(query, (identity,)).fetchone()
        return row

    def entity(self, kind: str, key: str) -> int | None:
        """Number of an entity."""
        return self._number("SELECT n FROM entities WHERE kind = ? AND key = ?", kind, key)

    def place(self, key: str) -> int | None:
        """Number of a place."""
        return self._number("SELECT n FROM places WHERE key = ?", key)

    def last(self, table: str, day: int | None = None) -> int:
        """The highest number of a table, or of one day in it."""
        if day is None:
            return self._number(f"SELECT max(n) FROM {table}") or 0
        return self._number(f"SELECT max(n) FROM {table} WHERE n BETWEEN ? AND ?", day, day + DAY - 1) or 0

    def _number(self, query: str, *values: str | int) -> int | None:
        row = self._connection.execute(query, values).fetchone()
        return None if row is None else row[0]


class Nothing:
    """An empty file, which another process can know too."""

    def report(self, identity: str) -> None:
        """Number and SHA-256 of a report."""

    def entity(self, kind: str, key: str) -> None:
        """Number of an entity."""

    def place(self, key: str) -> None:
        """Number of a place."""

    def last(self, table: str, day: int | None = None) -> int:
        """The highest number of a table, or of one day in it."""
        return 0
