"""Probability that a directive is right, from the rules that made it (a fitted table)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from nirdesh.extract.clauses.lexis import table


def confidence(rules: Sequence[str]) -> float:
    """Probability from the log-odds of the table: its bias and the weights of the rules.

    Example:
        >>> 0.0 < confidence(["frame:order-noun"]) <= 1.0
        True
    """
    data = table("frames/confidence.toml")
    odds = float(data["bias"]) + sum(float(data["rules"].get(rule, 0.0)) for rule in set(rules))
    return round(1 / (1 + math.exp(-odds)), 3)
