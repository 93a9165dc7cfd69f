"""The full-text index: what goes into it, taken out of it, and made anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final

from nirdesh.store.aliases import initials
from nirdesh.store.fold import bones, form, spelled, stem, stems, undotted, words

_TABLES: Final = {
    "reports_fts": "SELECT n, title, text FROM reports",
    "directives_fts": "SELECT n, action, evidence FROM directives",
    "entities_fts": "SELECT n, name, other_names FROM entities",
    "places_fts": "SELECT n, name, other_names FROM places",
}
Row = tuple[int, tuple[str | None, ...]]


class Vocabulary:
    """Every spelling that was read, so that questions in other spellings find it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._seen: set[str] = set()
        self._new: list[tuple[str, str, str, str]] = []

    def add(self, text: str) -> str:
        """Take in the words of a text and give it as the index holds it."""
        found = words(text)
        for word in found:
            if word not in self._seen:
                self._seen.add(word)
                # ड़ is written r as well as d (बड़ौत: Baraut, Badaut).
                for latin in dict.fromkeys((spelled(word), spelled(undotted(word)))):
                    self._new.append((form(word), stem(word), latin[:64], bones(latin)))
                letters = initials(word)
                if letters:
                    self._new.append((letters, stem(word), letters, bones(letters)))
        return " ".join([stem(word) for word in found])

    def flush(self) -> None:
        """Write the new words."""
        self._connection.executemany("INSERT OR IGNORE INTO words VALUES (?, ?, ?, ?)", sorted(self._new))
        self._new.clear()


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[int | str, ...]]) -> None:
    """Add rows of ``n`` and stems."""
    columns = _columns(table)
    marks = ", ".join("?" * (len(columns.split(",")) + 1))
    connection.executemany(f"INSERT INTO {table} (rowid, {columns}) VALUES ({marks})", rows)


def remove(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Take rows out again, given the texts they were made from."""
    columns = _columns(table)
    marks = ", ".join("?" * (len(columns.split(",")) + 1))
    connection.executemany(
        f"INSERT INTO {table} ({table}, rowid, {columns}) VALUES ('delete', {marks})",
        ((n, *(stems(text or "") for text in texts)) for n, texts in rows),
    )


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the whole index anew from the tables."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM words")
    vocabulary = Vocabulary(connection)
    for table, query in _TABLES.items():
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
        rows = connection.execute(f"{query} ORDER BY n").fetchall()
        insert(
            connection, table, ((n, *(vocabulary.add(text or "") for text in texts)) for n, *texts in rows)
        )
    vocabulary.flush()
    connection.execute("COMMIT")


def _columns(table: str) -> str:
    return _TABLES[table].removeprefix("SELECT n, ").partition(" FROM ")[0]
