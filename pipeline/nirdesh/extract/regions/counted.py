"""Counted classes of regions (सभी 52 विधानसभाओं, एक लाख 41 हजार बूथों)."""

from __future__ import annotations

from functools import lru_cache

from nirdesh.extract.lexis import closed
from nirdesh.extract.regions.beside import neighbour
from nirdesh.extract.regions.hits import Hit, kind_word_at
from nirdesh.extract.words import Word
from nirdesh.lexicon.files import toml
from nirdesh.lexicon.gazetteer import KindWord, cue
from nirdesh.lexicon.keys import fold
from nirdesh.lexicon.posts import post_words
from nirdesh.lexicon.quantity import number_words, quantity
from nirdesh.mentions import RegionKind

_LONGEST_NUMBER = 6
_SEATS = ("assembly_constituency", "parliamentary_constituency")
_YEAR = 4  # figures of a year


@lru_cache(maxsize=8)
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in toml("gazetteer", "kinds.toml")["count"][name])


@lru_cache(maxsize=1)
def together() -> dict[str, int]:
    """Words for so many together and their numbers (तीनों)."""
    pairs = (entry.split("=") for entry in toml("gazetteer", "kinds.toml")["count"]["numbers"])
    return {fold(word): int(value) for word, value in pairs}


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """Words that a number may begin with, figures apart."""
    return number_words() | together().keys()


def counted_hits(words: list[Word], *, party: bool) -> list[Hit]:
    """Every number (or सभी with a number) before the plural of a type word."""
    hits: list[Hit] = []
    index = 0
    openers = _openers()
    while index < len(words):
        if words[index].key not in openers and not words[index].key.isdecimal():
            index += 1
            continue
        value, used = quantity([word.key for word in words[index : index + _LONGEST_NUMBER]])
        if not used and words[index].key in together():
            value, used = together()[words[index].key], 1
        if not used or any(word.gap != "space" for word in words[index : index + used]):
            index += 1
            continue
        hit = _class_after(words, index, index + used, value, party=party)
        if hit is not None:
            hits.append(hit)
        index += used
    return hits


def _class_after(words: list[Word], first: int, index: int, value: int, *, party: bool) -> Hit | None:
    while index < len(words) and words[index].key in _words("between") and words[index].gap == "space":
        index += 1
    match = _plural_at(words, index, party=party)
    if match is None or value < 2 or _year(words, first) or _of_them(words, first):
        return None
    if first > 1 and words[first - 1].key in _words("or") and words[first - 2].key in _openers():
        return None  # एक या दो राज्य
    after = neighbour(words, match[1] - 1, 1)
    if after is not None and after.key in post_words():
        return None
    kind, last = match
    start = first
    if start > 0 and words[start - 1].gap == "space":
        before = words[start - 1].key
        if before in closed("demonstrative"):
            return None
        if before in _words("kept"):
            start -= 1
    if start == first and value < 3 and kind in ("village", "city", "other", "block"):
        return None
    if words[first].key in together() and kind not in _SEATS and not _of_larger(words, first):
        return None
    return Hit(start, last, start, last, kind, (), "counted", count=value)


def _of_larger(words: list[Word], first: int) -> bool:
    """जिले की छहों पंचायत समितियों, संभाग के तीनों जिलों: all that a larger region has."""
    before = neighbour(words, first, -1)
    larger = neighbour(words, first - 1, -1)
    return (
        before is not None
        and before.key in closed("genitive")
        and larger is not None
        and kind_word_at(words, first - 2) is not None
    )


def _of_them(words: list[Word], first: int) -> bool:
    """21 में से नौ पंचायतों: some of a class are none."""
    before, led = neighbour(words, first, -1), neighbour(words, first - 1, -1)
    some = before is not None and before.key in closed("from_mark")
    return some and led is not None and led.key in closed("inside")


def _year(words: list[Word], index: int) -> bool:
    """04 सितम्बर 2025 पंचायत समिति …: a year after a month counts nothing."""
    before = neighbour(words, index, -1)
    return before is not None and before.key in cue("months") and len(words[index].key) == _YEAR


def _plural_at(words: list[Word], index: int, *, party: bool) -> tuple[RegionKind, int] | None:
    if index >= len(words):
        return None
    match: tuple[KindWord, int] | None = kind_word_at(words, index)
    if match is not None and match[0].party:
        spoken = {word.key for word in words}
        if not party and not spoken & cue("elections"):
            return None
        wards = spoken & cue("councils") and not spoken & cue("seats")
        return ("ward" if wards else match[0].kind), match[1]
    if match is not None and (match[0].kind != "other" or match[0].plural):
        return match[0].kind, match[1]
    if party and words[index].key in _words("party_region"):
        return "party_region", index + 1
    if party and words[index].key in _words("party_unit"):
        return "party_unit", index + 1
    return None
