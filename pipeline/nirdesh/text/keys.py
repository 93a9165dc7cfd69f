"""Matching keys: the same string for the spellings that Hindi writers use for one word (``keys.toml``)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from nirdesh.text import characters
from nirdesh.text.alignment import Aligned, Edit
from nirdesh.text.data import table


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


def key(text: str) -> str:
    """The matching key of a word or phrase; see :func:`nirdesh.text.normalise.key`."""
    f = _folds()
    text = characters.plain(text)
    text = text.translate(f.translate)
    for _, pattern, to in f.rules:
        text = pattern.sub(to, text)
    return unicodedata.normalize("NFC", text.casefold()).strip()


def fold(a: Aligned) -> Aligned:
    """Fold an aligned text to its key, keeping the way back; blanks at the ends go too."""
    f = _folds()
    a = a.then(
        [Edit(m.start(), m.end(), f.translate[ord(m[0])], f.ids[m[0]]) for m in f.chars.finditer(a.text)]
    )
    for rule, pattern, to in f.rules:
        a = a.then([Edit(m.start(), m.end(), to, rule) for m in pattern.finditer(a.text) if m[0] != to])
    edits = []
    for i, char in enumerate(a.text):
        low = char.casefold()
        if low != char:
            edits.append(Edit(i, i + 1, low, "case"))
    a = characters.compose(a.then(edits))
    text = a.text
    head, tail = len(text) - len(text.lstrip()), len(text.rstrip())
    ends = [Edit(0, head, "", "space")] if head else []
    if head < tail < len(text):
        ends.append(Edit(tail, len(text), "", "space"))
    return a.then(ends)
