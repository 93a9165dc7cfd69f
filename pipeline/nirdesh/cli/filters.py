"""Filters over rows and lines: one at a time, in order."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

import typer

from nirdesh.cli.terminal import complain
from nirdesh.errors import NirdeshError

MAX_ROW: Final = 10_000_000
_HINT: Final = 'Write {"id": "1", "input": "…", "reference": "2026-01-24"}.'
Row = dict[str, Any]


def rows(paths: Iterable[str]) -> Iterator[Row | NirdeshError]:
    """Rows of the files, or of standard input where none is given; a bad line comes as its error."""
    for path in list(paths) or ["-"]:
        with _opened(path) as stream:
            yield from _parsed(stream, "stdin" if path == "-" else path)


def _parsed(stream: BinaryIO, name: str) -> Iterator[Row | NirdeshError]:
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        place = f"{name}:{number}"
        if len(line) > MAX_ROW:
            hint = "Split it or leave it out."
            yield NirdeshError("too-large", f"{place}: over {MAX_ROW // 1_000_000} MB.", hint=hint)
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield NirdeshError("broken-json", f"{place}: {error}.", hint="Mend the row.")
            continue
        if isinstance(row, dict) and _is_text(row.get("input")) and _is_time(row.get("reference")):
            yield row
        else:
            message = f'{place}: needs "input", a string, and "reference", an ISO day or time, or null.'
            yield NirdeshError("broken-row", message, hint=_HINT)


def _is_text(value: object) -> bool:
    """Whether a value is a string that can be written; half of a surrogate pair can't."""
    return isinstance(value, str) and value == value.encode("utf-8", "replace").decode()


def _is_time(value: object) -> bool:
    if value is None:
        return True
    try:
        datetime.fromisoformat(str(value))
    except ValueError:
        return False
    return isinstance(value, str)


def run_filter(paths: Iterable[str], answer: Callable[[Row], list[Row]]) -> None:
    """Answer every row with ``results`` under its id.

    Bad rows are told on standard error and make the exit code 1, or 2 if there is no other.
    """
    good = bad = 0
    for row in rows(paths):
        if isinstance(row, NirdeshError):
            bad += 1
            complain(row)
            continue
        good += 1
        write_text(json.dumps({"id": row.get("id"), "results": answer(row)}, ensure_ascii=False) + "\n")
    if bad:
        raise typer.Exit(1 if good else 2)


def text_lines(paths: Iterable[str], fallback: str | None = None) -> Iterator[tuple[str, str]]:
    """Lines of text files, or of standard input where no file is given, each with its place.

    Args:
        paths: Files; ``-`` is standard input.
        fallback: Encoding of a line that is not UTF-8; None takes that for a fault.

    Raises:
        NirdeshError: If a file can't be read or is not UTF-8.
    """
    for path in list(paths) or ["-"]:
        with _opened(path) as stream:
            for number, line in enumerate(stream, 1):
                place = f"{'stdin' if path == '-' else path}:{number}"
                yield place, _decoded(line, place, fallback)


def write_text(text: str) -> None:
    """UTF-8 on standard output at once, whatever the locale."""
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def _decoded(line: bytes, place: str, fallback: str | None) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        if fallback is not None:
            return line.decode(fallback, "replace")
        hint = "Convert it first: `iconv -f ENCODING -t UTF-8`, or `nirdesh convert` for old fonts."
        raise NirdeshError("wrong-encoding", f"{place} is not UTF-8.", hint=hint) from error


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    if path == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(path).open("rb") as stream:
            yield stream
    except OSError as error:
        reason = error.strerror or str(error)
        raise NirdeshError("unreadable", f"{path}: {reason}.", hint="Check the path.") from error
