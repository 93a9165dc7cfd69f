"""Titles written as letter names, and the initials of names that look like them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from nirdesh.extract.lexis import closed, first_like, name_share, place_like, surname_like, unknown
from nirdesh.extract.words import Word, is_initial
from nirdesh.lexicon.files import toml
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.organisations import names
from nirdesh.lexicon.posts import post_grammar

if TYPE_CHECKING:
    from nirdesh.extract.people.posts import PostSpan

_HALF = 0.5


@lru_cache(maxsize=2048)
def spelt_out(text: str) -> bool:
    """Whether a word is three or more letter names in a row."""
    return bool(_pattern().fullmatch(text))


@lru_cache(maxsize=1)
def _pattern() -> regex.Pattern[str]:
    letters = sorted(toml("names", "latin.toml")["letters"], key=len, reverse=True)
    return regex.compile(f"(?:{'|'.join(letters)}){{3,6}}")


def _bears(words: list[Word], span: PostSpan, ends: set[int]) -> bool:
    """Whether the rest of a name follows two letters: a surname, or any name after a title and dots."""
    after = words[span.last].key
    if surname_like(after):
        return True
    return span.first in ends and "." in words[span.first].text and name_share(after) >= _HALF


def initial_titles(words: list[Word], found: list[PostSpan]) -> list[PostSpan]:
    """Titles of two letters that begin a name: जिलाध्यक्ष एसपी सिंह, डॉ. एम.डी. शर्मा, and once so, always so."""
    ends = {span.last for span in found}
    options: dict[str, list[PostSpan]] = {}
    led: set[str] = set()
    for span in found:
        text = "".join(word.key for word in words[span.first : span.last])
        if text not in post_grammar().initials or span.last >= len(words):
            continue
        if words[span.last - 1].gap != "space" or not _bears(words, span, ends):
            continue
        bearer = f"{text} {words[span.last].key}"
        options.setdefault(bearer, []).append(span)
        before = words[span.first - 1] if span.first else None
        if before is None or before.gap not in ("space", "bracket"):
            continue
        field = span.first - 1 in ends and ((before.key,) in names() or before.key in post_grammar().prefixes)
        if before.key in honorifics().before or (before.gap == "space" and (span.first in ends or field)):
            led.add(bearer)
    return [span for bearer in led for span in options[bearer]]


def spaced_initials(words: list[Word]) -> list[bool]:
    """Which words are initials written apart and without full stops, before a surname (एस के सिंह)."""
    found = [False] * len(words)
    first = 0
    while first < len(words):
        last = first
        while last < len(words) and is_initial(words[last].text) and not words[last].dotted:
            last += 1
            if words[last - 1].gap != "space":
                break
        if last > first and _links(words, first):
            first += 1
        if last - first in (2, 3) and last < len(words) and words[last - 1].gap == "space":
            after = words[last].key
            found[first:last] = [surname_like(after) or (not first_like(after) and _rare(after))] * (
                last - first
            )
        first = max(last, first + 1)
    return found


def _links(words: list[Word], index: int) -> bool:
    """Whether a letter is a conjunction or a case of the word before (राम व एस के सिंह)."""
    key = words[index].key
    if key in closed("conjunctions"):
        return True
    return key in closed("postpositions") and index > 0 and words[index - 1].gap == "space"


def _rare(key: str) -> bool:
    """Whether a word may be a surname though no list has it."""
    barred = ("postpositions", "conjunctions", "ends", "verbs")
    return unknown(key) and not place_like(key) and not any(key in closed(name) for name in barred)
