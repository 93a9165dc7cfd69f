"""Finished work by the hash of its input, so that nothing is done twice and a broken run goes on."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Self

from nirdesh.errors import NirdeshError, Problem
from nirdesh.run.outcome import Outcome

NAME = "journal.sqlite"


class Journal:
    """A table of outcomes in the run's folder.

    Every ``add`` is one transaction: after a kill or a power cut the table holds whole batches only.
    One process at a time may hold it.

    Args:
        folder: The run's folder; None keeps nothing.
        version: Fingerprint of code, data and models; outcomes of another one are not found.
    """

    def __init__(self, folder: Path | None, version: str) -> None:
        self._version = version
        self._database: sqlite3.Connection | None = None
        if folder is not None:
            self._database = _open(folder / NAME)

    def get(self, key: str) -> Outcome | None:
        """The outcome of a document, or None."""
        if self._database is None:
            return None
        query = "SELECT report, record, problem, counts FROM done WHERE key = ? AND version = ?"
        row = self._database.execute(query, (key, self._version)).fetchone()
        if row is None:
            return None
        record = zlib.decompress(row[1]).decode() if row[1] is not None else None
        problem = Problem(**json.loads(row[2])) if row[2] is not None else None
        return Outcome(report=row[0], record=record, problem=problem, counts=json.loads(row[3]))

    def add(self, finished: Iterable[tuple[str, Outcome]]) -> None:
        """Keep outcomes, all or none.

        Raises:
            NirdeshError: ``disk-full`` or another fault of writing.
        """
        if self._database is None:
            return
        rows = [
            (
                key,
                self._version,
                outcome.report,
                zlib.compress(outcome.record.encode(), 1) if outcome.record is not None else None,
                json.dumps(asdict(outcome.problem), ensure_ascii=False) if outcome.problem else None,
                json.dumps(dict(outcome.counts)),
            )
            for key, outcome in finished
            if outcome.keep
        ]
        try:
            with self._database:
                self._database.executemany("INSERT OR REPLACE INTO done VALUES (?, ?, ?, ?, ?, ?)", rows)
        except sqlite3.OperationalError as error:
            raise _fault(error) from error

    def forget_others(self) -> None:
        """Drop what other versions made."""
        if self._database is not None:
            with self._database:
                self._database.execute("DELETE FROM done WHERE version <> ?", (self._version,))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._database is not None:
            self._database.close()


def _open(path: Path) -> sqlite3.Connection:
    """The journal, made if need be; a damaged one is set aside, for it only saves time."""
    try:
        return _connect(path)
    except sqlite3.OperationalError as error:
        raise _fault(error) from error
    except sqlite3.DatabaseError:
        path.replace(path.with_suffix(".damaged"))
        for left in (path.with_name(NAME + "-wal"), path.with_name(NAME + "-shm")):
            left.unlink(missing_ok=True)
        return _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=0.2)
    database.execute("PRAGMA locking_mode = EXCLUSIVE")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")
    with database:
        database.execute(
            "CREATE TABLE IF NOT EXISTS done"
            " (key TEXT PRIMARY KEY, version TEXT, report TEXT, record BLOB, problem TEXT, counts TEXT)"
        )
        database.execute("DELETE FROM done WHERE key IS NULL")  # takes the lock
    return database


def _fault(error: sqlite3.OperationalError) -> NirdeshError:
    words = str(error)
    if "locked" in words:
        hint = "Wait for it, or give another folder with -o."
        return NirdeshError("in-use", "Another run is writing to this folder.", hint=hint)
    if "full" in words:
        hint = "Make room and give the same command: it goes on where it stopped."
        return NirdeshError("disk-full", "The disk is full.", hint=hint)
    return NirdeshError("journal", f"The journal can't be written: {words}.", hint="Check the output folder.")
