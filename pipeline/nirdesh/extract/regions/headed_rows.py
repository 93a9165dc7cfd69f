"""The kind of the places that open the rows of a list, by what is told before it (प्रखंडों में प्रभारी बनाये: …)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from nirdesh.extract.lexis import closed
from nirdesh.extract.regions.hits import Hit
from nirdesh.extract.words import Word
from nirdesh.lexicon.files import toml
from nirdesh.lexicon.keys import fold
from nirdesh.mentions import RegionKind

_FEWEST = 3  # rows that make a list
_REACH = 60  # words before a list in which its class is told
_SKIPPED = 2  # lines without a place between two rows of one list


def row_kinds(words: list[Word], hits: Sequence[Hit]) -> dict[int, RegionKind]:
    """Number of a hit -> the kind that it has as the head of a row.

    Args:
        words: The text.
        hits: All names, in order.
    """
    heads = [n for n, hit in enumerate(hits) if _opens_row(words, hit, hits[n + 1 : n + 2])]
    if len(heads) < _FEWEST:
        return {}
    kinds: dict[int, RegionKind] = {}
    for rows in _blocks(words, hits, heads):
        kind = _told(words, hits[rows[0]].inner) if len(rows) >= _FEWEST else None
        if kind is None:
            continue
        listed = [n for n in rows if kind in {place.kind for place in hits[n].places}]
        if len(listed) * 2 < len(rows):
            continue
        joined = [n + 1 for n in rows if n + 1 < len(hits) and _beside(words, hits[n], hits[n + 1])]
        for n in [*rows, *joined]:
            own = {place.kind for place in hits[n].places}
            if hits[n].kind is None and (kind in own or not own & {"district", "state"}):
                kinds[n] = kind
    return kinds


def _opens_row(words: list[Word], hit: Hit, after: Sequence[Hit]) -> bool:
    """सोनपुर - क ख; हरिपुर व रामपुर : ग घ."""
    first = hit.inner
    if first and words[first - 1].gap != "line":
        return False
    end = after[0].outer if after and _beside(words, hit, after[0]) else hit.outer
    return hit.kind is None and words[end - 1].gap in ("hyphen", "punct")


def _beside(words: list[Word], hit: Hit, other: Hit) -> bool:
    """Whether only a conjunction stands between two names."""
    at = hit.outer
    return other.inner == at + 1 and words[at].key in closed("conjunctions") and words[at - 1].gap == "space"


def _blocks(words: list[Word], hits: Sequence[Hit], heads: list[int]) -> list[list[int]]:
    """Rows of one list: those on lines near each other."""
    blocks = [heads[:1]]
    for one, other in pairwise(heads):
        near = words[hits[other].inner].line - words[hits[one].inner].line <= _SKIPPED
        if near:
            blocks[-1].append(other)
        else:
            blocks.append([other])
    return blocks


def _told(words: list[Word], start: int) -> RegionKind | None:
    """The class of regions that is told last before a list."""
    table = _classes()
    keys = (word.key for word in reversed(words[max(0, start - _REACH) : start]))
    return next((table[key] for key in keys if key in table), None)


@lru_cache(maxsize=1)
def _classes() -> dict[str, RegionKind]:
    table: dict[RegionKind, list[str]] = toml("gazetteer", "kinds.toml")["rows"]
    return {fold(word): kind for kind, forms in table.items() for word in forms}
