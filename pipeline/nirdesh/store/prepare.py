"""Lines of records made ready to be written: everything that needs no database."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, Final

from pydantic import ValidationError

from nirdesh.errors import NirdeshError, Problem
from nirdesh.record.plain import read_plain
from nirdesh.store.index import Vocabulary
from nirdesh.store.known import Known
from nirdesh.store.names import Resolve
from nirdesh.store.rows import Writer
from nirdesh.store.tables import COLUMNS, DATED, LINKS, TEXTS, Rows

_IDENTITY: Final = re.compile(rb'\{"schema": ?"nirdesh/1", ?"report": ?\{"id": ?"([^"\\]+)"')
Chunk = tuple[int, list[bytes]]
"""Number of a first line, and lines from there."""
_FIRST: Final = itemgetter(0)
_FIRST_TWO: Final = itemgetter(0, 1)


@dataclass(slots=True)
class Batch:
    """Rows by table, full text included, and the numbers of reports that go before they come."""

    rows: Rows = field(default_factory=dict)
    words: list[tuple[str, str, str, str]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    reports: int = 0
    directives: int = 0
    unchanged: int = 0

    def values(self) -> tuple[Any, ...]:
        """What the class is made from."""
        return self.rows, self.words, self.gone, self.reports, self.directives, self.unchanged


class Preparer:
    """Makes batches of rows of lines of records.

    Args:
        known: What the file holds.
        resolve: Tells which names of different reports are one.
    """

    def __init__(self, known: Known, resolve: Resolve) -> None:
        self._known = known
        self._writer = Writer(known, resolve)
        self._vocabulary = Vocabulary()
        self._written: dict[str, tuple[int, str]] = {}
        self._ids: set[str] = set()
        self._batch = Batch()

    def prepare(self, chunk: Chunk) -> Iterator[Batch]:
        """Batches of lines, of which blank ones are passed over; more than one where a report comes twice.

        Raises:
            NirdeshError: If a line is no record.
        """
        first, lines = chunk
        for place, line in enumerate(lines):
            if not line:
                continue
            sha = hashlib.sha256(line).hexdigest()
            begins = _IDENTITY.match(line)
            if begins and self._same(begins[1].decode(), sha):  # the very line was validated once
                continue
            record = _read(line, first + place)
            identity = record["report"]["id"]
            if self._same(identity, sha):
                continue
            if identity in self._ids:
                yield self._done()
            known = self._report(identity)
            if known is not None:
                self._batch.gone.append(known[0])
            self._ids.add(identity)
            self._written[identity] = (self._writer.write(record, sha, place), sha)
            self._batch.reports += 1
            self._batch.directives += len(record["directives"])
        yield self._done()

    def finish(self, problems: Iterable[Problem]) -> Batch:
        """The last rows: problems of reports that gave no record, and places that contain others."""
        for row in problems:
            self._writer.problem(None, row.source, row.stage, row.code, row.message)
        self._writer.widen()
        return self._done()

    def _report(self, identity: str) -> tuple[int, str] | None:
        return self._written.get(identity) or self._known.report(identity)

    def _same(self, identity: str, sha: str) -> bool:
        known = self._report(identity)
        if known is None or known[1] != sha:
            return False
        self._batch.unchanged += 1
        return True

    def _done(self) -> Batch:
        made, self._batch = self._batch, Batch()
        self._ids.clear()
        rows = made.rows = self._writer.take()
        for table in DATED:
            rows[table].sort(key=_FIRST)
        for table in LINKS:
            rows[table].sort(key=_FIRST_TWO)
        add = self._vocabulary.add
        for index, (table, names) in TEXTS.items():
            one, two = (COLUMNS[table].split().index(name) for name in names)
            rows[index] = [(row[0], add(row[one] or ""), add(row[two])) for row in rows[table]]
        made.words = self._vocabulary.take()
        return made


def _read(line: bytes, number: int) -> dict[str, Any]:
    try:
        return read_plain(line)
    except ValidationError as fault:
        first = fault.errors()[0]
        told = f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}".removeprefix(": ")
        message = f"Line {number} is no record: {told}."
        hint = "Nothing was loaded; make the file anew with `nirdesh run`."
        raise NirdeshError("bad-record", message, hint=hint, stage="sink") from fault
