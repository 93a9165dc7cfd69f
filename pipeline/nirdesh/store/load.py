"""Records into the database: as often as one likes, with the same end."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Final

from nirdesh.errors import NirdeshError, Problem
from nirdesh.record import Record
from nirdesh.store.beside import Beside, possible
from nirdesh.store.database import add_indexes, create, drop_indexes
from nirdesh.store.index import add_words, insert, remove
from nirdesh.store.known import Nothing, Stored
from nirdesh.store.names import Resolve, entity_key
from nirdesh.store.prepare import Batch, Chunk, Preparer
from nirdesh.store.rematch import rematch
from nirdesh.store.tables import COLUMNS, TEXTS, insertion

_BATCH: Final = 500


@dataclass(slots=True)
class Loaded:
    """What a load did; ``rows`` counts the rows of all tables that it wrote."""

    reports: int = 0
    directives: int = 0
    unchanged: int = 0
    replaced: int = 0
    rows: int = 0
    corrections_kept: int = 0


def load(
    records: Iterable[Record | str | bytes],
    database: str | Path,
    *,
    problems: Iterable[Problem] = (),
    resolve: Resolve = entity_key,
    on_done: Callable[[int], None] | None = None,
) -> Loaded:
    """Write records into a database; a report that is there already is replaced, or left if nothing changed.

    Args:
        records: Records, or lines of ``records.jsonl`` as text or in UTF-8.
        database: The file; made if it is missing.
        problems: Problems of reports that gave no record; they take the place of those of earlier loads.
        resolve: Tells which names of different reports are one; see :mod:`nirdesh.store.names`.
        on_done: Called after each batch with the number of reports so far.

    Raises:
        NirdeshError: If a line is no record (nothing of this load is kept then) or the file can't be written.
    """
    db = create(database)
    connection: sqlite3.Connection = db.conn
    try:
        return _Loader(connection, resolve).load(records, problems, on_done)
    except sqlite3.Error as error:
        message = f"{database}: {error}."
        raise NirdeshError("load-failed", message, hint="Nothing was changed.", stage="sink") from error
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.close()


class _Here:
    """Prepares in this process; see :class:`nirdesh.store.beside.Beside`."""

    def __init__(self, preparer: Preparer) -> None:
        self._preparer = preparer

    def batches(self, chunks: Iterator[Chunk]) -> Iterator[tuple[Batch, Chunk]]:
        for chunk in chunks:
            for batch in self._preparer.prepare(chunk):
                yield batch, chunk

    def finish(self, problems: list[Problem]) -> Batch:
        return self._preparer.finish(problems)


class _Loader:
    def __init__(self, connection: sqlite3.Connection, resolve: Resolve) -> None:
        self._connection = connection
        self._resolve = resolve
        self.loaded = Loaded()
        for pragma in ("synchronous = NORMAL", "cache_size = -200000", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}")

    def load(
        self,
        records: Iterable[Record | str | bytes],
        problems: Iterable[Problem],
        on_done: Callable[[int], None] | None,
    ) -> Loaded:
        self._connection.execute("BEGIN IMMEDIATE")
        chunks = _chunks(records)
        first = list(islice(chunks, 2))
        chunks, told = chain(first, chunks), list(problems)
        fresh = not any(map(self._filled, COLUMNS))
        if fresh and len(first) > 1 and possible():
            with Beside(self._resolve) as beside:
                return self._load(beside, chunks, told, on_done)
        known = Nothing() if fresh else Stored(self._connection)
        return self._load(_Here(Preparer(known, self._resolve)), chunks, told, on_done)

    def _load(
        self,
        source: _Here | Beside,
        chunks: Iterator[Chunk],
        problems: list[Problem],
        on_done: Callable[[int], None] | None,
    ) -> Loaded:
        connection, empty = self._connection, not self._filled("reports")
        if empty:
            drop_indexes(connection)
        for batch, (_, lines) in source.batches(chunks):
            self._write(batch, lines)
            if on_done:
                on_done(self.loaded.reports)
        if problems:
            connection.execute("DELETE FROM problems WHERE report IS NULL")
        self._write(source.finish(problems), [])
        if empty:
            add_indexes(connection)
        self.loaded.corrections_kept = rematch(connection)
        connection.execute("COMMIT")
        connection.execute("PRAGMA optimize")
        return self.loaded

    def _write(self, batch: Batch, lines: list[bytes]) -> None:
        """Write a batch, each table in the order of its numbers."""
        connection, loaded = self._connection, self.loaded
        if batch.gone:
            add_indexes(connection)  # by which the rows that hang on a report are found
        for report in batch.gone:
            self._remove(report)
        batch.rows["records"] = [(n, lines[place]) for n, place in batch.rows["records"]]
        for table in COLUMNS:
            rows = batch.rows[table]
            connection.executemany(insertion(table), rows)
            loaded.rows += len(rows)
        for table in TEXTS:
            insert(connection, table, batch.rows[table])
        add_words(connection, batch.words)
        loaded.reports += batch.reports
        loaded.directives += batch.directives
        loaded.unchanged += batch.unchanged
        loaded.replaced += len(batch.gone)

    def _remove(self, report: int) -> None:
        """Take a report out with all that hangs on it."""
        for table, query in (
            ("reports_fts", "SELECT n, title, text FROM reports WHERE n = ?"),
            ("directives_fts", "SELECT n, action, evidence FROM directives WHERE report = ?"),
        ):
            rows = self._connection.execute(query, (report,)).fetchall()
            remove(self._connection, table, ((n, tuple(texts)) for n, *texts in rows))
        self._connection.execute("DELETE FROM reports WHERE n = ?", (report,))

    def _filled(self, table: str) -> bool:
        return self._connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None


def _chunks(records: Iterable[Record | str | bytes]) -> Iterator[Chunk]:
    """Lines in portions, each with the number of its first line."""
    number, rest = 1, iter(records)
    while chunk := [_line(record) for record in islice(rest, _BATCH)]:
        yield number, chunk
        number += len(chunk)


def _line(record: Record | str | bytes) -> bytes:
    if isinstance(record, Record):
        record = record.to_json()
    return (record.encode("utf-8", "surrogatepass") if isinstance(record, str) else record).strip()
