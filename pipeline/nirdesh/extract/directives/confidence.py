"""Probability that a directive is right, from the rules that made it (a fitted table)."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.clauses.lexis import table


def confidence(rules: Sequence[str]) -> float:
    """Mean of the fitted probabilities of the rules that the table knows; its default without any.

    Example:
        >>> 0.0 < confidence(["frame:order-noun"]) <= 1.0
        True
    """
    data = table("frames/confidence.toml")
    known = [data["rules"][r] for r in rules if r in data["rules"]]
    return round(sum(known) / len(known), 3) if known else float(data["default"])
