"""Closed word classes of ``assignments/closed.toml``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from nirdesh.extract.clauses.lexis import fold, table
from nirdesh.extract.clauses.words import Word


@cache
def words(name: str) -> frozenset[str]:
    """Folded words of class ``name``.

    Example:
        >>> len(words("dative"))
        1
    """
    return frozenset(fold(w) for w in table("assignments/closed.toml")["words"][name])


@cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """Folded phrases of class ``name``, each as its words."""
    return tuple(
        tuple(fold(w) for w in row.split()) for row in table("assignments/closed.toml")["words"][name]
    )


def phrase_at(name: str, run: Sequence[Word], first: int) -> int:
    """Length of the phrase of class ``name`` that begins at word ``first``, or 0."""
    for phrase in _by_first(name).get(run[first].key, ()) if first < len(run) else ():
        if tuple(w.key for w in run[first : first + len(phrase)]) == phrase:
            return len(phrase)
    return 0


@cache
def _by_first(name: str) -> dict[str, list[tuple[str, ...]]]:
    """Phrases of class ``name``, in their order, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases(name):
        found.setdefault(phrase[0], []).append(phrase)
    return found


def has_phrase(name: str, run: Sequence[Word]) -> bool:
    """Whether a phrase of class ``name`` stands among the words."""
    firsts = _by_first(name)
    return any(word.key in firsts and phrase_at(name, run, j) for j, word in enumerate(run))


def has_word(name: str, run: Sequence[Word]) -> bool:
    """Whether a word of class ``name`` stands among the words."""
    return not words(name).isdisjoint(w.key for w in run)


def has_noun(name: str, run: Sequence[Word]) -> bool:
    """Whether a noun of class ``name``, or a plural of one, stands among the words."""
    nouns = words(name)
    return any(not nouns.isdisjoint(w.nouns) for w in run)
