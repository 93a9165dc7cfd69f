"""``metadata.jsonl`` beside reports: what is known about the files of a folder.

Each row names a file of the same folder and any of title, url, publisher, author, published, as data sets of
plain files are often described: ``{"file_name": "a01.txt", "published": "2023-06-14"}``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from nirdesh.errors import Problem
from nirdesh.ingest.document import FIELDS, Document, as_string, problem, shown, unusable

NAME: Final = "metadata.jsonl"
_KEY: Final = "file_name"


def is_sidecar(path: Path) -> bool:
    """Whether a file describes its neighbours rather than holding reports itself."""
    if path.name != NAME or not path.is_file():
        return False
    try:
        with path.open("rb") as stream:
            row = json.loads(stream.readline(100_000))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(row, dict) and _KEY in row


def described(document: Document, path: Path) -> Document:
    """``document`` with what the folder's ``metadata.jsonl`` says where the document itself says nothing."""
    folder = path.parent / NAME
    try:
        row = _rows(folder, folder.stat().st_mtime_ns).get(path.name)
    except OSError:
        return document
    if row is None:
        return document
    return replace(
        document,
        title=document.title or row.get("title"),
        url=document.url or row.get("url"),
        publisher=document.publisher or row.get("publisher"),
        author=document.author or row.get("author"),
        published=document.published or row.get("published"),
    )


def faults(path: Path) -> Iterator[Problem]:
    """Lines of a ``metadata.jsonl`` that can't be used."""
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            if line.strip() and _row(line) is None:
                message = f'Not usable: write {{"{_KEY}": "a.txt", "published": "2026-01-24"}} on each line.'
                yield problem("broken-metadata", message, f"{shown(path)}:{number}")


@lru_cache(maxsize=4)
def _rows(path: Path, changed: int) -> Mapping[str, dict[str, str]]:
    """Rows by file name; ``changed`` makes a changed file be read again."""
    if not is_sidecar(path):
        return {}
    with path.open("rb") as stream:
        return dict(filter(None, map(_row, stream)))


def _row(line: bytes) -> tuple[str, dict[str, str]] | None:
    """A file's name and what is known about it."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict) or not isinstance(row.get(_KEY), str):
        return None
    values = {name: value for name in FIELDS if (value := as_string(row.get(name)))}
    return None if unusable(*values.values()) else (row[_KEY], values)
