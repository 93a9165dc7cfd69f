"""A nickname in quotation marks between the first name and the surname: गोपाल “नेताजी” वर्मा."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import Final

import regex

from nirdesh.extract.lexis import first_like, name_share, place_like, surname_like, unknown
from nirdesh.extract.people.ends import follows_name
from nirdesh.extract.people.runs import Marks, NameHit, namey
from nirdesh.extract.words import Word

_INNER: Final = regex.compile(r" ?['\"‘’“”]([\p{L}\p{M}]{2,})['\"‘’“”] (?=[\p{L}])")
_SHARE = 0.5


def with_surnames(text: str, marks: Marks, hits: list[NameHit]) -> list[NameHit]:
    """The names with the nickname and the surname that follow the first name.

    Args:
        text: The text, which holds the quotation marks.
        marks: Its words with what they are already.
        hits: The names found so far, in order.
    """
    starts: list[int] | None = None
    for found in _INNER.finditer(text):
        starts = starts or [word.start for word in marks.words]
        nick = bisect_left(starts, found.start(1))
        if nick < 1 or nick + 1 >= len(starts) or marks.words[nick].start != found.start(1):
            continue
        if marks.words[nick - 1].end != found.start() or not _surname(marks, nick + 1):
            continue
        before = next((hit for hit in hits if hit.last == nick), None) or _first(marks, nick - 1)
        if before is None:
            continue
        last = nick + 2
        kept = [h for h in hits if h.last <= before.first or h.first >= last]
        whole = replace(before, last=last, outer_last=last)
        hits = sorted([*kept, whole], key=lambda hit: hit.first)
    return hits


def _surname(marks: Marks, index: int) -> bool:
    """Whether the word behind the nickname ends the name."""
    words = marks.words
    key = words[index].key
    if marks.label[index] or not namey(marks, index) or place_like(key):
        return False
    known = surname_like(key) and not first_like(key)
    return known or ((surname_like(key) or unknown(key)) and follows_name(words, index + 1))


def _first(marks: Marks, index: int) -> NameHit | None:
    """The first name before the nickname, where nothing has taken it for a name yet."""
    word: Word = marks.words[index]
    alone = index == 0 or not namey(marks, index - 1) or marks.words[index - 1].gap != "space"
    named = first_like(word.key) and name_share(word.key) >= _SHARE and not marks.label[index]
    if not alone or not named:
        return None
    return NameHit(index, index + 1, index, index + 1, False, None, "lists")
