"""Single names in cells and items of a list whose others are full names (क ख | सागर, बाबूलाल | दमोह)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from nirdesh.extract.lexis import closed, may_begin, name_share, place_like, unknown
from nirdesh.extract.people.posts import PostSpan
from nirdesh.extract.people.respect import skip_honorifics
from nirdesh.extract.people.runs import Marks, NameHit, namey
from nirdesh.extract.words import line_ranges
from nirdesh.lexicon.names import honorifics

RULE: Final = "column"
_CUT = re.compile(r"\||\s[-–—→>=:]+|[-–—:]+\s|…|\.{3}")
_ITEM = re.compile(r"/|\d[.)]")
_ROW = 30  # words of the longest row
_FEWEST = 2  # names that make a column one of names
_SHARE = 0.75  # of the cells of a column that are names or may be
_LONGEST = 2  # words of a name that nothing but its place shows
_HALF = 0.5

_Place = tuple[int, int]


def with_columns(
    text: str, marks: Marks, posts: Sequence[PostSpan], hits: Sequence[NameHit]
) -> list[NameHit]:
    """The names of a text with those that fill a cell, an item or a line where others are names."""
    cells = _Cells(text, marks, posts, hits)
    found = dict((*cells.columns(), *cells.items(), *cells.under_titles()))
    return sorted([*hits, *found.values()], key=lambda hit: hit.first) if found else list(hits)


class _Cells:
    """Cells of the lines of a text, and what fills them."""

    def __init__(self, text: str, marks: Marks, posts: Sequence[PostSpan], hits: Sequence[NameHit]) -> None:
        self.text = text
        self.marks = marks
        self.words = marks.words
        self.posts = {(post.first, post.last): post for post in posts if not post.role}
        self.named = {n for hit in hits for n in range(hit.outer_first, hit.outer_last)}
        self.starts = {hit.first: hit for hit in hits}
        self.lines = line_ranges(self.words)
        self.marked = [  # words after which more than a blank or a number stands
            n
            for n, (word, after) in enumerate(pairwise(self.words))
            if word.gap != "space" or after.start - word.end != 1 or after.text.isdigit()
        ]

    def columns(self) -> Iterator[tuple[_Place, NameHit]]:
        """Single names in columns of names."""
        rows = [list(self._split(line, _CUT)) for line in self.lines]
        short = [
            len(row) if line[1] - line[0] <= _ROW else 0 for row, line in zip(rows, self.lines, strict=True)
        ]
        first = 0
        for width, group in groupby(short):
            last = first + len(list(group))
            if width > 1:
                for column in range(width):
                    yield from self._column([rows[n][column] for n in range(first, last)])
            first = last

    def _column(self, cells: Sequence[_Place]) -> Iterator[tuple[_Place, NameHit]]:
        cores = [self._core(*cell) for cell in cells]
        names = [core for core in cores if self._is_name(core)]
        free = [core for core in cores if core not in names and self._is_open(core)]
        enough = len(names) >= _FEWEST and len(names) * 2 >= len(free)
        headed = bool(cores) and cores[0] not in names and cores[0] not in free
        if enough and len(names) + len(free) >= _SHARE * (len(cores) - headed):
            for core in free:
                yield core, self._hit(core)

    def items(self) -> Iterator[tuple[_Place, NameHit]]:
        """Single names among numbered items of a line, or names parted by slashes."""
        for line in self.lines:
            for cell in self._split(line, _CUT):
                parts = [self._core(*part) for part in self._split(cell, _ITEM)]
                if len(parts) < _FEWEST:
                    continue
                names = [part for part in parts if self._is_name(part)]
                free = [part for part in parts if part not in names and self._is_open(part)]
                if names and len(names) + len(free) == len(parts):
                    for part in free:
                        yield part, self._hit(part)

    def under_titles(self) -> Iterator[tuple[_Place, NameHit]]:
        """Single names on lines of their own under lines that are titles, where others are names."""
        pairs = [
            self._core(*below)
            for above, below in zip(self.lines, self.lines[1:], strict=False)
            if above in self.posts and len(list(self._split(below, _CUT))) == 1
        ]
        names = [core for core in pairs if self._is_name(core)]
        if len(names) >= _FEWEST:
            for core in pairs:
                if core not in names and self._is_open(core):
                    yield core, self._hit(core)

    def _split(self, line: _Place, cut: re.Pattern[str]) -> Iterator[_Place]:
        """Parts of some words between separators."""
        first, last = line
        begin = first
        inside = bisect_left(self.marked, first), bisect_left(self.marked, last - 1)
        for n in self.marked[slice(*inside)]:
            between = self.text[self.words[n].start : self.words[n + 1].start]
            gap = self.text[self.words[n].end : self.words[n + 1].start]
            if cut.search(gap) or (
                cut is _ITEM and n > begin and self._numbers(n + 1) and "\n" not in between
            ):
                yield begin, n + 1
                begin = n + 1
        yield begin, last

    def _numbers(self, index: int) -> bool:
        """Whether a word is the number of an item (2. क ख)."""
        word = self.words[index]
        after = self.text[word.end : word.end + 1]
        return word.text.isdigit() and len(word.text) < 3 and after in (".", ")")

    def _core(self, first: int, last: int) -> _Place:
        """The words of a cell without its number, ranks and honorifics, and without what follows a name."""
        words = self.words
        while first < last - 1 and (words[first].text.isdigit() or self.marks.label[first] == "post"):
            first += 1
        first = min(skip_honorifics(words, first), last) if first < last else first
        stop = next((n + 1 for n in range(first, last - 1) if words[n].gap not in ("space",)), last)
        return first, stop

    def _is_name(self, core: _Place) -> bool:
        first, last = core
        return first in self.starts and all(n in self.named for n in range(first, last))

    def _is_open(self, core: _Place) -> bool:
        """Whether the words are one name if any: one word, or two that no list has otherwise."""
        first, last = core
        if not 0 < last - first <= _LONGEST or any(n in self.named for n in range(first, last)):
            return False
        return all(self._may_name(n) for n in range(first, last))

    def _may_name(self, index: int) -> bool:
        word, key = self.words[index], self.words[index].key
        if self.marks.label[index] or place_like(key) or word.dotted or word.text.isascii():
            return False
        barred = key in honorifics().after or key in closed("postpositions") or key in closed("ends")
        if barred or not (namey(self.marks, index) or may_begin(key)):
            return False
        return unknown(key) or may_begin(key) or name_share(key) >= _HALF

    def _hit(self, core: _Place) -> NameHit:
        first, last = core
        start = first
        while (
            start
            and self.words[start - 1].key in honorifics().before
            and self.words[start - 1].gap == "space"
        ):
            start -= 1
        post = next((post for place, post in self.posts.items() if place[1] == start), None)
        return NameHit(first, last, start, last, start < first, post, RULE)
