"""Reports in JSON: one object or a list of them in ``.json``, one object a line in ``.jsonl``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO, Final

from nirdesh.errors import NirdeshError, Problem
from nirdesh.ingest.charset import decode, refuse_rows
from nirdesh.ingest.document import FIELDS, Document, as_string, problem, unusable
from nirdesh.ingest.limits import MAX_BYTES, MAX_JSON_BYTES, MAX_SKIPPED, megabytes

_SHAPE: Final = (
    'A row is an object with "text" or "html" and any of id, title, url, publisher, author, published.'
)


def read_jsonl(stream: BinaryIO, source: str) -> Iterator[Document | Problem]:
    """One report a line; a line that can't be read costs only itself."""
    empty = True
    try:
        for number, line in bounded_lines(stream):
            place = f"{source}:{number}"
            if line is None:
                empty = False
                message = f"The row is longer than {megabytes(MAX_BYTES)}, which no report is. Left out."
                yield problem("too-large", message, place)
            elif line.strip():
                empty = False
                yield _row(line, place)
    except NirdeshError as error:
        yield error.as_problem(source)
        return
    if empty:
        yield problem("empty", "The file has no rows. Remove it or scrape it again.", source)


def read_json(stream: BinaryIO, source: str) -> Iterator[Document | Problem]:
    """One object, or a list of objects."""
    raw = stream.read(MAX_JSON_BYTES + 1)
    if len(raw) > MAX_JSON_BYTES:
        message = (
            f"Larger than {megabytes(MAX_JSON_BYTES)}. Write one object a line (.jsonl): that is streamed."
        )
        yield problem("too-large", message, source)
        return
    try:
        content = _parse(raw)
    except NirdeshError as error:
        yield error.as_problem(source)
        return
    if not isinstance(content, list):
        yield row_document(content, source)
        return
    for number, row in enumerate(content, 1):
        place = f"{source}[{number}]"
        yield row_document(row, place)
    if not content:
        yield problem("empty", "The list holds no report.", source)


def bounded_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None for one that is over the limit, which is skipped without being kept.

    Raises:
        NirdeshError: If the file as a whole holds no rows.
    """
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        if number == 1:
            refuse_rows(line)
        if len(line) <= MAX_BYTES or line.endswith(b"\n"):
            yield number, line
            continue
        _skip_row(stream, number)
        yield number, None


def _skip_row(stream: BinaryIO, number: int) -> None:
    """Go to the end of a row, but not for ever: a few MB of gzip unpack to any length."""
    skipped = MAX_BYTES
    while (line := stream.readline(MAX_BYTES)) and not line.endswith(b"\n"):
        skipped += len(line)
        if skipped > MAX_SKIPPED:
            message = f"Row {number} does not end within {megabytes(MAX_SKIPPED)}; nothing behind it is read."
            raise NirdeshError("too-large", message, hint="Check how the file was made.", stage="ingest")


def _row(line: bytes, place: str) -> Document | Problem:
    try:
        row = _parse(line.strip())
    except NirdeshError as error:
        return error.as_problem(place)
    return row_document(row, place)


def _parse(raw: bytes) -> object:
    """JSON from bytes.

    Raises:
        NirdeshError: ``broken-json`` with the place of the fault, or what ``decode`` raises.
    """
    text = decode(raw).text  # a damaged letter shows itself as U+FFFD
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        message = f"Not valid JSON: {error.msg} at {where}."
    except RecursionError:
        message = "Not usable JSON: nested too deeply."
    except ValueError as error:  # a number of thousands of digits
        message = f"Not usable JSON: {error}."
    raise NirdeshError("broken-json", message, hint="Mend the row or leave it out.", stage="ingest")


def row_document(row: object, place: str) -> Document | Problem:
    """The document that a row describes, whatever format the row came in."""
    if not isinstance(row, dict):
        return problem("broken-row", f"Not an object. {_SHAPE}", place)
    for name in ("text", "html"):
        if not isinstance(row.get(name), str | None):
            return problem("broken-row", f'"{name}" is not a string. {_SHAPE}', place)
    text, html = row.get("text"), row.get("html")
    if not (text and text.strip()) and not (html and html.strip()):
        if "text" in row or "html" in row:
            return problem("empty", '"text" or "html" is empty. Leave the row out or scrape it again.', place)
        return problem("broken-row", f'Neither "text" nor "html" is in it. {_SHAPE}', place)
    known = {name: as_string(row.get(name)) for name in FIELDS}
    source = as_string(row.get("id")) or known["url"] or place
    if unusable(text, html, source, *known.values()):
        message = "A NUL character or half of a surrogate pair stands in it. Check how the row was made."
        return problem("bad-characters", message, place)
    if text and text.strip():
        html = None
    return Document(
        source,
        place,
        text=None if html else text,
        html=html,
        title=known["title"],
        url=known["url"],
        publisher=known["publisher"],
        author=known["author"],
        published=known["published"],
    )
