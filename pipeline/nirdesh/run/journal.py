"""Finished work by the hash of its input, so that nothing is done twice and a broken run goes on."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from nirdesh.errors import NirdeshError, Problem
from nirdesh.run.outcome import Outcome

NAME: Final = "journal.sqlite"
_FORMAT: Final = 2


class Journal:
    """A table of outcomes in the run's folder.

    Every ``add`` is one transaction: after a kill or a power cut the table holds whole batches only, each
    outcome with a checksum. What is damaged nevertheless is done again. One process at a time may hold it.

    Args:
        folder: The run's folder; None keeps nothing.
        version: Fingerprint of code, data and models; kept with each outcome.
    """

    def __init__(self, folder: Path | None, version: str) -> None:
        self._version = version
        self._path = folder / NAME if folder is not None else None
        self._database = _open(self._path) if self._path is not None else None

    def get(self, key: str) -> Outcome | None:
        """The outcome of a document, or None; ``current`` tells whether this version made it."""
        if self._database is None:
            return None
        try:
            row = self._database.execute("SELECT version, body FROM done WHERE key = ?", (key,)).fetchone()
        except sqlite3.DatabaseError:
            self._renew()
            return None
        return _outcome(row[1], row[0] == self._version) if row else None

    def finished(self, takes_over: Callable[[Outcome], bool]) -> frozenset[str]:
        """Keys of the outcomes that stand."""
        if self._database is None:
            return frozenset()
        rows = self._database.execute("SELECT key, version, body FROM done")
        outcomes = ((key, _outcome(body, version == self._version)) for key, version, body in rows)
        return frozenset(key for key, outcome in outcomes if outcome and takes_over(outcome))

    def add(self, finished: Iterable[tuple[str, Outcome]]) -> None:
        """Keep outcomes, all or none.

        Raises:
            NirdeshError: ``disk-full`` or another fault of writing.
        """
        rows = [(key, self._version, _body(outcome)) for key, outcome in finished if outcome.keep]
        if self._database is None or not rows:
            return
        try:
            self._insert(rows)
        except sqlite3.OperationalError as error:
            raise _fault(error) from error
        except sqlite3.DatabaseError:
            self._renew()
            self._insert(rows)

    def _insert(self, rows: list[tuple[str, str, bytes]]) -> None:
        if self._database is not None:
            with self._database:
                self._database.executemany("INSERT OR REPLACE INTO done VALUES (?, ?, ?)", rows)

    def _renew(self) -> None:
        """Set a journal that turns out to be damaged aside and begin a new one."""
        if self._database is not None and self._path is not None:
            self._database.close()
            _set_aside(self._path)
            self._database = _open(self._path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._database is not None:
            self._database.close()


def _body(outcome: Outcome) -> bytes:
    """An outcome as bytes that carry their own checksum (zlib's)."""
    problem = asdict(outcome.problem) if outcome.problem else None
    row = [outcome.report, outcome.record, problem, dict(outcome.counts), outcome.near.hex()]
    return zlib.compress(json.dumps(row, ensure_ascii=False).encode(), 1)


def _outcome(body: bytes, current: bool) -> Outcome | None:
    try:
        report, record, problem, counts, near = json.loads(zlib.decompress(body))
        found = Problem(**problem) if problem else None
        return Outcome(report, record, found, counts, near=bytes.fromhex(near), current=current)
    except (zlib.error, ValueError, TypeError):
        return None


def _open(path: Path) -> sqlite3.Connection:
    """The journal, made if need be; a damaged one is set aside, for it only saves time."""
    try:
        return _connect(path)
    except sqlite3.OperationalError as error:
        raise _fault(error) from error
    except sqlite3.DatabaseError:
        _set_aside(path)
        return _connect(path)


def _set_aside(path: Path) -> None:
    path.replace(path.with_suffix(".damaged"))
    for left in (path.with_name(NAME + "-wal"), path.with_name(NAME + "-shm")):
        left.unlink(missing_ok=True)


def _connect(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=0.2)
    try:
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        with database:
            if database.execute("PRAGMA user_version").fetchone()[0] != _FORMAT:
                database.execute("DROP TABLE IF EXISTS done")
                database.execute(f"PRAGMA user_version = {_FORMAT}")
            database.execute(
                "CREATE TABLE IF NOT EXISTS done (key TEXT PRIMARY KEY, version TEXT, body BLOB)"
            )
            database.execute("DELETE FROM done WHERE key IS NULL")  # takes the lock
    except sqlite3.Error:
        database.close()
        raise
    return database


def _fault(error: sqlite3.OperationalError) -> NirdeshError:
    words = str(error)
    if "locked" in words:
        hint = "Wait for it, or give another folder with -o."
        return NirdeshError("in-use", "Another run is writing to this folder.", hint=hint)
    if "full" in words or "disk I/O" in words:
        hint = "Make room and give the same command: it goes on where it stopped."
        return NirdeshError("disk-full", "The disk is full.", hint=hint)
    return NirdeshError("journal", f"The journal can't be written: {words}.", hint="Check the output folder.")
