"""Sound skeletons that Devanagari and Latin spellings of an Indian place name share (झंझारपुर, Jhanjharpur).

The official lists of blocks, tehsils and towns have Latin names only. A skeleton keeps the consonants on
which all romanisations agree; whether two names with one skeleton really agree is judged by ``likeness``.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

_SPELLINGS: Final = (
    ("aa", "a"), ("ee", "i"), ("oo", "u"), ("w", "v"), ("ck", "k"), ("z", "j"), ("q", "k"), ("x", "ks"),
    ("ph", "f"), ("ao", "av"), ("eo", "ev"), ("ia", "iya"), ("ua", "uva"),
)  # fmt: skip
_LATIN: Final = re.compile("[^a-z]")
_DOUBLE: Final = re.compile(r"(.)\1+")
_AFFRICATE: Final = re.compile("ch+")
_SOFT: Final = re.compile("[hvyaeiou]")
# What a spelling has, so that it may match; the match; what it becomes.
_VOWELS: Final = (
    ("ay", re.compile("aya?(?![aeiou])"), "ai"),
    ("avn", re.compile("avn(?![aeiou])"), "anv"),
    ("ah", re.compile("(?<=a)h$"), ""),
    ("u", re.compile("au|ou"), "o"),
    ("ai", re.compile("ai"), "e"),
    ("h", re.compile("[ei](?=h)"), "a"),
    ("e", re.compile("(?<=[^aeiou])e$"), ""),
    ("singh", re.compile("singh"), "sinh"),
)


@lru_cache(maxsize=4096)
def tidy(name: str) -> str:
    """Letters of a Latin name with the usual choices of spelling made alike.

    Example:
        >>> tidy("Poonch") == tidy("Punch")
        True
    """
    text: str = _LATIN.sub("", name.lower())
    for old, new in _SPELLINGS:
        text = text.replace(old, new)
    return str(_DOUBLE.sub(r"\1", text))


def skeleton(name: str) -> str:
    """Consonants of a Latin name without aspiration, glides, final nasals and doubling.

    Example:
        >>> skeleton("Rajnandgaon") == skeleton("Rajnandganv")
        True
    """
    text = tidy(name)
    head = "A" if text[:1] in tuple("aeiou") else ""
    head += "h" if text[:1] == "h" else ""
    text = _AFFRICATE.sub("C", text).replace("sh", "s").replace("c", "k").replace("f", "p")
    text = _SOFT.sub("", text).replace("m", "n")
    return head + str(_DOUBLE.sub(r"\1", text.rstrip("n") or text))


@lru_cache(maxsize=16384)
def _sounds(name: str) -> str:
    """The tidy name with vowels that romanisations mix up made alike (Sanchaur, Sanchore)."""
    text = tidy(name)
    for needed, pattern, replacement in _VOWELS:
        if needed in text:
            text = pattern.sub(replacement, text)
    return text


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common, in whatever order."""
    count = 0
    for letter in set(one):
        a, b = one.count(letter), other.count(letter)
        count += a if a < b else b
    return count


def likeness(one: str, other: str, floor: float = 0.0) -> float:
    """How alike two Latin names are, 0 to 1; 0 as soon as they cannot reach ``floor``.

    Example:
        >>> likeness("Bilhaur", "Bilhaur"), likeness("Bilhaur", "Balhara", 0.9)
        (1.0, 0.0)
        >>> likeness("Sanchaur", "Sanchore", 0.9), likeness("Soranv", "Soraon"), likeness("Rahli", "Rehli")
        (1.0, 1.0, 1.0)
    """
    a, b = _sounds(one), _sounds(other)
    if a == b:
        return 1.0
    length = len(a) + len(b)
    if 2 * min(len(a), len(b)) / length < floor:
        return 0.0
    if 2 * _shared(a, b) / length < floor:
        return 0.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()
