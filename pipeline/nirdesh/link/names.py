"""Names of people compared by sound, whichever script they are written in."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import regex

from nirdesh.lexicon.keys import fold
from nirdesh.lexicon.latin import latin
from nirdesh.lexicon.names import honorifics, name_counts
from nirdesh.lexicon.skeleton import likeness, skeleton, tidy

Agreement = Literal["same", "middle", "initials", "surname"]
_WORD = regex.compile(r"[\p{L}\p{M}\u200c\u200d]+")
_DEVANAGARI = regex.compile(r"\p{Script=Devanagari}")
_ALIKE = 0.84
_COMMON = 40  # how often a word stands in the name lists before it is common


@lru_cache(maxsize=8192)
def name_words(name: str) -> tuple[str, ...]:
    """Latin words of a name in either script, honorifics off.

    Example:
        >>> name_words("श्री अनूप गुप्ता"), name_words("Anoop Gupta")
        (('anup', 'gupta'), ('anup', 'gupta'))
    """
    skip = honorifics().before | honorifics().after
    kept = [word for word in name.split() if fold(word.rstrip(".")) not in skip]
    spelled = (latin(word) if _DEVANAGARI.search(word) else word for word in kept)
    parts = (tidy(part) for word in spelled for part in _WORD.findall(word))
    return tuple(part for part in parts if part)


@lru_cache(maxsize=262144)
def _word_alike(one: str, other: str) -> bool:
    if one == other:
        return True
    same = skeleton(one).replace("b", "v") == skeleton(other).replace("b", "v")
    one, other = one.replace("v", "b"), other.replace("v", "b")
    bones = same or skeleton(one) == skeleton(other)
    return bones and one[:1] == other[:1] and likeness(one, other, _ALIKE) > 0


def _fits_initial(short: str, word: str) -> bool:
    return len(short) <= 2 and word.startswith(short[0])


def alike(one: str, other: str) -> Agreement | None:
    """How two names agree, or None.

    Example:
        >>> alike("ऋषि शर्मा", "Rishi Sharma"), alike("राम कुमार वर्मा", "राम वर्मा"), alike("वर्मा", "राम वर्मा")
        ('same', 'middle', 'surname')
        >>> alike("आर.के. वर्मा", "राम कुमार वर्मा"), alike("राम वर्मा", "श्याम वर्मा")
        ('initials', None)
    """
    a, b = sorted((name_words(one), name_words(other)), key=len)
    if not a:
        return None
    if "".join(a) == "".join(b) or (len(a) == len(b) and all(map(_word_alike, a, b))):
        return "same"
    if not _word_alike(a[-1], b[-1]) and not (len(a) == 1 and _word_alike(a[0], b[0])):
        return None
    if len(a) == 1:
        return "surname"
    if len(a) == len(b) and all(
        _word_alike(x, y) or _fits_initial(x, y) or _fits_initial(y, x) for x, y in zip(a, b, strict=True)
    ):
        return "initials"
    rest = iter(b)
    return "middle" if all(any(_word_alike(x, y) for y in rest) for x in a) else None


def commonness(name: str) -> float:
    """Share of a name's words that many people have.

    Example:
        >>> commonness("राम कुमार") > commonness("तेंजिन लामो")
        True
    """
    counts = name_counts()
    keys = [fold(word) for word in _WORD.findall(name)]
    known = [sum(counts[key][:3]) if key in counts else 0 for key in keys]
    return sum(number >= _COMMON for number in known) / max(1, len(known))
