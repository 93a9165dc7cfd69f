"""Word list and character model, which decide doubtful repairs (``words.tsv.gz``, ``characters.tsv.gz``)."""

from __future__ import annotations

import math
from functools import cache

from nirdesh.text.data import rows
from nirdesh.text.keys import key

_ORDER = 4
_BACKOFF = math.log(0.4)
_FLOOR = math.log(1e-5)
EDGE = "^"


@cache
def counts() -> dict[str, int]:
    """How often each known word form was seen; do not change what it returns."""
    return {word: int(n) for word, n in rows("words.tsv.gz")}


@cache
def known() -> frozenset[str]:
    """The known word forms."""
    return frozenset(counts())


@cache
def known_keys() -> frozenset[str]:
    """The matching keys of the known word forms seen more than once."""
    return frozenset(key(word) for word, n in counts().items() if n > 1)


@cache
def _model() -> dict[str, float]:
    return {gram: float(value) for gram, value in rows("characters.tsv.gz")}


def log_probability(word: str) -> float:
    """Log probability of a word by the character model (stupid backoff over four characters).

    Example:
        >>> log_probability("कर्तव्य") > log_probability("कत्र्तव्य")
        True
    """
    model = _model()
    text = EDGE + word + EDGE
    total = 0.0
    for i in range(1, len(text)):
        penalty = 0.0
        for n in range(min(_ORDER, i + 1), 0, -1):
            value = model.get(text[i - n + 1 : i + 1])
            if value is not None:
                total += value + penalty
                break
            penalty += _BACKOFF
        else:
            total += _FLOOR + penalty
    return total
