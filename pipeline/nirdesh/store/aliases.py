"""Other names of bodies, posts and places, by which people ask for them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from nirdesh.lexicon.files import table, toml
from nirdesh.lexicon.gazetteer import gazetteer
from nirdesh.lexicon.keys import fold_name
from nirdesh.store.fold import form, words

Names = dict[str, tuple[str, ...]]
_LEAST: Final = 2


def name_key(name: str) -> str:
    """A name with its spelling variants folded together."""
    return " ".join(form(word) for word in words(name)) or name


def body(name: str) -> str:
    """The full name of a party or body that has several, else the name itself.

    Example:
        >>> body("भाजपा"), body("ग्राम सभा")
        ('भारतीय जनता पार्टी', 'ग्राम सभा')
    """
    return _full_names().get(name_key(name), name)


def other_names(kind: str, name: str) -> str:
    """Other names of an entity, in one string; empty where none is known.

    Example:
        >>> "BJP" in other_names("organisation", "भाजपा"), "डीएम" in other_names("office", "जिलाधिकारी")
        (True, True)
    """
    if kind == "organisation":
        return "; ".join(_bodies().get(name_key(body(name)), ()))
    if kind == "office":
        return "; ".join(_posts().get(name_key(name), ()))
    return ""


def place_names(name: str, identity: str | None = None) -> str:
    """Latin spellings of a place's name, and its other names where it is known which place it is.

    Args:
        name: The name in Devanagari.
        identity: Id of the place in the gazetteer.

    Example:
        >>> place_names("लखनऊ")
        'Lucknow'
    """
    known = _places()
    same = [known[place.id][1] for place in gazetteer().by_key.get(fold_name(name), ())]
    own = known[identity] if identity else ("", "")
    return "; ".join(dict.fromkeys(part for part in (*own, *same) if part))


@lru_cache(maxsize=8192)
def initials(word: str) -> str | None:
    """The Latin letters that a Hindi abbreviation spells out.

    Example:
        >>> initials("डीएम"), initials("सीडीओ"), initials("दीदी")
        ('dm', 'cdo', None)
    """
    letters, pattern = _letters()
    found = pattern.findall(word)
    if len(found) < _LEAST or "".join(found) != word:
        return None
    return "".join(letters[part] for part in found)


@lru_cache(maxsize=1)
def _letters() -> tuple[dict[str, str], re.Pattern[str]]:
    letters: dict[str, str] = toml("search", "words.toml")["letters"]
    return letters, re.compile("|".join(letters))


@lru_cache(maxsize=1)
def _bodies() -> Names:
    latin = {name_key(row["name"]): row["aliases"] for row in table("search", "aliases.tsv")}
    found: Names = {}
    for row in table("organisations", "organisations.tsv"):
        key = name_key(row["name"])
        given = (row["name"], *row["aliases"].split(";"), *latin.get(key, "").split(";"))
        found[key] = tuple(dict.fromkeys(name for name in given if name))
    for row in table("search", "aliases.tsv"):
        found.setdefault(name_key(row["name"]), (row["name"], *row["aliases"].split(";")))
    return found


@lru_cache(maxsize=1)
def _full_names() -> dict[str, str]:
    return {name_key(name): names[0] for names in reversed(_bodies().values()) for name in names}


@lru_cache(maxsize=1)
def _posts() -> Names:
    found: Names = {}
    for row in table("posts", "posts.tsv"):
        names = tuple(name for name in (row["title"], *row["variants"].split(";"), row["en"]) if name)
        for name in names:
            found.setdefault(name_key(name), names)
    return found


@lru_cache(maxsize=1)
def _places() -> dict[str, tuple[str, str]]:
    rows = table("gazetteer", "gazetteer.tsv.gz")
    return {row["id"]: ("; ".join(row["aliases"].split(";")), row["en"]) for row in rows}
