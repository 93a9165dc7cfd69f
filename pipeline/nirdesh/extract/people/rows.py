"""Titles and names on lines of their own (a list of office-holders under their titles)."""

from __future__ import annotations

from itertools import groupby

from nirdesh.extract.people.posts import PostSpan
from nirdesh.extract.people.runs import NameHit
from nirdesh.extract.words import Word

_Line = tuple[int, int]


def row_holders(
    words: list[Word], posts: list[PostSpan], hits: list[NameHit]
) -> dict[PostSpan, list[NameHit]]:
    """Holders of the titles that fill a line, where lines of titles and lines of names take turns.

    A block that begins with a title has its names below the titles, one that begins with a name above them.
    """
    titles = {(post.first, post.last): post for post in posts if not post.role}
    names: dict[int, list[NameHit]] = {}
    for hit in hits:
        names.setdefault(words[hit.first].line, []).append(hit)
    held: dict[PostSpan, list[NameHit]] = {}
    block: list[PostSpan | list[NameHit]] = []
    for line in [*_lines(words), (0, 0)]:
        inside = names.get(words[line[0]].line, []) if line[1] else []
        row = titles.get(line) or (inside if _only_names(words, inside, line) else None)
        if row:
            block.append(row)
            continue
        held |= _block_holders(block)
        block = []
    return held


def _lines(words: list[Word]) -> list[_Line]:
    found = []
    for _, group in groupby(range(len(words)), key=lambda index: words[index].line):
        indices = list(group)
        found.append((indices[0], indices[-1] + 1))
    return found


def _only_names(words: list[Word], hits: list[NameHit], line: _Line) -> bool:
    """Whether the line is names and list numbers alone."""
    covered = {index for hit in hits for index in range(hit.outer_first, hit.outer_last)}
    rest = [index for index in range(*line) if index not in covered]
    return bool(hits) and all(words[index].text.isdigit() for index in rest)


def _block_holders(block: list[PostSpan | list[NameHit]]) -> dict[PostSpan, list[NameHit]]:
    held: dict[PostSpan, list[NameHit]] = {}
    titles = [row for row in block if isinstance(row, PostSpan)]
    if len(titles) < 2:
        return held
    heads = isinstance(block[0], PostSpan)
    current: PostSpan | None = None
    for row in block if heads else reversed(block):
        if isinstance(row, PostSpan):
            current = row
        elif current is not None and (heads or current not in held):
            held.setdefault(current, []).extend(row)
    return held
