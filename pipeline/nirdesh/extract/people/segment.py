"""Split a run of name words without commas into persons (अनीता गुप्ता पवन प्रताप सिंह …).

A Viterbi search over first, middle*, last; word counts come from ``lexicon/data/names``. A word that
no list has gets the share of its last letters among first and last names.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from nirdesh.extract.words import is_initial
from nirdesh.lexicon.files import toml
from nirdesh.lexicon.keys import fold
from nirdesh.lexicon.names import NO_COUNTS, name_counts

_STATES: Final = ("first", "middle", "last")
_SMOOTH: Final = 0.5
_TAIL: Final = 2
_TAIL_WEIGHT: Final = 3.0
_INITIAL: Final = (math.log(0.02), math.log(0.01), math.log(1e-6))
_BLEED: Final = 0.08  # a first name may stand in the middle (मोहम्मद इरफान खान)


@dataclass(frozen=True, slots=True)
class _Model:
    totals: dict[str, float]
    tails: dict[str, dict[str, float]]
    tail_totals: dict[str, float]
    shape: dict[str, dict[str, float]]


@lru_cache(maxsize=1)
def _model() -> _Model:
    totals: Counter[str] = Counter()
    tails: dict[str, Counter[str]] = {state: Counter() for state in _STATES}
    for key, counts in name_counts().items():
        for state, count in zip(_STATES, (counts.first, counts.middle, counts.last), strict=True):
            totals[state] += count
            if count:
                tails[state][key[-_TAIL:]] += 1
    shape = {
        source: {target: math.log(value) for target, value in row.items()}
        for source, row in toml("names", "segmenter.toml").items()
        if isinstance(row, dict)
    }
    return _Model(
        dict(totals),
        {state: dict(counter) for state, counter in tails.items()},
        {state: float(sum(counter.values())) for state, counter in tails.items()},
        shape,
    )


def initials(text: str) -> bool:
    """Whether a word is one or more letter names (आर, डीके, आरसी).

    Example:
        >>> initials("डीके"), initials("राम")
        (True, False)
    """
    return is_initial(text) or _letter_names(text.replace(".", ""))


@lru_cache(maxsize=4096)
def _letter_names(text: str) -> bool:
    """Whether the word is a chain of names of Latin letters (एसके, आरसी)."""
    letters = _letters()
    return text in letters or (
        text.startswith(letters)
        and any(text.startswith(letter) and _letter_names(text[len(letter) :]) for letter in letters)
    )


@lru_cache(maxsize=1)
def _letters() -> tuple[str, ...]:
    latin = toml("names", "latin.toml")
    return (*latin["letters"], *latin["letter_spellings"])


@lru_cache(maxsize=16384)
def name_odds(key: str) -> tuple[float, float, float]:
    """Log probability of the word as first, middle and last name."""
    if initials(key):
        return _INITIAL
    model = _model()
    counts = name_counts().get(key, NO_COUNTS)
    scores = []
    for state, seen in zip(_STATES, (counts.first, counts.middle, counts.last), strict=True):
        count = float(seen)
        if state == "middle":
            count += _BLEED * counts.first
        tail = (model.tails[state].get(key[-_TAIL:], 0) + _SMOOTH) / (model.tail_totals[state] + 100)
        unseen = _TAIL_WEIGHT if state != "middle" else _TAIL_WEIGHT / 6
        scores.append(math.log((count + unseen * tail * 10) / (model.totals[state] + 1000)))
    return scores[0], scores[1], scores[2]


def segment(words: Sequence[str]) -> list[tuple[int, int]]:
    """Most probable division of a run of name words.

    Args:
        words: The words of the run, honorifics removed.

    Returns:
        Half-open ranges of word indices, one per person, in order.

    Example:
        >>> segment("कमला देवी राजेश कुमार वर्मा सलीम अंसारी".split())
        [(0, 2), (2, 5), (5, 7)]
    """
    if not words:
        return []
    shape = _model().shape
    best: list[dict[str, tuple[float, str]]] = []
    for index, word in enumerate(words):
        emission = dict(zip(_STATES, name_odds(fold(word)), strict=True))
        column: dict[str, tuple[float, str]] = {}
        for state in _STATES:
            options = (
                [
                    (
                        shape["start"][state] + _closed(best[index - 1], shape)[0]
                        if index
                        else shape["start"][state],
                        "start",
                    )
                ]
                if state in shape["start"]
                else []
            )
            if index:
                options += [
                    (score + shape[source][state], source)
                    for source, (score, _) in best[index - 1].items()
                    if state in shape[source]
                ]
            if options:
                score, source = max(options)
                column[state] = (score + emission[state], source)
        best.append(column)
    return _trace(best, shape)


def _closed(column: dict[str, tuple[float, str]], shape: dict[str, dict[str, float]]) -> tuple[float, str]:
    """Best score with the person closed after this column, and the state it ends in."""
    return max((score + shape[state]["end"], state) for state, (score, _) in column.items())


def _trace(
    best: list[dict[str, tuple[float, str]]], shape: dict[str, dict[str, float]]
) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    index, end = len(best) - 1, len(best)
    state = _closed(best[index], shape)[1]
    while index >= 0:
        source = best[index][state][1]
        if source == "start":
            ranges.append((index, end))
            end = index
            index -= 1
            if index >= 0:
                state = _closed(best[index], shape)[1]
        else:
            state = source
            index -= 1
    return ranges[::-1]
