"""Filters over rows: JSONL in, JSONL out, one row at a time, in order."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

import typer

from nirdesh.errors import NirdeshError

MAX_ROW: Final = 10_000_000
Row = dict[str, object]


def rows(paths: Iterable[str]) -> Iterator[Row | NirdeshError]:
    """Rows of the files, or of standard input where none is given; a bad line comes as its error."""
    for path in list(paths) or ["-"]:
        if path == "-":
            yield from _parsed(sys.stdin.buffer, "stdin")
            continue
        try:
            with Path(path).open("rb") as stream:
                yield from _parsed(stream, path)
        except OSError as error:
            reason = error.strerror or str(error)
            raise NirdeshError("unreadable", f"{path}: {reason}.", hint="Check the path.") from error


def _parsed(stream: BinaryIO, name: str) -> Iterator[Row | NirdeshError]:
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        place = f"{name}:{number}"
        try:
            row = json.loads(line) if len(line) <= MAX_ROW else None
        except (ValueError, RecursionError) as error:
            yield NirdeshError("broken-json", f"{place}: {error}.", hint="Mend the row.")
            continue
        if isinstance(row, dict) and isinstance(row.get("input"), str):
            yield row
        else:
            hint = 'Write {"id": "1", "input": "…", "reference": "2026-01-24"}.'
            yield NirdeshError("broken-row", f'{place}: not an object with a string "input".', hint=hint)


def run_filter(paths: Iterable[str], answer: Callable[[Row], list[Row]]) -> None:
    """Answer every row; bad ones are told on standard error and make the exit code 1."""
    good = bad = 0
    for row in rows(paths):
        if isinstance(row, NirdeshError):
            bad += 1
            typer.secho(f"nirdesh: {row}", fg="red", err=True)
            continue
        good += 1
        result = {"id": row.get("id"), "results": answer(row)}
        sys.stdout.buffer.write(json.dumps(result, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
        sys.stdout.buffer.flush()
    if bad:
        raise typer.Exit(1 if good else 2)
