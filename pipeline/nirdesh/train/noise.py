"""The noise of real text, made on purpose: for training on it and for measuring how much it costs."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import lru_cache

import regex

from nirdesh.lexicon.files import toml

_DIGITS = str.maketrans(
    {**{str(d): chr(0x966 + d) for d in range(10)}, **{chr(0x966 + d): str(d) for d in range(10)}}
)


@lru_cache(maxsize=1)
def rules() -> tuple[tuple[str, regex.Pattern[str], str], ...]:
    """Id, pattern and replacement of each rule of ``noise.toml``."""
    return tuple(
        (r["id"], regex.compile(r["pattern"]), r["new"]) for r in toml("analyse", "noise.toml")["rule"]
    )


def damaged(word: str, rng: random.Random) -> str:
    """The word after one rule that fits it, or the other digits; unchanged where none fits."""
    if word.isdecimal():
        return word.translate(_DIGITS)
    fitting = [(pattern, new) for _, pattern, new in rules() if pattern.search(word)]
    if not fitting:
        return word
    pattern, new = rng.choice(fitting)
    return str(pattern.sub(new, word, count=1))


def noisy(words: Sequence[str], rng: random.Random, share: float) -> list[str]:
    """The sentence with about ``share`` of its words damaged and its last danda changed.

    It has as many words as before: a danda left out becomes an empty string, which the caller drops.

    Example:
        >>> noisy(["१२", "लोग"], random.Random(1), 1.0)
        ['12', 'लोग']
    """
    changed = [damaged(word, rng) if rng.random() < share else word for word in words]
    if changed and changed[-1] == "।":
        changed[-1] = rng.choice(toml("analyse", "noise.toml")["danda"])
    return changed
