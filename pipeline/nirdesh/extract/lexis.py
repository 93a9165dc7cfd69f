"""What single words look like to the entity rules: common words, name parts, place names, closed classes."""

from __future__ import annotations

from functools import lru_cache

from nirdesh.lexicon.files import toml
from nirdesh.lexicon.gazetteer import cue, gazetteer, villages
from nirdesh.lexicon.keys import fold
from nirdesh.lexicon.names import NO_COUNTS, name_counts, second_parts, surnames

_RARE = 2
_COMPOSED = 0.9  # share of name uses of a word that is built like a first name


@lru_cache(maxsize=256)
def closed(*names: str) -> frozenset[str]:
    """Keys of a closed word class of ``closed.toml``, or of several together.

    Example:
        >>> fold("ने") in closed("postpositions")
        True
    """
    return frozenset(fold(word) for name in names for word in toml("names", "closed.toml")[name])


@lru_cache(maxsize=16384)
def name_share(key: str) -> float:
    """Share of the word's uses that are parts of personal names; 0.5 for a word no source has.

    Election lists are far larger than the corpora that show other uses, so their counts enter as a logarithm.
    """
    counts = name_counts().get(key, NO_COUNTS)
    name, other = counts.name, counts.plain + counts.place
    if name + other == 0:
        return _COMPOSED if composed(key) else 0.5
    weight = min(float(name), 3.0 + name**0.5) if name else 0.0
    return weight / (weight + other)


@lru_cache(maxsize=16384)
def common(key: str) -> bool:
    """Whether the word is an ordinary word of the language rather than a name.

    Example:
        >>> common(fold("बैठक")), common(fold("सुरेश"))
        (True, False)
    """
    counts = name_counts().get(key, NO_COUNTS)
    return counts.plain > _RARE and counts.plain > 2 * (min(counts.name, 20) + counts.place)


def often(key: str) -> bool:
    """Whether texts have the ordinary word, not only a list; villages are called by rare ones too.

    Example:
        >>> often(fold("बैठक")), common(fold("रूहानियत")), often(fold("रूहानियत"))
        (True, True, False)
    """
    return common(key) and not name_counts()[key].listed


def unknown(key: str) -> bool:
    """Whether no source has the word."""
    return key not in name_counts()


def surname_like(key: str) -> bool:
    """Whether the word usually ends a name (गुप्ता, कुमार)."""
    counts = name_counts().get(key, NO_COUNTS)
    return (
        key in surnames() or key in second_parts() or counts.last > 20
    ) and counts.last + counts.middle > counts.first / 4


@lru_cache(maxsize=16384)
def first_like(key: str) -> bool:
    """Whether the word usually begins a name."""
    counts = name_counts().get(key, NO_COUNTS)
    return (counts.first >= 5 and counts.first * 4 >= counts.last) or composed(key)


@lru_cache(maxsize=16384)
def composed(key: str) -> bool:
    """Whether a word that no list has is built like a first name.

    Example:
        >>> composed(fold("हरकुंवरलाल")), composed(fold("फकरुद्दीन")), composed(fold("उपकेंद्र"))
        (True, True, False)
    """
    if key in name_counts() or key in gazetteer().by_key or key in villages():
        return False
    return key.endswith(_name_endings()) and any(
        key.endswith(ending)
        and len(key) > len(ending) + 2
        and not any(common(key[at:]) for at in range(1, len(key) - len(ending)))
        for ending in _name_endings()
    )


@lru_cache(maxsize=1)
def _name_endings() -> tuple[str, ...]:
    return tuple(closed("name_endings"))


@lru_cache(maxsize=16384)
def place_ending(key: str) -> bool:
    """Whether the word ends like the name of a place and is longer than the ending.

    Example:
        >>> place_ending(fold("हरिहरपुर")), place_ending(fold("सुरेश"))
        (True, False)
    """
    return key.endswith(_place_endings()) and any(
        key.endswith(ending) and len(key) > len(ending) + 1 for ending in _place_endings()
    )


@lru_cache(maxsize=1)
def _place_endings() -> tuple[str, ...]:
    return tuple(cue("strong"))


@lru_cache(maxsize=16384)
def place_like(key: str) -> bool:
    """Whether a list or the ending says that the word may name a place."""
    counts = name_counts().get(key, NO_COUNTS)
    return (
        place_ending(key)
        or key in gazetteer().by_key
        or (key in villages() and counts.other <= _RARE and key not in surnames() and counts.name < _RARE)
        or counts.place > counts.other + counts.name
    )


def may_continue(key: str) -> bool:
    """Whether an ordinary word goes on a name that has begun (संजय राय, कौशल राज, अमित भाई).

    Example:
        >>> may_continue(fold("राय")), may_continue(fold("बैठक"))
        (True, False)
    """
    if key not in surnames() and key not in second_parts():
        return False
    return not (key in closed("postpositions") or key in closed("conjunctions") or key in closed("verbs"))


def may_begin(key: str) -> bool:
    """Whether an ordinary word is also a usual first name (विकास, भगवान, प्रकाश)."""
    if name_counts().get(key, NO_COUNTS).first < 20 and key not in closed("first_too"):
        return False
    return not (key in closed("verbs") or key in closed("postpositions") or key in closed("conjunctions"))
