"""How many reports some inputs hold, roughly and quickly, for a progress bar."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from nirdesh.errors import Problem
from nirdesh.ingest.paths import find
from nirdesh.ingest.registry import CONTAINERS, suffix_of

_ROWS: Final = frozenset({".jsonl", ".ndjson", ".jl"})
_MOST_BYTES: Final = 2_000_000_000


def estimate(inputs: Iterable[str | Path]) -> int | None:
    """Number of files and rows of JSONL; None where it would take long to know (archives, standard input)."""
    total = read = 0
    for found in find(inputs):
        if isinstance(found, Problem):
            continue
        if found.path is None:
            return None
        suffix = suffix_of(found.path.name)
        if suffix in CONTAINERS:
            return None
        if suffix not in _ROWS:
            total += 1
            continue
        if found.path.suffix.lower() not in _ROWS:  # compressed
            return None
        try:
            read += found.path.stat().st_size
            if read > _MOST_BYTES:
                return None
            total += _lines(found.path)
        except OSError:
            continue
    return total


def _lines(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))
