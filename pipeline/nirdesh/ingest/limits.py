"""Sizes above which an input is taken for a fault rather than a report."""

from __future__ import annotations

from typing import Final

# A page with its scripts; real ones are below 3 MB. A .json file or a row of JSONL may hold as much.
MAX_BYTES: Final = 10_000_000
# A .json file may hold a list of reports, but is not streamed.
MAX_JSON_BYTES: Final = 100_000_000
# A longer row of JSONL is not even skipped: the file has no end, or is made to waste time.
MAX_SKIPPED: Final = 1_000_000_000
# A report of 500 pages; the analysis of a longer one would hold up everything behind it.
MAX_CHARACTERS: Final = 400_000
# Packed text shrinks to a fifth or a twentieth, one sentence again and again to a two-hundredth.
MAX_RATIO: Final = 500
# Below this an unpacked stream is no danger, whatever its ratio.
MIN_BOMB: Final = 50_000_000
# What is copied to a temporary file because it must be read from any place: ZIP or Parquet in a stream.
MAX_SPOOLED: Final = 4_000_000_000
# A PDF or a word processor's file, with its pictures.
MAX_BLOB: Final = 100_000_000
# Archives in archives.
MAX_DEPTH: Final = 3


def megabytes(size: int) -> str:
    """A size for a message.

    Example:
        >>> megabytes(10_000_000)
        '10 MB'
    """
    return f"{size / 1_000_000:.3g} MB"
