"""Lengths of time and what is counted with them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from nirdesh.extract.dates.build.core import CLOCK_UNITS, action, duration_cats, point, range_cats
from nirdesh.extract.dates.grammar import Slots
from nirdesh.extract.dates.lexicon import Cats
from nirdesh.extract.dates.nodes import Duration, Lasting, Next, Now, Shift, Within

_UNITS_DESCENDING: Final = (
    "CEN",
    "DEC",
    "Y",
    "FY",
    "AY",
    "HY",
    "Q",
    "M",
    "FN",
    "W",
    "WE",
    "D",
    "BD",
    "H",
    "MIN",
    "S",
)


@action
def duration(slots: Slots) -> Cats | None:
    """तीन दिन, डेढ़ घंटा, कुछ सप्ताह, पूरे महीने, सप्ताह भर."""
    unit = str(slots["u"])
    vague = "some" in slots
    n = Fraction(slots["some"]) if vague else Fraction(slots["n"]) if "n" in slots else Fraction(1)
    if n <= 0 or n > 100000:
        return None
    return duration_cats(Duration(((unit, n),), vague=vague, whole="whole" in slots))


@action
def fortnight(slots: Slots) -> Cats | None:
    """एक पखवाड़ा, दो पखवाड़े: fifteen days each."""
    return duration({"u": "D", "n": 15 * Fraction(slots["n"])})


@action
def duration_colon(slots: Slots) -> Cats | None:
    """छ: माह, where a colon stands for the visarga."""
    return duration(slots) if "wordnum" in slots["@"][0].cats else None


@action
def dur_range(slots: Slots) -> Cats | None:
    """2-3 दिन, दो-तीन दिन, 5 से 7 दिन: the longer length, for a deadline lets it pass."""
    pair = slots.get("p")
    low = pair[0].value if pair else slots["a"]
    high = Fraction(pair[1].value if pair else slots["n"])
    if not 0 < low < high <= 1000:
        return None
    return duration_cats(Duration(((str(slots["u"]), high),)))


@action
def duration_join(slots: Slots) -> Cats | None:
    """2 साल 3 महीने, 1 घंटा और 30 मिनट: units must fall."""
    a, b = slots["a"], slots["b"]
    last = _UNITS_DESCENDING.index(a.amounts[-1][0])
    first = _UNITS_DESCENDING.index(b.amounts[0][0])
    if first <= last or a.vague or b.vague:
        return None
    return duration_cats(Duration(a.amounts + b.amounts))


@action
def duration_mod(slots: Slots) -> Cats | None:
    """एक घंटे से ज्यादा, 4 दिन से अधिक; लगभग एक साल."""
    mod = "more" if "more" in slots else "less" if "less" in slots else None
    return duration_cats(replace(slots["d"], mod=mod))


@action
def shift(slots: Slots) -> Cats | None:
    """दो दिन बाद, कल से दो दिन पहले, 2 वर्ष 21 दिन बाद."""
    sign = -1 if "pehle" in slots else 1
    base = slots.get("o", Now())
    mod = "before" if "mb" in slots else "after" if "ma" in slots else None
    if slots["d"].whole:
        return None
    node = Shift(base, slots["d"], -1 if "mb" in slots else sign, mod)
    return point(node, "shift")


@action
def next_span(slots: Slots) -> Cats | None:
    """अगले 3 महीने, पिछले कुछ दिन, 2 आगामी महीने."""
    sign = next(int(slots[key]) for key in ("mod", "comingmod", "pastmod", "lastmod") if key in slots)
    d: Duration = slots["d"] if "d" in slots else Duration(((str(slots["u"]), Fraction(slots["n"])),))
    if sign == 0:
        return None
    return {"node": Next(d, sign), "nspan": Next(d, sign)}


@action
def within(slots: Slots) -> Cats | None:
    """5 दिनों के भीतर, अगले 10 महीनों के भीतर, आज से 2 सप्ताह के भीतर, दो सप्ताह में."""
    d = slots["d"].duration if isinstance(slots["d"], Next) else slots["d"]
    if isinstance(slots["d"], Next) and slots["d"].sign < 0:
        return None
    if d.whole:
        return None
    node = Within(d, slots.get("o"), bare="bare" in slots)
    return {"node": node, "within": node, "P": node}


@action
def within_after(slots: Slots) -> Cats | None:
    """कल के बाद 3 दिन से कम."""
    node = Within(slots["d"], slots["o"])
    return {"node": node, "within": node}


@action
def days_after(slots: Slots) -> Cats | None:
    """31 दिसंबर के बाद 10 दिन में: the ten days that begin the day after."""
    o, d = slots["o"], slots["d"]
    if d.whole or d.vague or any(unit in CLOCK_UNITS for unit, _ in d.amounts):
        return None
    return range_cats(Shift(o, Duration((("D", Fraction(1)),)), 1), Shift(o, d, 1))


@action
def dur_until(slots: Slots) -> Cats | None:
    """तीन दिनों तक: so long, from the anchor on where it lies ahead."""
    d = slots["d"]
    if d.whole or d.vague or any(unit in CLOCK_UNITS for unit, _ in d.amounts):
        return None
    node = Lasting(d)
    return {"node": node, "lasting": node}


@action
def next_keep(slots: Slots) -> Cats | None:
    """अगले एक माह में."""
    return {"node": slots["d"], "nspan": slots["d"], "P": slots["d"]}
