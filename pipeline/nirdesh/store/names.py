"""When two names of different reports are taken for one: keys of entities and places.

A key of a person is its Latin spelling with the usual choices made alike, so the script does not matter. It
does not know that two people may have one name; linking across reports can put another function in its place.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from nirdesh.lexicon.skeleton import tidy
from nirdesh.store.aliases import body, name_key
from nirdesh.store.fold import form, spelled, words

Resolve = Callable[[str, str], str]
"""Kind and name to the key of an entity."""


def entity_key(kind: str, name: str) -> str:
    """Key of a person, organisation, office or group of addressees.

    Args:
        kind: ``person``, ``organisation``, ``office`` or ``group``.
        name: The name as a record gives it.

    Example:
        >>> entity_key("person", "अनूप गुप्ता") == entity_key("person", "Anoop Gupta")
        True
        >>> entity_key("office", "मुख्य सचिव")
        'मुख्य सचिव'
    """
    if kind == "person":
        return " ".join(map(_sound, words(name))) or name
    return name_key(body(name) if kind == "organisation" else name)


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    return tidy(spelled(word)) or form(word)


@lru_cache(maxsize=65536)
def place_key(name: str, kind: str, lgd: str | None, wikidata: str | None, eci: str | None) -> str:
    """Key of a place: its official code where it has one, else its kind and name.

    Example:
        >>> place_key("हरदोई", "district", "160", None, None), place_key("बलिया", "city", None, None, None)
        ('district lgd 160', 'city बलिया')
    """
    for scheme, code in (("lgd", lgd), ("eci", eci), ("wikidata", wikidata)):
        if code:
            return f"{kind} {scheme} {code}"
    return f"{kind} {name_key(name)}"
