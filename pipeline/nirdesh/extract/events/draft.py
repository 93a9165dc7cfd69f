"""Drafts of events, the nouns that name them, and the word classes that they are read by."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache

from nirdesh.extract.clauses.lexis import fold, noun_keys, table
from nirdesh.extract.clauses.words import Word
from nirdesh.mentions import EventKind, Span

_PARTS = ("chair", "chief_guests", "speakers", "conveners", "attendees")


@dataclass(slots=True)
class Draft:
    """An event as far as it is known: its name, time and place, and who takes which part."""

    kind: EventKind
    head: str
    name: Span
    evidence: Span
    when: tuple[int, ...]
    regions: tuple[str, ...]
    planned: bool
    people: dict[str, list[str]] = field(default_factory=lambda: {part: [] for part in _PARTS})

    def add(self, part: str, ids: tuple[str, ...]) -> None:
        """Add people to a part, once each."""
        for person in ids:
            if person not in self.people[part]:
                self.people[part].append(person)


@lru_cache(maxsize=1)
def kinds() -> dict[str, EventKind]:
    """Folded event noun -> kind.

    Example:
        >>> kinds()["बैठक"]
        'meeting'
    """
    return {fold(n): kind for kind, nouns in table("events/events.toml")["kinds"].items() for n in nouns}


def kind_of(word: Word) -> tuple[str, EventKind] | None:
    """Event noun and kind of a word, or None."""
    return _kind_of(word.text)


@lru_cache(maxsize=4096)
def _kind_of(text: str) -> tuple[str, EventKind] | None:
    keys = noun_keys(text)
    return next(((noun, kind) for noun, kind in kinds().items() if noun in keys), None)


@cache
def words(name: str) -> frozenset[str]:
    """Folded word class ``name`` of the events file.

    Example:
        >>> "में" in words("locative")
        True
    """
    return frozenset(fold(w) for w in table("events/events.toml")["words"][name])


@cache
def part(name: str) -> frozenset[str]:
    """Folded words that give people the part ``name``."""
    return frozenset(fold(w) for w in table("events/events.toml")["roles"][name])


@lru_cache(maxsize=1)
def held_kinds() -> frozenset[str]:
    """Kinds whose mere mention with a place, chair or speaker is an event of the report."""
    return frozenset(table("events/events.toml")["held"]["kinds"])


@lru_cache(maxsize=1)
def held_verbs() -> frozenset[str]:
    """Folded words by which an event takes place."""
    return frozenset(fold(v) for v in table("events/events.toml")["held"]["verbs"])
