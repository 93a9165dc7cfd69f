"""Near duplicates: syndicated releases that differ by a headline or a paragraph, found by MinHash.

Broder, "On the resemblance and containment of documents" (1997): the share of equal minima of two sets of
shingles under many hash functions estimates their Jaccard similarity. Bands of minima as keys find candidates
without comparing every pair.
"""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any, Final

import numpy as np
import regex

SHINGLE: Final = 3
BANDS: Final = 20
ROWS: Final = 5
LEAST: Final = 0.6
# Shorter reports share their shingles with too many others.
LEAST_WORDS: Final = 20
_PRIME: Final = np.uint64((1 << 31) - 1)
_WORD: Final = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_SCALE: Final = 65_536


def signature(text: str) -> bytes:
    """Minima of 100 hash functions over triples of words, two bytes each; empty for a short text.

    Example:
        >>> len(signature("जिलाधिकारी ने नालों की सफाई के निर्देश दिए " * 5)), signature("दो शब्द")
        (200, b'')
    """
    words = _WORD.findall(text)
    if len(words) < LEAST_WORDS:
        return b""
    shingles = {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
    hashes = np.fromiter((zlib.crc32(s.encode()) for s in shingles), np.uint64, len(shingles)) % _PRIME
    factors, offsets = _functions()
    minima = ((hashes[:, None] * factors + offsets) % _PRIME).min(axis=0)
    return bytes((minima % np.uint64(_SCALE)).astype("<u2").tobytes())


@cache
def _functions() -> tuple[Any, Any]:
    """Factors and offsets of the hash functions, the same on every machine."""
    raw = b"".join(sha256(b"nirdesh/near/%d" % number).digest()[:8] for number in range(BANDS * ROWS))
    drawn = np.frombuffer(raw, "<u4").astype(np.uint64) % (_PRIME - np.uint64(1)) + np.uint64(1)
    return drawn[::2], drawn[1::2]


def similarity(one: bytes, other: bytes) -> float:
    """Estimated Jaccard similarity of two reports by their signatures."""
    return float(np.mean(np.frombuffer(one, "<u2") == np.frombuffer(other, "<u2")))


@dataclass(frozen=True, slots=True)
class Near:
    """The first report of a family of near duplicates, and how similar it is."""

    first: str
    similarity: float


class NearReports:
    """Signatures of the records of a run, in a temporary file of which a few megabytes are in memory.

    All is one transaction that never ends: at the end of one, SQLite goes through all changed pages.
    """

    def __init__(self) -> None:
        self._seen = sqlite3.connect("", isolation_level=None)
        self._seen.execute("PRAGMA journal_mode = OFF")
        self._seen.execute("PRAGMA cache_size = -4000")
        self._seen.execute("BEGIN")
        self._seen.execute("CREATE TABLE firsts (number INTEGER PRIMARY KEY, id TEXT, near BLOB)")
        self._seen.execute("CREATE TABLE bands (key INTEGER PRIMARY KEY, number INTEGER)")

    def check(self, report: str, near: bytes) -> Near | None:
        """The first similar report, or None; then this one is remembered as a first itself.

        Example:
            >>> text = "जिलाधिकारी ने नालों की सफाई के निर्देश दिए और कहा कि काम समय पर हो क्योंकि वर्षा निकट है। " * 2
            >>> seen = NearReports()
            >>> seen.check("a", signature(text)), seen.check("b", signature(text + "देखें वीडियो")).first
            (None, 'a')
        """
        if not near:
            return None
        keys = [_key(band, near) for band in range(BANDS)]
        marks = ",".join("?" * BANDS)
        query = (
            f"SELECT DISTINCT firsts.number, id, near FROM bands JOIN firsts USING (number)"
            f" WHERE key IN ({marks}) ORDER BY firsts.number"
        )
        for _, first, other in self._seen.execute(query, keys):
            if (share := similarity(near, other)) >= LEAST:
                return Near(first, round(share, 2))
        cursor = self._seen.execute("INSERT INTO firsts (id, near) VALUES (?, ?)", (report, near))
        rows = [(key, cursor.lastrowid) for key in keys]
        self._seen.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", rows)
        return None

    def close(self) -> None:
        """Give the memory back."""
        self._seen.close()


def _key(band: int, near: bytes) -> int:
    """A key of 63 bits for one band of a signature."""
    size = 2 * ROWS
    part = near[band * size : (band + 1) * size]
    return int.from_bytes(sha256(bytes([band]) + part).digest()[:8], "big") >> 1
