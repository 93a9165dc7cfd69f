"""Probability that a directive is one, and that it is right: two logistic models over its signals.

The weights stand in ``frames/judge.tsv``, made by ``nirdesh.evaluate.judge``; nothing is learned at run time.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from nirdesh.extract.clauses.lexis import rows, table


class Verdict(NamedTuple):
    """Probabilities that there is a directive, and that who, whom, what and when of it are right."""

    found: float
    right: float


@lru_cache(maxsize=1)
def _weights() -> dict[str, tuple[float, float]]:
    return {name: (float(found), float(right)) for name, found, right in rows("frames/judge.tsv")}


@lru_cache(maxsize=1)
def threshold() -> float:
    """Drafts that are directives with less probability are dropped."""
    return float(table("frames/judge.toml")["threshold"])


@lru_cache(maxsize=1)
def sure() -> float:
    """Probability of being one that a directive of a report has to reach: where none does, there is none."""
    return float(table("frames/judge.toml")["sure"])


@lru_cache(maxsize=1)
def assured() -> float:
    """Probability of a directive whose report is not left empty, whatever the trained reader believes."""
    return float(table("frames/reader.toml")["bounds"]["assured"])


def probability(odds: float) -> float:
    """Probability of natural log-odds.

    Example:
        >>> probability(0.0)
        0.5
    """
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def judge(signals: Iterable[str]) -> Verdict:
    """Probabilities from the sums of the weights of a directive's signals.

    Example:
        >>> 0.0 < judge(["frame:order-noun"]).found <= 1.0
        True
    """
    weights = _weights()
    known = [weights[name] for name in sorted({"bias", *signals}) if name in weights]
    found, right = (probability(math.fsum(column)) for column in zip(*known, strict=True))
    return Verdict(round(found, 4), round(found * right, 4))
