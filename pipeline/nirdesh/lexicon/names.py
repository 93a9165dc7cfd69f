"""Loaders for what is known about the parts of Hindi personal names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from nirdesh.lexicon.files import lines, toml
from nirdesh.lexicon.keys import fold, fold_name


class Counts(NamedTuple):
    """How often a word was seen as a first, middle, last or only name, in a place name, and elsewhere.

    ``listed`` is what its place in ``ordinary-words.tsv`` counts for.
    """

    first: int
    middle: int
    last: int
    single: int
    place: int
    other: int
    listed: int = 0

    @property
    def plain(self) -> int:
        """All uses as an ordinary word."""
        return self.other + self.listed

    @property
    def name(self) -> int:
        """All uses in personal names."""
        return self.first + self.middle + self.last + self.single


NO_COUNTS = Counts(0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Honorifics:
    """Keys of words of respect.

    Attributes:
        before: Stand before a name.
        after: Stand after a name.
        doubtful: Stand before a name but are names or common words as well.
        kept: Belong to the name that they begin.
        given: First names as well, where only a last name follows.
        led: Stand before a name always, so that the word after them is no title.
    """

    before: frozenset[str]
    after: frozenset[str]
    doubtful: frozenset[str]
    kept: frozenset[str]
    given: frozenset[str]
    led: frozenset[str]


def word_list(name: str) -> tuple[str, ...]:
    """Words of a plain list under ``data/names``, in order, without repeats."""
    return tuple(dict.fromkeys(word for line in lines("names", name) for word in line.split()))


@lru_cache(maxsize=1)
def name_counts() -> dict[str, Counts]:
    """Key -> counts, from ``tokens.tsv.gz``.

    Example:
        >>> name_counts()["गुप्ता"].last > name_counts()["गुप्ता"].first
        True
    """
    counts: dict[str, Counts] = {}
    for line in lines("names", "tokens.tsv.gz"):
        key, *cells = line.split("\t")
        counts[key] = Counts(*(int(cell) if cell else 0 for cell in cells))
    return counts


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Keys of the hand-kept surnames."""
    return frozenset(fold(word) for word in word_list("surnames.tsv"))


@lru_cache(maxsize=1)
def second_parts() -> frozenset[str]:
    """Keys of the second name parts (कुमार, प्रसाद, लाल)."""
    return frozenset(fold(word) for word in word_list("second-parts.tsv"))


@lru_cache(maxsize=1)
def namesakes() -> frozenset[str]:
    """Joined keys of the persons after whom units of parties and towns are called.

    Example:
        >>> fold_name("भगत सिंह") in namesakes()
        True
    """
    return frozenset(fold_name(name) for name in toml("names", "closed.toml")["namesakes"])


@lru_cache(maxsize=1)
def honorifics() -> Honorifics:
    """The words of respect.

    Example:
        >>> fold("श्रीमती") in honorifics().before, fold("जी") in honorifics().after
        (True, True)
    """
    data = toml("names", "honorifics.toml")
    return Honorifics(
        **{
            name: frozenset(fold(word) for word in data[name])
            for name in ("before", "after", "doubtful", "kept", "given", "led")
        }
    )
