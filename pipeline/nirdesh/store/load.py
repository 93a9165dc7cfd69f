"""Records into the database: as often as one likes, with the same end."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import from_json

from nirdesh.errors import NirdeshError, Problem
from nirdesh.record import Record
from nirdesh.store.database import add_indexes, create, drop_indexes
from nirdesh.store.identity import Identities
from nirdesh.store.index import Vocabulary, insert, remove
from nirdesh.store.names import Resolve, entity_key
from nirdesh.store.rematch import rematch
from nirdesh.store.rows import DAY, Buffers, Writer
from nirdesh.store.tables import COLUMNS, NUMBERED, insertion

_BATCH: Final = 4_000


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
    records: Iterable[Record | str],
    database: str | Path,
    *,
    problems: Iterable[Problem] = (),
    resolve: Resolve = entity_key,
    on_done: Callable[[int], None] | None = None,
) -> Loaded:
    """Write records into a database; a report that is there already is replaced, or left if nothing changed.

    Args:
        records: Records, or lines of ``records.jsonl``.
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


class _Loader:
    def __init__(self, connection: sqlite3.Connection, resolve: Resolve) -> None:
        self._connection = connection
        self._buffers: Buffers = defaultdict(list)
        self._dated: dict[tuple[str, int], int] = {}
        self._gone: set[str] = set()
        self._ids: set[str] = set()
        self.loaded = Loaded()
        for pragma in ("synchronous = NORMAL", "cache_size = -200000", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        self._numbers = {table: self._first_free(table) for table in NUMBERED}
        self._vocabulary = Vocabulary(connection)
        self._identities = Identities(connection, self._add, resolve)
        self._writer = Writer(self._identities, self._add, self._number, self._number_of_day)

    def load(
        self,
        records: Iterable[Record | str],
        problems: Iterable[Problem],
        on_done: Callable[[int], None] | None,
    ) -> Loaded:
        connection = self._connection
        empty = connection.execute("SELECT count(*) FROM (SELECT 1 FROM reports LIMIT 1)").fetchone()[0] == 0
        connection.execute("BEGIN IMMEDIATE")
        if empty:
            drop_indexes(connection)
        for record, line in _parsed(records):
            self._take(record, line)
            if len(self._ids) >= _BATCH:
                self._flush()
                if on_done:
                    on_done(self.loaded.reports)
        self._problems(problems)
        self._flush()
        self._identities.widen()
        self._flush()
        if empty:
            add_indexes(connection)
        self.loaded.corrections_kept = rematch(connection)
        connection.execute("COMMIT")
        connection.execute("PRAGMA optimize")
        return self.loaded

    def _take(self, record: dict[str, Any], line: str) -> None:
        sha = hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest()
        identity = record["report"]["id"]
        if identity in self._ids:  # twice in one batch
            self._flush()
        known = self._connection.execute("SELECT n, sha FROM reports WHERE id = ?", (identity,)).fetchone()
        if known is not None and known[1] == sha:
            self.loaded.unchanged += 1
            return
        if known is not None:
            self._remove(known[0])
            self.loaded.replaced += 1
        self._ids.add(identity)
        self._writer.write(record, line, sha)
        self.loaded.reports += 1
        self.loaded.directives += len(record["directives"])

    def _remove(self, report: int) -> None:
        """Take a report out with all that hangs on it."""
        for table, query in (
            ("reports_fts", "SELECT n, title, text FROM reports WHERE n = ?"),
            ("directives_fts", "SELECT n, action, evidence FROM directives WHERE report = ?"),
        ):
            rows = self._connection.execute(query, (report,)).fetchall()
            remove(self._connection, table, ((n, tuple(texts)) for n, *texts in rows))
        if not self._indexed():
            add_indexes(self._connection)
        self._connection.execute("DELETE FROM reports WHERE n = ?", (report,))

    def _indexed(self) -> bool:
        query = "SELECT 1 FROM sqlite_master WHERE name = 'people_report'"
        return self._connection.execute(query).fetchone() is not None

    def _problems(self, problems: Iterable[Problem]) -> None:
        rows = list(problems)
        if rows:
            self._connection.execute("DELETE FROM problems WHERE report IS NULL")
        for row in rows:
            values = (row.source, row.stage, row.code, row.message)
            self._add("problems", (self._number("problems"), None, *values))

    def _flush(self) -> None:
        """Write the buffered rows, each table in the order of its numbers."""
        connection, take = self._connection, self._buffers.pop
        for row in self._buffers["entities"]:
            words = (self._vocabulary.add(row[2]), self._vocabulary.add(row[6]))
            self._buffers["entities_fts"].append((row[0], *words))
        for row in self._buffers["places"]:
            words = (self._vocabulary.add(row[1]), self._vocabulary.add(row[-1]))
            self._buffers["places_fts"].append((row[0], *words))
        for row in self._buffers["reports"]:
            words = (self._vocabulary.add(row[6] or ""), self._vocabulary.add(row[11]))
            self._buffers["reports_fts"].append((row[0], *words))
        for row in self._buffers["directives"]:
            words = (self._vocabulary.add(row[5]), self._vocabulary.add(row[8]))
            self._buffers["directives_fts"].append((row[0], *words))
        for table in COLUMNS:
            rows = take(table, [])
            rows.sort(key=_first_two if table not in _UNSORTED else _first)
            connection.executemany(insertion(table), rows)
            self.loaded.rows += len(rows)
        for table in ("entities_fts", "places_fts", "reports_fts", "directives_fts"):
            insert(connection, table, sorted(take(table, []), key=_first))
        self._vocabulary.flush()
        self._ids.clear()

    def _add(self, table: str, row: tuple[Any, ...]) -> None:
        self._buffers[table].append(row)

    def _number(self, table: str) -> int:
        number = self._numbers[table]
        self._numbers[table] = number + 1
        return number

    def _number_of_day(self, table: str, day: int) -> int:
        last = self._dated.get((table, day))
        if last is None:
            query = f"SELECT max(n) FROM {table} WHERE n BETWEEN ? AND ?"
            row = self._connection.execute(query, (day, day + DAY - 1)).fetchone()
            last = day if row[0] is None else row[0]
        self._dated[table, day] = last + 1
        return last + 1

    def _first_free(self, table: str) -> int:
        query = f"SELECT coalesce(max(n), 0) + 1 FROM {table}"
        return int(self._connection.execute(query).fetchone()[0])


_UNSORTED: Final = frozenset({"entities", "places", "reports", "records", "directives"})


def _first(row: tuple[Any, ...]) -> Any:
    return row[0]


def _first_two(row: tuple[Any, ...]) -> Any:
    return row[:2]


def _parsed(records: Iterable[Record | str]) -> Iterator[tuple[dict[str, Any], str]]:
    """Records as plain objects with their line; lines are validated."""
    for number, record in enumerate(records, 1):
        line = record.to_json() if isinstance(record, Record) else record.strip()
        if not line:
            continue
        if not isinstance(record, Record):
            _validate(line, number)
        yield from_json(line), line


def _validate(line: str, number: int) -> None:
    try:
        Record.from_json(line)
    except ValidationError as fault:
        first = fault.errors()[0]
        told = f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}".removeprefix(": ")
        message = f"Line {number} is no record: {told}."
        hint = "Nothing was loaded; make the file anew with `nirdesh run`."
        raise NirdeshError("bad-record", message, hint=hint, stage="sink") from fault
