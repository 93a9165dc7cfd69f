"""Latin spelling of Hindi personal names by rule: schwa deletion, then plain letters, then exceptions.

Follows how newspapers and election rolls write such names (अनूप गुप्ता: Anup Gupta), not a scholarly scheme.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from nirdesh.lexicon.files import table, toml
from nirdesh.lexicon.keys import fold

_VIRAMA: Final = "्"


def latin(name: str) -> str:
    """Latin spelling of a name.

    Args:
        name: A name in Devanagari, words parted by blanks.

    Returns:
        Each word capitalised.

    Example:
        >>> latin("अनूप गुप्ता"), latin("महेंद्र प्रताप सिंह")
        ('Anup Gupta', 'Mahendra Pratap Singh')
        >>> latin("एस.पी. नौटियाल")
        'S.P. Nautiyal'
    """
    return " ".join(_dotted(word) for word in name.replace("-", " ").split())


def _dotted(word: str) -> str:
    """A word, or initials each with its full stop (एस.पी.: S.P.)."""
    if "." not in word:
        return _word(word)
    return "".join(f"{_word(part)}." for part in word.split(".") if part)


@lru_cache(maxsize=1)
def _exceptions() -> dict[str, str]:
    return {
        fold(form): row["latin"]
        for row in table("names", "latin-exceptions.tsv")
        for form in row["hi"].split(";")
    }


@lru_cache(maxsize=16384)
def _word(word: str) -> str:
    key = fold(word)
    known = _exceptions().get(key)
    if known is not None:
        return known
    units = _units(word)
    _delete_schwas(units)
    spelled = "".join(consonant + vowel for consonant, vowel in units)
    return spelled[:1].upper() + spelled[1:]


def _flaps(word: str) -> str:
    """ड़ and ढ़, which a key forgets, as letters of their own (गौड़: Gaur, लोढ़ा: Lorha)."""
    plain = unicodedata.normalize("NFD", word)
    return plain.replace("ड\u093c", "\u0931").replace("ढ\u093c", "\u0931्ह")


def _units(word: str) -> list[list[str]]:
    """Cut into [consonants, vowel] pairs; an inherent vowel is written ``A`` until schwas are deleted."""
    letters = toml("names", "latin.toml")
    units: list[list[str]] = []
    for char in fold(_flaps(word)):
        if char in letters["consonants"]:
            if units and units[-1][1] == _VIRAMA:
                units[-1][1] = ""
            units.append([letters["consonants"][char], "A"])
        elif char in letters["vowels"]:
            units.append(["", letters["vowels"][char]])
        elif char in letters["signs"] and units:
            units[-1][1] = letters["signs"][char]
        elif char == _VIRAMA and units:
            units[-1][1] = _VIRAMA
        elif char == "ं":
            units.append(["n", ""])
        elif not char.isspace():
            units.append([char if char.isascii() else "", ""])
    if units and units[-1][1] == _VIRAMA:
        units[-1][1] = ""
    return units


def _delete_schwas(units: list[list[str]]) -> None:
    """Drop a final schwa after one consonant and a schwa between two open syllables, from the right."""
    last = len(units) - 1
    if last > 0 and units[last][1] == "A":
        cluster = units[last - 1][1] == "" and units[last - 1][0] not in ("", "n")
        units[last][1] = "A" if cluster and units[last][0] in ("y", "r", "v", "n", "m") else ""
        if units[last - 1][1] == "" and units[last][0] == "r":
            units[last][1] = "A"
    for index in range(last - 1, 0, -1):
        open_before = units[index - 1][1] not in ("", _VIRAMA)
        open_after = units[index + 1][1] != "" and units[index + 1][0] != ""
        if units[index][1] == "A" and units[index][0] and open_before and open_after:
            units[index][1] = ""
    for unit in units:
        unit[1] = unit[1].replace("A", "a")
