"""The full-text index: what goes into it, taken out of it, and made anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from typing import Final

from nirdesh.store.aliases import initials
from nirdesh.store.fold import bones, form, spelled, stem, stems, undotted, words

_TABLES: Final = {
    "reports_fts": "SELECT n, title, text FROM reports",
    "directives_fts": "SELECT n, action, evidence FROM directives",
    "entities_fts": "SELECT n, name, other_names FROM entities",
    "places_fts": "SELECT n, name, other_names FROM places",
}
_MOST: Final = 400_000
Row = tuple[int, tuple[str | None, ...]]


class Vocabulary:
    """Every spelling that was read, so that questions in other spellings find it.

    Attributes:
        new: Rows of the table ``words`` for what was read since they were taken last.
    """

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._stems = _Stems(self._read)
        self.new: list[tuple[str, str, str, str]] = []

    def add(self, text: str) -> bytes:
        """Take in the words of a text and give it as the index holds it, in UTF-8."""
        return b" ".join(filter(None, map(self._stems.__getitem__, text.split())))

    def take(self) -> list[tuple[str, str, str, str]]:
        """Give the new rows away, sorted."""
        made, self.new = sorted(self.new), []
        return made

    def _read(self, token: str) -> bytes:
        found = words(token)
        for word in found:
            if word not in self._seen:
                self._seen.add(word)
                # ड़ is written r as well as d (बड़ौत: Baraut, Badaut).
                for latin in dict.fromkeys((spelled(word), spelled(undotted(word)))):
                    self.new.append((form(word), stem(word), latin[:64], bones(latin)))
                letters = initials(word)
                if letters:
                    self.new.append((letters, stem(word), letters, bones(letters)))
        return " ".join([stem(word) for word in found]).encode("utf-8", "surrogatepass")


class _Stems(dict[str, bytes]):
    """What stands between blanks, with its stems; no word has a blank in it."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read

    def __missing__(self, token: str) -> bytes:
        if len(self) >= _MOST:
            self.clear()
        made = self[token] = self._read(token)
        return made


def add_words(connection: sqlite3.Connection, rows: Iterable[tuple[str, str, str, str]]) -> None:
    """Write rows of the table ``words``; those it has stay."""
    connection.executemany("INSERT OR IGNORE INTO words VALUES (?, ?, ?, ?)", rows)


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[int | bytes, ...]]) -> None:
    """Add rows of ``n`` and stems in UTF-8."""
    columns = _columns(table)
    marks = ", ".join(["CAST(? AS TEXT)"] * len(columns.split(",")))
    connection.executemany(f"INSERT INTO {table} (rowid, {columns}) VALUES (?, {marks})", rows)


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
    vocabulary = Vocabulary()
    for table, query in _TABLES.items():
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
        rows = connection.execute(f"{query} ORDER BY n").fetchall()
        insert(
            connection, table, ((n, *(vocabulary.add(text or "") for text in texts)) for n, *texts in rows)
        )
    add_words(connection, vocabulary.take())
    connection.execute("COMMIT")


def _columns(table: str) -> str:
    return _TABLES[table].removeprefix("SELECT n, ").partition(" FROM ")[0]
