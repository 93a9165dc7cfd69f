"""Matching keys: the same string for the spellings that Hindi writers use for one word (``keys.toml``)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from nirdesh.text import characters
from nirdesh.text.alignment import Aligned, Edit
from nirdesh.text.data import table

_MAX_ROUNDS = 4


class _Folds(NamedTuple):
    translate: dict[int, str]
    chars: re.Pattern[str]
    ids: dict[str, str]
    rules: tuple[tuple[str, re.Pattern[str], str], ...]


@cache
def _folds() -> _Folds:
    data = table("keys.toml")
    pairs = {c: to for row in data["fold"] for c, to in row["map"].items()}
    ids = {c: row["id"] for row in data["fold"] for c in row["map"]}
    rules = tuple((r["id"], re.compile(r["find"]), r["to"]) for r in data["rule"])
    chars = re.compile("[" + "".join(pairs) + "]")
    return _Folds({ord(c): to for c, to in pairs.items()}, chars, ids, rules)


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """The matching key of a word or phrase; see :func:`nirdesh.text.normalise.key`."""
    f = _folds()
    text = characters.plain(text)
    for _ in range(_MAX_ROUNDS):
        before = text
        text = text.translate(f.translate)
        for _, pattern, to in f.rules:
            text = pattern.sub(to, text)
        text = unicodedata.normalize("NFC", text.casefold()).strip()
        if text == before:
            break
    return text


def fold(a: Aligned) -> Aligned:
    """Fold an aligned text to its key, keeping the way back; blanks at the ends go too."""
    for _ in range(_MAX_ROUNDS):
        before = a.text
        a = _fold_once(a)
        if a.text == before:
            break
    return a


def _fold_once(a: Aligned) -> Aligned:
    f = _folds()
    a = a.then(
        [Edit(m.start(), m.end(), f.translate[ord(m[0])], f.ids[m[0]]) for m in f.chars.finditer(a.text)]
    )
    for rule, pattern, to in f.rules:
        a = a.then([Edit(m.start(), m.end(), to, rule) for m in pattern.finditer(a.text) if m[0] != to])
    cases = ((i, char.casefold()) for i, char in enumerate(a.text))
    a = a.then([Edit(i, i + 1, low, "case") for i, low in cases if low != a.text[i]])
    a = characters.compose(a)
    text = a.text
    head, tail = len(text) - len(text.lstrip()), len(text.rstrip())
    ends = [Edit(0, head, "", "space")] if head else []
    if head < tail < len(text):
        ends.append(Edit(tail, len(text), "", "space"))
    return a.then(ends)
