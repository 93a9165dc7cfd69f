"""Places that open the rows of a list (- सोनपुर : क ख), where some of the rows open with known places."""

from __future__ import annotations

from nirdesh.extract.lexis import closed, first_like, place_like, surname_like
from nirdesh.extract.regions.hits import Hit, overlaps
from nirdesh.extract.regions.latin import known_sound
from nirdesh.extract.regions.naming import nameable
from nirdesh.extract.words import Word
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.posts import post_words

_LONGEST_HEAD = 3
_HEAD_GAPS = ("punct", "hyphen")
_ROWS = 2
_SURE_ROWS = 3  # rows with a person each that make places of heads that no list has
_SHARE = 0.6


def row_hits(words: list[Word], hits: list[Hit]) -> list[Hit]:
    """Hits for the heads of rows.

    Args:
        words: The text.
        hits: What is known to be a place.
    """
    found: list[Hit] = []
    block: list[tuple[int, int]] = []
    for first in [*_line_starts(words), len(words)]:
        head = _head(words, first) if first < len(words) else None
        if head is not None:
            block.append(head)
            continue
        found += _places(words, hits, block)
        block = []
    for block in _inline(words):
        found += [
            hit for hit in _places(words, [*hits, *found], block) if not overlaps(found, hit.first, hit.last)
        ]
    return found


def _inline(words: list[Word]) -> list[list[tuple[int, int]]]:
    """Heads of rows that commas part on one line (सोनपुर - क ख, हरिपुर - ग घ), a person after most of them."""
    lines: dict[int, list[tuple[int, int]]] = {}
    for n in range(1, len(words)):
        if words[n - 1].gap not in ("comma", "line", "stop", "punct"):
            continue
        head = _head(words, n)
        if head is not None and _staffed(words, head):
            lines.setdefault(words[n].line, []).append(head)
    return [heads for heads in lines.values() if len(heads) >= _SURE_ROWS]


def _line_starts(words: list[Word]) -> list[int]:
    return [n for n in range(len(words)) if n == 0 or words[n - 1].gap == "line"]


def _head(words: list[Word], first: int) -> tuple[int, int] | None:
    """The words before the dash or colon of a row; a number before them is skipped."""
    start = first + 1 if words[first].key.isdigit() else first
    for last in range(start + 1, min(len(words), start + _LONGEST_HEAD) + 1):
        if words[last - 1].gap in _HEAD_GAPS:
            return start, last
        if words[last - 1].gap != "space":
            return None
    return None


def _places(words: list[Word], hits: list[Hit], block: list[tuple[int, int]]) -> list[Hit]:
    if len(block) < _ROWS or any(_person(words, head) for head in block):
        return []
    sites = {head for head in block if words[head[1] - 1].key in closed("sites") and head[1] - head[0] > 1}
    known = [head for head in block if overlaps(hits, *head) or _sounds(words, head)]
    if len(sites) >= _ROWS:
        known += sites
    if sum(_staffed(words, head) for head in block) >= max(_SURE_ROWS, _SHARE * len(block)):
        known += block
    return [
        Hit(first, last, first, last, None, (), "model")
        for first, last in block
        if known and not overlaps(hits, first, last) and ((first, last) in sites or _names(words[first:last]))
    ]


def _staffed(words: list[Word], head: tuple[int, int]) -> bool:
    """Whether the head of a row can name a place, and a title or a person follows it."""
    after = words[head[1]] if head[1] < len(words) else None
    if after is None or not _names(words[slice(*head)]):
        return False
    return after.key in post_words() or after.key in honorifics().before or first_like(after.key)


def _names(head: list[Word]) -> bool:
    return all(nameable(word) for word in head) and not first_like(head[0].key)


def _person(words: list[Word], head: tuple[int, int]) -> bool:
    """Whether the head is a full name, so that the rows are of people."""
    first, last = (words[head[0]].key, words[head[1] - 1].key)
    return head[1] - head[0] > 1 and surname_like(last) and not place_like(last) and not place_like(first)


def _sounds(words: list[Word], head: tuple[int, int]) -> bool:
    chunk = words[slice(*head)]
    return all(place_like(word.key) for word in chunk) or known_sound(" ".join(word.text for word in chunk))
