"""Classes of nouns that can act or be told: offices, bodies and the public."""

from __future__ import annotations

from functools import cache, lru_cache

from nirdesh.extract.clauses.lexis import fold, noun_keys, table
from nirdesh.extract.clauses.words import Word
from nirdesh.lexicon.keys import fold as title_key
from nirdesh.lexicon.posts import titles

_SHORTEST = 2  # letters of the shortest noun that compounds are made of


def actor_class(word: Word) -> str | None:
    """Whether a noun names an office, a body or the public; None for other words.

    The longest known ending decides, so that compounds count too (जिलाधिकारी, सफाईकर्मी).
    """
    return _actor_class(word.text, word.key)


_PLURALS = ("ियों", "ियां", "ों", "ओं")
# पदाधिकारीयों for पदाधिकारियों
_WRONG_PLURAL, _PLURAL = "ीयों", "ियों"


@lru_cache(maxsize=20_000)
def _actor_class(text: str, key: str) -> str | None:
    text, key = (w.replace(_WRONG_PLURAL, _PLURAL) for w in (text, key))
    if len(text) > 1 and "." in text:  # एस.डी.एम.
        text, key = text.replace(".", ""), key.replace(".", "")
    own = noun_keys(text)
    if not own.isdisjoint(actor_forms("things")):
        return None
    listed = _listed(own) or _listed(_bare(own))
    if listed:
        return listed
    singular = {key, *(own if key.endswith(_PLURALS) else ())}
    for name, endings in table("clauses/actors.toml")["endings"].items():
        for ending in endings:
            if len(key) > len(ending) + 1 and any(k.endswith(fold(ending)) for k in singular):
                return _TOLD.get(name, str(name))
    titles_held = {text, *(own if key.endswith(_PLURALS) else ())}
    return "office" if any(map(known_office, titles_held)) else None


# A trade can be told to act as an office can.
_TOLD = {"trade": "office"}


def _listed(keys: frozenset[str]) -> str | None:
    for name, nouns in _actor_table().items():
        if not keys.isdisjoint(nouns):
            return _TOLD.get(name, name)
    return None


def _bare(keys: frozenset[str]) -> frozenset[str]:
    """Nouns that compounds, collectives, women's nouns and English plurals are made of."""
    forms = table("clauses/actors.toml")["forms"]
    plural = forms["plural"]
    keys |= {k.removesuffix(plural) for k in keys if k.endswith(plural)}
    keys |= {k.removesuffix(fold(end)) for k in keys for end in forms["collectives"] if k.endswith(fold(end))}
    for woman, man in forms["feminine"]:
        keys |= {k.removesuffix(woman) + man for k in keys if k.endswith(woman)}
    keys |= {k.removeprefix(start) for k in keys for start in forms["prefixes"] if k.startswith(start)}
    return frozenset(k for k in keys if len(k) > _SHORTEST)


@cache
def weak_actors(name: str) -> frozenset[str]:
    """Folded ``bodies`` or ``people`` that act only where the words around them show it, and ``openers``."""
    return frozenset(fold(word) for word in table("clauses/actors.toml")["weak"][name])


@cache
def actor_forms(name: str) -> frozenset[str]:
    """Folded words of a list of the forms of actors."""
    return frozenset(fold(word) for word in table("clauses/actors.toml")["forms"][name])


def known_office(title: str) -> bool:
    """Whether a title of the table of posts is that of somebody in authority.

    Example:
        >>> known_office("कलेक्टर"), known_office("लेखक")
        (True, False)
    """
    known = titles().get(tuple(title_key(word) for word in title.split()))
    return known is not None and known.kind in _OFFICES


def serves_as(title: str) -> bool:
    """Whether a title is that of somebody whom a superior may bid: no elected one.

    Example:
        >>> serves_as("अधिशासी अभियंता"), serves_as("विधायक")
        (True, False)
    """
    known = titles().get(tuple(title_key(word) for word in title.split()))
    return known is not None and known.kind in ("admin", "police")


_OFFICES = ("admin", "police", "judicial", "elected")


@cache
def _actor_table() -> dict[str, frozenset[str]]:
    classes = table("clauses/actors.toml")["classes"]
    return {name: frozenset(fold(n) for n in nouns) for name, nouns in classes.items()}
