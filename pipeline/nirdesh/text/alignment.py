"""A clean text, the text it was made from, and the way between their offsets.

An alignment is a sorted list of edits: between two edits both texts run side by side, character by character,
so clean text costs nothing and a lookup is one bisection. Offsets are code points.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``new``, for the reason named by ``rule``."""

    start: int
    end: int
    new: str
    rule: str


@dataclass(frozen=True, slots=True)
class Repair:
    """One change with the rule that made it; ``start``/``end`` count in the raw text.

    Attributes:
        rule: Id of the rule (``vowel-au``, ``digit`` …).
        before: What was changed, at the stage that the rule saw.
        after: What it became.
    """

    rule: str
    start: int
    end: int
    before: str
    after: str


class Spans(NamedTuple):
    """The edits of an alignment as four parallel arrays, sorted."""

    raw_start: array[int]
    raw_end: array[int]
    start: array[int]
    end: array[int]

    def add(self, raw_start: int, raw_end: int, start: int, end: int) -> None:
        """Append one edit after all others. Insertions at one place, and deletions in a row, become one."""
        if self.end and raw_start == self.raw_end[-1] and start == self.end[-1]:
            inserts = raw_start == raw_end and self.raw_start[-1] == raw_start
            deletes = start == end and self.start[-1] == start
            if inserts or deletes:
                self.raw_end[-1] = raw_end
                self.end[-1] = end
                return
        self.raw_start.append(raw_start)
        self.raw_end.append(raw_end)
        self.start.append(start)
        self.end.append(end)

    def rows(self) -> Iterator[tuple[int, int, int, int]]:
        """Iterate over ``(raw_start, raw_end, start, end)``."""
        return zip(self.raw_start, self.raw_end, self.start, self.end, strict=True)


def empty_spans() -> Spans:
    """Spans of a text that nothing was done to."""
    return Spans(array("q"), array("q"), array("q"), array("q"))


@dataclass(frozen=True, slots=True)
class Aligned:
    """Clean text aligned with the raw text it was made from.

    Attributes:
        raw: The text as published.
        text: The clean text.
        spans: Where the two differ in length.
        recorded: Changes that a rule made by looking at the context, in order of application.

    Example:
        >>> a = align("बाॅबी आए", [Edit(0, 5, "बॉबी", "vowel-o")])
        >>> a.text, a.to_raw(0, 4), a.to_clean(6, 8)
        ('बॉबी आए', (0, 5), (5, 7))
    """

    raw: str
    text: str
    spans: Spans
    recorded: tuple[Repair, ...] = ()

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of a span of ``text``; a span that cuts an edit gets the whole of it.

        Raises:
            IndexError: When the span does not lie inside the text.
        """
        _check(start, end, len(self.text))
        s = self.spans
        if not s.start:
            return start, end
        return _map(start, end, s.start, s.end, s.raw_start, s.raw_end)

    def to_clean(self, start: int, end: int) -> tuple[int, int]:
        """The span of ``text`` that a raw span became; the inverse of :meth:`to_raw`.

        Raises:
            IndexError: When the span does not lie inside the raw text.
        """
        _check(start, end, len(self.raw))
        s = self.spans
        if not s.start:
            return start, end
        return _map(start, end, s.raw_start, s.raw_end, s.start, s.end)

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """Every change with its rule, in order of the raw text; computed when asked for."""
        if not self.recorded and self.raw == self.text:
            return ()
        folds = _folds(self)
        return tuple(sorted((*self.recorded, *folds), key=lambda r: (r.start, r.end)))

    def with_text(self, text: str) -> Aligned:
        """The same alignment after replacing characters one for one."""
        if len(text) != len(self.text):
            raise ValueError("with_text needs a text of the same length; use then()")
        return Aligned(self.raw, text, self.spans, self.recorded)

    def then(self, edits: Iterable[Edit]) -> Aligned:
        """Apply more edits, given in offsets of ``text``, sorted and not overlapping.

        Example:
            >>> a = align("है ।श्री", [Edit(2, 3, "", "space")])
            >>> b = a.then([Edit(3, 3, " ", "space")])
            >>> b.text, b.to_raw(4, 8), b.to_raw(2, 3)
            ('है। श्री', (4, 8), (3, 4))
        """
        edits = list(edits)
        if not edits:
            return self
        text, spans = _apply(self.text, edits)
        done = tuple(
            Repair(e.rule, *self.to_raw(e.start, e.end), self.text[e.start : e.end], e.new) for e in edits
        )
        joined = spans if not self.spans.start else _compose(self.spans, spans)
        return Aligned(self.raw, text, joined, self.recorded + done)

    def compose(self, later: Aligned) -> Aligned:
        """Join with an alignment whose raw text is this one's clean text."""
        if later.raw != self.text:
            raise ValueError("the second alignment must start from the first one's text")
        moved = tuple(Repair(r.rule, *self.to_raw(r.start, r.end), r.before, r.after) for r in later.recorded)
        return Aligned(self.raw, later.text, _compose(self.spans, later.spans), self.recorded + moved)


def identity(text: str) -> Aligned:
    """An alignment of a text with itself."""
    return Aligned(text, text, empty_spans())


def align(text: str, edits: Iterable[Edit]) -> Aligned:
    """Apply sorted, non-overlapping edits to a text."""
    return identity(text).then(edits)


def _check(start: int, end: int, length: int) -> None:
    if not 0 <= start <= end <= length:
        raise IndexError(f"span {start}:{end} does not lie inside a text of {length} characters")


def _map(
    start: int, end: int, a_start: array[int], a_end: array[int], b_start: array[int], b_end: array[int]
) -> tuple[int, int]:
    i = bisect_left(a_start, end)
    if i == 0:
        right = end
    elif a_end[i - 1] > end:
        right = b_end[i - 1]
    else:
        right = end - a_end[i - 1] + b_end[i - 1]
    i = bisect_right(a_end, start)
    if i < len(a_start) and a_start[i] < start:
        left = b_start[i]
    elif i == 0:
        left = start
    else:
        left = start - a_end[i - 1] + b_end[i - 1]
    return (left, right) if left <= right else (right, right)


def _apply(text: str, edits: list[Edit]) -> tuple[str, Spans]:
    parts: list[str] = []
    spans = empty_spans()
    done = 0
    shift = 0
    for start, end, new, _ in edits:
        if start < done or end < start:
            raise ValueError("edits must be sorted and must not overlap")
        parts.append(text[done:start])
        parts.append(new)
        done = end
        if len(new) != end - start:
            head, tail = _trim(text, start, end, new)
            spans.add(start + head, end - tail, start + head + shift, start + shift + len(new) - tail)
            shift += len(new) - (end - start)
    parts.append(text[done:])
    return "".join(parts), spans


def _trim(text: str, start: int, end: int, new: str) -> tuple[int, int]:
    """Lengths of the common head and tail, so that an edit covers no more than what changed."""
    limit = min(end - start, len(new))
    head = 0
    while head < limit and text[start + head] == new[head]:
        head += 1
    tail = 0
    while tail < limit - head and text[end - 1 - tail] == new[-1 - tail]:
        tail += 1
    return head, tail


def _compose(first: Spans, second: Spans) -> Spans:
    """Edits of ``second`` after ``first``, in one pass over both; edits that overlap become one."""
    out = empty_spans()
    rows = _merge(first, second)
    shift_raw = 0
    shift_clean = 0
    for low, high, grow_raw, grow_clean in rows:
        raw_low = low + shift_raw
        shift_raw += grow_raw
        clean_low = low + shift_clean
        shift_clean += grow_clean
        out.add(raw_low, high + shift_raw, clean_low, high + shift_clean)
    return out


def _merge(first: Spans, second: Spans) -> Iterator[tuple[int, int, int, int]]:
    """Groups of edits in offsets of the middle text: low, high, how much longer raw and clean are."""
    a = [(s, e, (re - rs) - (e - s), 0) for rs, re, s, e in first.rows()]
    b = [(rs, re, 0, (e - s) - (re - rs)) for rs, re, s, e in second.rows()]
    i = j = 0
    group: tuple[int, int, int, int] | None = None
    while i < len(a) or j < len(b):
        if j >= len(b) or (i < len(a) and a[i][:2] <= b[j][:2]):
            row = a[i]
            i += 1
        else:
            row = b[j]
            j += 1
        if group is None:
            group = row
        elif row[0] < group[1] or (row[0] == group[0] and row[1] == group[1]):
            group = (group[0], max(group[1], row[1]), group[2] + row[2], group[3] + row[3])
        else:
            yield group
            group = row
    if group is not None:
        yield group


def _folds(aligned: Aligned) -> Iterator[Repair]:
    """Characters replaced one for one, named by the kind of character."""
    covered = sorted((r.start, r.end) for r in aligned.recorded)
    starts = [c[0] for c in covered]
    raw_at = clean_at = 0
    rows = [*aligned.spans.rows(), (len(aligned.raw), len(aligned.raw), len(aligned.text), len(aligned.text))]
    for raw_start, raw_end, start, end in rows:
        before, after = aligned.raw[raw_at:raw_start], aligned.text[clean_at:start]
        if before != after:
            for k, (x, y) in enumerate(zip(before, after, strict=True)):
                at = raw_at + k
                if x != y and not _inside(at, covered, starts):
                    yield Repair(_kind(x), at, at + 1, x, y)
        raw_at, clean_at = raw_end, end


def _inside(at: int, covered: list[tuple[int, int]], starts: list[int]) -> bool:
    i = bisect_right(starts, at)
    return any(s <= at < e for s, e in covered[max(0, i - 4) : i])


def _kind(char: str) -> str:
    if char.isdecimal():
        return "digit"
    if char.isspace():
        return "space"
    return {"P": "punctuation", "S": "punctuation"}.get(unicodedata.category(char)[0], "character")
