"""Dates and times written in digits."""

from __future__ import annotations

from nirdesh.extract.dates.build.core import action, cal_cats, clock_cats, glued
from nirdesh.extract.dates.grammar import Slots
from nirdesh.extract.dates.items import Item
from nirdesh.extract.dates.lexicon import Cats
from nirdesh.extract.dates.nodes import Cal, Clock, Range, Span


def two_digit_year(value: int, width: int) -> int:
    """Year of a date written with two digits (89 is 1989, 07 is 2007)."""
    if width > 2:
        return value
    return value + (2000 if value < 50 else 1900)


@action
def numdate(slots: Slots) -> Cats | None:
    """21-04-2016, 2015/08/12, 13.5.2015, 06/06/12."""
    a, b, c = slots["a"], slots["b"], slots["c"]
    items: list[Item] = slots["@"]
    gaps = {items[k + 1].start - items[k].end for k in range(4)}
    if max(gaps) > 1 or items[1].cats.keys() != items[3].cats.keys():
        return None
    if a.width == 4 and b.width <= 2 and c.width <= 2:
        return _ymd(a.value, b.value, c.value, False)
    if c.width not in (2, 4) or a.width > 2 or b.width > 2:
        return None
    if c.width == 4 and not 1000 <= c.value <= 2200:
        return None
    return _ymd(two_digit_year(c.value, c.width), b.value, a.value, True)


def _ymd(year: int | None, month: int, day: int, swappable: bool) -> Cats | None:
    swap = swappable and 1 <= day <= 12 and 1 <= month <= 12
    if month > 12 and swappable and day <= 12:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return cal_cats(Cal(year=year, month=month, day=day, swap=swap))


@action
def numpair(slots: Slots) -> Cats | None:
    """11/2016, 2016 - 11, 22/04, 4-23, 2014-2018, 2024-25."""
    a, b = slots["a"], slots["b"]
    items: list[Item] = slots["@"]
    left, right = items[1].start - items[0].end, items[2].start - items[1].end
    if max(left, right) > 1:
        return None
    text = "sl" if "sl" in items[1].cats else "da"
    if a.width == 4 and b.width <= 2 and 1000 <= a.value <= 2200:
        if b.width == 2 and b.value == (a.value + 1) % 100:
            return {
                "fypair": Span("FY", a.value),
                **({"mon": Cal(year=a.value, month=b.value)} if 1 <= b.value <= 12 else {}),
            }
        return cal_cats(Cal(year=a.value, month=b.value)) if 1 <= b.value <= 12 else None
    if b.width == 4 and a.width <= 2 and 1000 <= b.value <= 2200:
        return cal_cats(Cal(year=b.value, month=a.value)) if 1 <= a.value <= 12 else None
    if a.width == 4 and b.width == 4 and 1000 <= a.value < b.value <= 2200 and text == "da":
        return {"yrpair": Range(Cal(year=a.value), Cal(year=b.value))}
    if (
        a.width == 4
        and b.width == 4
        and text == "da"
        and a.value % 100 < 60
        and b.value % 100 < 60
        and b.value < 2400
    ):
        return {"quad": (a, b, text)}
    if a.width <= 2 and b.width <= 2:
        cats: Cats = {"pair": (a, b, text)}
        if text == "sl":
            made = _ymd(None, b.value, a.value, True)
            if made:
                cats.update(made)
        return cats
    return None


@action
def numpair_report(slots: Slots) -> Cats | None:
    """2024-25 is a financial year, 1929 - 31 and 1873-1945 are spans, 2016-11 is a month when glued."""
    a, b = slots["a"], slots["b"]
    items: list[Item] = slots["@"]
    touching = glued(slots, 0, 2)
    if "da" in items[1].cats and a.width == 4 and 1000 <= a.value <= 2200:
        if b.width == 2 and b.value == (a.value + 1) % 100:
            return {"fypair": Span("FY", a.value)}
        if b.width == 2 and b.value > 12 and b.value > a.value % 100:
            return {"yrpair": Range(Cal(year=a.value), Cal(year=a.value // 100 * 100 + b.value))}
        if b.width == 4 and a.value < b.value <= 2200:
            return {"yrpair": Range(Cal(year=a.value), Cal(year=b.value))}
    return numpair(slots) if touching else None


@action
def veto_long(slots: Slots) -> Cats | None:
    """1913–19 दिसंबर is the end of one date and the start of the next, no span of years."""
    return {"veto": True} if slots["a"].width == 4 else None


@action
def decimal_day(slots: Slots) -> Cats | None:
    """7.6 as a day and month, where something says that it is one."""
    a, b = slots["d"]
    return _ymd(None, b.value, a.value, True)


@action
def clock_digits(slots: Slots) -> Cats | None:
    """8:00, 17:49:19."""
    h, m = slots["h"], slots["m"]
    second = slots.get("s")
    items: list[Item] = slots["@"]
    if any(items[k + 1].start != items[k].end for k in range(len(items) - 1)):
        return None
    if h.value > 24 or m.width != 2 or m.value > 59 or (second is not None and second.value > 59):
        return None
    return clock_cats(
        Clock(
            h.value % 24,
            m.value,
            second.value if second else None,
            fixed=h.value > 12 or (h.value == 0 and h.width == 2),
        )
    )
