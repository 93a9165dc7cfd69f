"""A report's text cut where marks begin and end, so that overlapping evidence needs no nesting."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from nirdesh.record import Record
from nirdesh.record.models import MentionRow

# The later a kind stands here, the nearer it lies to the reader: its link wins where marks overlap.
KINDS: Final = ("assignment", "directive", "action", "organisation", "region", "date", "person")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of text that says something.

    Attributes:
        start: First character.
        end: One after the last.
        kind: One of :data:`KINDS`.
        ref: Id of what it belongs to, as it stands on the page.
    """

    start: int
    end: int
    kind: str
    ref: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text with the same marks throughout.

    Attributes:
        text: The text, to be escaped like any other.
        kinds: Kinds of its marks, outermost first.
        refs: What they belong to.
        link: What a reader who follows it comes to, or None.
        anchors: Ids of the directives and assignments whose evidence begins here, after ``e-``.
    """

    text: str
    kinds: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    link: str | None = None
    anchors: tuple[str, ...] = ()


def marks(record: Record) -> list[Mark]:
    """Everything that a record quotes."""
    found = [
        Mark(row.evidence.start, row.evidence.end, "directive", f"d-{row.id}") for row in record.directives
    ]
    found += [Mark(row.action.start, row.action.end, "action", f"d-{row.id}") for row in record.directives]
    found += [
        Mark(row.evidence.start, row.evidence.end, "assignment", f"a-{row.id}") for row in record.assignments
    ]
    named: dict[str, list[list[MentionRow]]] = {
        "person": [row.mentions for row in record.people],
        "organisation": [row.mentions for row in record.organisations],
        "region": [row.mentions for row in record.regions],
    }
    for kind, mentions in named.items():
        for number, quotes in enumerate(mentions):
            found += [Mark(quote.start, quote.end, kind, f"{kind}-{number}") for quote in quotes]
    found += [Mark(row.start, row.end, "date", f"date-{row.id}") for row in record.dates]
    return sorted({mark for mark in found if mark.start < mark.end})


def pieces(text: str, found: list[Mark]) -> Iterator[Piece]:
    """The whole text in order; joined together, the pieces are the text.

    Example:
        >>> found = [Mark(0, 3, "directive", "x"), Mark(2, 4, "date", "y")]
        >>> [(piece.text, piece.kinds) for piece in pieces("abcd", found)]
        [('ab', ('directive',)), ('c', ('directive', 'date')), ('d', ('date',))]
    """
    cuts = sorted({0, len(text), *(mark.start for mark in found), *(mark.end for mark in found)})
    cuts = [cut for cut in cuts if cut <= len(text)]
    waiting = deque(sorted(found))
    active: list[Mark] = []
    begun: set[str] = set()
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.end > start]
        while waiting and waiting[0].start <= start:
            mark = waiting.popleft()
            if mark.end > start:
                active.append(mark)
        yield _piece(text[start:end], active, begun)


def _piece(text: str, active: list[Mark], begun: set[str]) -> Piece:
    ordered = sorted(active, key=lambda mark: (KINDS.index(mark.kind), -(mark.end - mark.start)))
    fresh = [
        mark.ref for mark in ordered if mark.kind in ("directive", "assignment") and mark.ref not in begun
    ]
    begun.update(fresh)
    return Piece(
        text,
        tuple(dict.fromkeys(mark.kind for mark in ordered)),
        tuple(dict.fromkeys(mark.ref for mark in ordered)),
        ordered[-1].ref if ordered else None,
        tuple(f"e-{ref}" for ref in fresh),
    )
