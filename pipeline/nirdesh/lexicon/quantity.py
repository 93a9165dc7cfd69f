"""Cardinal numbers in words and digits (52, १२, एक लाख 41 हजार)."""

from __future__ import annotations

from functools import lru_cache

from nirdesh.lexicon.files import table
from nirdesh.lexicon.keys import fold


@lru_cache(maxsize=1)
def _numbers() -> dict[str, tuple[str, float]]:
    found: dict[str, tuple[str, float]] = {}
    for row in table("dates", "numbers.tsv"):
        if row["kind"] in ("unit", "hundred", "mult"):
            for form in row["form"].split("|"):
                found.setdefault(fold(form), (row["kind"], float(row["value"])))
    return found


def number_words() -> frozenset[str]:
    """Keys of the words that cardinal numbers are made of.

    Example:
        >>> fold("लाख") in number_words(), fold("बूथ") in number_words()
        (True, False)
    """
    return frozenset(_numbers())


def quantity(keys: list[str]) -> tuple[int, int]:
    """Longest cardinal number at the head of ``keys``.

    Args:
        keys: Folded words.

    Returns:
        Its value and the number of words it takes; ``(0, 0)`` where there is none.

    Example:
        >>> quantity([fold(word) for word in "एक लाख 41 हजार बूथों".split()])
        (141000, 4)
        >>> quantity([fold("बूथ")])
        (0, 0)
    """
    total = current = 0.0
    used = 0
    last_unit = False
    for key in keys:
        kind, value = (
            ("unit", float(key)) if key.isdecimal() and len(key) < 10 else _numbers().get(key, ("", 0.0))
        )
        if not kind or (kind == "unit" and last_unit):
            break
        if kind == "unit":
            current += value
        elif kind == "hundred":
            current = max(current, 1.0) * value
        else:
            total += max(current, 1.0) * value
            current = 0.0
        last_unit = kind == "unit"
        used += 1
    return int(total + current), used
