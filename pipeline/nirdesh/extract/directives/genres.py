"""Kinds of reports whose free clauses bind nobody: markets, films, matches, forecasts, stars, sermons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from nirdesh.extract.clauses.lexis import fold, table
from nirdesh.extract.clauses.words import Sentence
from nirdesh.extract.directives.model import Draft

_BINDING = ("frame:order", "frame:serve", "frame:ban", "frame:task", "frame:answer", "mood:hort-order")


@dataclass(frozen=True, slots=True)
class Genre:
    """One row of ``frames/genres.toml``, folded."""

    id: str
    nouns: frozenset[str]
    least: int
    idle: tuple[str, ...]
    dated: bool


@cache
def _genres() -> tuple[Genre, ...]:
    return tuple(
        Genre(
            row["id"],
            frozenset(fold(noun) for noun in row["nouns"]),
            row["least"],
            tuple(row["idle"]),
            row["dated"],
        )
        for row in table("frames/genres.toml")["genre"]
    )


def genres(read: Sequence[Sentence]) -> tuple[Genre, ...]:
    """Kinds whose words a report has enough of."""
    keys = {w.key for sentence in read for w in sentence.words}
    return tuple(g for g in _genres() if len(g.nouns & keys) >= g.least)


def idle(draft: Draft, kinds: Sequence[Genre], *, dated: bool) -> bool:
    """Whether a draft counts for nothing in a report of these kinds.

    Args:
        dated: Whether a day stands in its clause.
    """
    if any(rule.startswith(_BINDING) for rule in draft.rules):
        return False
    return any(draft.rules[0].startswith(g.idle) and (g.dated or not dated) for g in kinds)
