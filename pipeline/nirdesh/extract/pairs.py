"""How two spans of words stand to each other, as numbers that a trained network reads."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from nirdesh.extract.clauses.words import Word
from nirdesh.extract.sequence import Floats, Place
from nirdesh.mentions import Span

PAIR_NUMBERS: Final = 18
DATIVE: Final = frozenset(("को",))
JOINING: Final = frozenset((",", "व", "और", "तथा", "एवं"))


class Layout(Protocol):
    """What is asked of a document's words."""

    @property
    def marks(self) -> npt.NDArray[np.int64]:
        """Whether a word is को, joins a list or is a verb, summed from the start, ``(n + 1, 3)``."""

    @property
    def sentence(self) -> tuple[int, ...]:
        """Number of each word's sentence."""

    @property
    def paragraph(self) -> tuple[int, ...]:
        """Number of each word's paragraph."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention of a person, a body or a region: words ``place``, and the id of what is mentioned."""

    place: Place
    id: str


def overlap(one: Place, other: Place) -> bool:
    """Whether two spans share a word.

    Example:
        >>> overlap((0, 2), (1, 4)), overlap((0, 2), (2, 4))
        (True, False)
    """
    return one[0] < other[1] and other[0] < one[1]


def words_in(starts: Sequence[int], span: Span) -> Place:
    """Words that begin in ``span``.

    Args:
        starts: Offset of each word.
    """
    return bisect_left(starts, span.start), bisect_left(starts, span.end)


def candidates(starts: Sequence[int], mentions: Iterable[tuple[Span, str]]) -> tuple[Candidate, ...]:
    """Mentions as candidates, without those that hold no word."""
    found = (Candidate(words_in(starts, span), name) for span, name in mentions)
    return tuple(c for c in found if c.place[0] < c.place[1])


def marks_of(words: Sequence[Word]) -> npt.NDArray[np.int64]:
    """``marks`` of a :class:`Layout`."""
    rows = [(word.key in DATIVE, word.key in JOINING, bool(word.verbs)) for word in words]
    sums = np.cumsum(np.array(rows, dtype=np.int64).reshape(-1, 3), axis=0)
    return np.concatenate([np.zeros((1, 3), dtype=np.int64), sums])


def pair_numbers(
    layout: Layout,
    first: Sequence[Place],
    second: Sequence[Place],
    pairs: Sequence[tuple[int, int]],
) -> Floats:
    """How two candidates of each pair stand to each other, ``(len(pairs), PAIR_NUMBERS)``.

    Args:
        first: Candidates of one kind, in order; ``second`` those of the other.
        pairs: Indices into both.
    """
    firsts = np.sort(np.array([a for a, _ in first], dtype=np.int64))
    seconds = np.sort(np.array([a for a, _ in second], dtype=np.int64))
    here = {layout.sentence[a] for a, _ in second}
    return np.array(
        [pair_row(layout, first[i], second[j], firsts, seconds, here) for i, j in pairs], dtype=np.float32
    ).reshape(-1, PAIR_NUMBERS)


def pair_row(
    layout: Layout,
    one: Place,
    other: Place,
    firsts: npt.NDArray[np.int64],
    seconds: npt.NDArray[np.int64],
    here: set[int],
) -> tuple[float, ...]:
    """Numbers of one pair.

    Args:
        firsts: First words of all candidates of the one's kind, in order; ``seconds`` of the other's.
        here: Sentences that hold a candidate of the other's kind.
    """
    after = other[0] >= one[1]
    low, high = (one[1], other[0]) if after else (other[1], one[0])
    high = max(low, high)
    inner_first = int(np.searchsorted(firsts, high) - np.searchsorted(firsts, low))
    inner_second = int(np.searchsorted(seconds, high) - np.searchsorted(seconds, low))
    dative, joined, verb = (layout.marks[high] - layout.marks[low]) > 0
    sentences_apart = abs(layout.sentence[one[0]] - layout.sentence[other[0]])
    paragraphs_apart = abs(layout.paragraph[one[0]] - layout.paragraph[other[0]])
    distance = other[0] - one[1] if after else one[0] - other[1]
    return (
        *(after, math.log1p(abs(distance)) / 5),
        *(min(inner_first, 6) / 6, inner_first == 0, min(inner_second, 4) / 4, inner_second == 0),
        *(sentences_apart == 0, sentences_apart == 1, paragraphs_apart == 0, paragraphs_apart == 1),
        *(min(paragraphs_apart, 8) / 8, dative, joined, verb),
        *(after and not inner_first and not inner_second, not after and not inner_first and not inner_second),
        *(layout.sentence[one[0]] in here, other[1] > one[0] and other[0] < one[1]),
    )
