"""Reports in CSV and TSV: a head with the names of the columns, one report a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import BinaryIO, Final

from nirdesh.errors import NirdeshError, Problem
from nirdesh.ingest.charset import decode
from nirdesh.ingest.document import FIELDS, Document, problem
from nirdesh.ingest.limits import MAX_BYTES, megabytes
from nirdesh.ingest.rows import bounded_lines, row_document

_SEPARATORS: Final = (",", ";", "\t", "|")
_COLUMNS: Final = ("id", "text", "html", *FIELDS)


def read_csv(stream: BinaryIO, source: str) -> Iterator[Document | Problem]:
    """One report a row; the separator is the one that the head uses most: comma, semicolon, tab or bar."""
    return _read(stream, source, None)


def read_tsv(stream: BinaryIO, source: str) -> Iterator[Document | Problem]:
    """One report a row, columns apart by tabs."""
    return _read(stream, source, "\t")


def _read(stream: BinaryIO, source: str, separator: str | None) -> Iterator[Document | Problem]:
    csv.field_size_limit(MAX_BYTES)
    lines = _Lines(stream)
    try:
        head = next(iter(lines), "")
        separator = separator or max(_SEPARATORS, key=head.count)
        names = [name.strip().lower() for name in next(csv.reader([head], delimiter=separator), [])]
        if "text" not in names and "html" not in names:
            known = ", ".join(_COLUMNS)
            message = f"The first line has to name the columns, text or html among them (known: {known})."
            yield problem("broken-table", message, source)
            return
        yield from _rows(lines, names, separator, source)
    except NirdeshError as error:
        yield error.as_problem(source)
    except csv.Error as error:
        message = f"The table can't be read on from line {lines.number}: {error}. Check the quotes there."
        yield problem("broken-table", message, f"{source}:{lines.number}")


def _rows(lines: _Lines, names: list[str], separator: str, source: str) -> Iterator[Document | Problem]:
    empty = True
    for cells in csv.reader(lines, delimiter=separator):
        place = f"{source}:{lines.number}"
        if not any(cell.strip() for cell in cells):
            continue
        empty = False
        if len(cells) > len(names):
            message = f"The row has {len(cells)} cells and the head {len(names)}. Check its quotes."
            yield problem("broken-row", message, place)
            continue
        row = {name: cell for name, cell in zip(names, cells, strict=False) if name in _COLUMNS and cell}
        yield row_document(row, place)
    if empty:
        yield problem("empty", "The table has no rows. Remove it or scrape it again.", source)


class _Lines:
    """Decoded lines, numbered, none longer than a report may be."""

    def __init__(self, stream: BinaryIO) -> None:
        self.number = 0
        self._lines = bounded_lines(stream)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self.number, line = next(self._lines)
        if line is None:
            message = f"Line {self.number} is longer than {megabytes(MAX_BYTES)}, which no report is."
            raise NirdeshError("too-large", message, hint="Check the file.", stage="ingest")
        return decode(line).text if line.strip() else line.decode("utf-8", "replace")
