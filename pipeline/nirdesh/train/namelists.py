"""Name lists that the analyser sees as marks on a word: sets of hashed spelling keys."""

from __future__ import annotations

import csv
import io
import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from zlib import crc32

from nirdesh.analyse.neural.features import LISTS, spelling_key

# list -> (file, columns, column of counts, least count)
SOURCES: Final[dict[str, tuple[tuple[str, str, str, int], ...]]] = {
    "first_name": (
        ("names/up2015-first-names.tsv", "name", "count", 15),
        ("names/faker-hi_IN.tsv", "name", "", 0),
    ),
    "last_name": (("names/up2015-last-tokens.tsv", "token", "count", 20),),
    "district": (("gazetteer/districts-hindi-belt.tsv", "district_hi aliases_hi state_hi", "", 0),),
    "seat": (
        ("gazetteer/up-vidhansabha-403.tsv", "ac_hi", "", 0),
        ("gazetteer/up-loksabha-80.tsv", "pc_hi", "", 0),
    ),
    "block": (("gazetteer/up-blocks-2015.tsv", "block_hi", "", 0),),
    "village": (("gazetteer/up-gram-panchayats-2015.tsv.xz", "gram_panchayat_hi", "", 0),),
    "city": (("gazetteer/faker-hi_IN-places.tsv", "name", "", 0),),
    "post": (("lexicon/posts-curated.tsv", "hi variants", "", 0),),
    "department": (("lexicon/departments-hi.tsv", "hi variants", "", 0),),
    "calendar": (("lexicon/calendar-hi.tsv", "hi variants", "", 0),),
}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    data = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    text = "\n".join(line for line in data.decode("utf-8").split("\n") if not line.startswith("#"))
    yield from csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)


def _words(values: Iterable[str]) -> Iterator[str]:
    for value in values:
        for word in value.replace(";", " ").replace("(", " ").replace(")", " ").replace("-", " ").split():
            if len(word) > 1:
                yield word


def build_lists(data: Path) -> tuple[frozenset[int], ...]:
    """The lists from the data folder."""
    found: list[frozenset[int]] = []
    for name in LISTS:
        keys: set[str] = set()
        for file, columns, counts, least in SOURCES[name]:
            for row in _rows(data / file):
                if not counts or int(row[counts]) >= least:
                    keys.update(spelling_key(word) for word in _words(row[c] or "" for c in columns.split()))
        found.append(frozenset(crc32(key.encode()) for key in keys))
    return tuple(found)
