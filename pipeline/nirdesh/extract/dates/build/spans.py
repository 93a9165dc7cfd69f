"""Intervals, open ends and lists."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from nirdesh.extract.dates.build.core import CLOCK_UNITS, action, point, range_cats, whole_number
from nirdesh.extract.dates.grammar import Slots
from nirdesh.extract.dates.lexicon import Cats
from nirdesh.extract.dates.nodes import (
    At,
    Cal,
    DayPart,
    LastOf,
    Multi,
    Next,
    Node,
    Nth,
    Open,
    Range,
    Rel,
    Weekday,
)


@action
def day_range(slots: Slots) -> Cats | None:
    """एक से 8 फरवरी, 19-20 नवंबर, इस महीने 4 से 22: bare days of one month."""
    pair = slots.get("p")
    if pair is not None:
        return _pair_range(pair[0].value, pair[1].value, slots)
    first, last, outer = whole_number(slots["a"]), slots["b"], slots.get("o")
    if first is None or not 1 <= first <= 31:
        return None
    if isinstance(last, Cal):
        return _to_date(first, last, outer)
    if isinstance(last, Node):
        return None  # 20 से अंतिम रविवार तक
    base, end = _month_of(outer), whole_number(last)
    if base is None or end is None or not 1 <= end <= 31:
        return None
    return range_cats(replace(base, day=first), replace(base, day=end))


def _pair_range(first: int, last: int, slots: Slots) -> Cats | None:
    """4-22 जनवरी 1995, अगले महीने 4-23."""
    year = slots.get("y")
    base = _month_of(slots["o"]) if "o" in slots else Cal(month=int(slots["m"]), year=year)
    if base is None or not 1 <= first < last <= 31:
        return None
    return range_cats(replace(base, day=first), replace(base, day=last))


def _to_date(first: int, last: Cal, outer: Node | None) -> Cats | None:
    """एक से 8 फरवरी; 28 से 3 मार्च starts in the month before."""
    if last.day is None or last.month is None:
        return None
    if isinstance(outer, Cal) and outer.month is None and last.year is None:
        last = replace(last, year=outer.year)
    elif outer is not None:
        return None
    day, month, year = last.day, last.month, last.year
    start = replace(last, day=first, swap=False, wd=None)
    if day is not None and month is not None and first > day:
        year = year - 1 if year is not None and month == 1 else year
        start = replace(start, month=month - 1 or 12, year=year)
    return range_cats(start, last)


@action
def mod_list(slots: Slots) -> Cats | None:
    """आगामी 5, 6 व 7 मार्च, बीते 11-12 फरवरी."""
    node, mod = slots["b"], int(slots["mod"])
    days = list(node.items) if isinstance(node, Multi) else [node.first, node.last]
    if not mod or not all(isinstance(day, Cal) and day.year is None for day in days):
        return None
    days = [replace(day, mod=mod) for day in days]
    if isinstance(node, Range):
        return range_cats(days[0], days[1])
    made = Multi(tuple(days))
    return {"lst": made, "node": made}


@action
def day_to_day(slots: Slots) -> Cats | None:
    """7 मई से 12 तक: the last day shares the month of the first."""
    first, last = slots["a"], whole_number(slots["b"])
    if not isinstance(first, Cal) or first.day is None or last is None or not first.day < last <= 31:
        return None
    return range_cats(first, replace(first, day=last, wd=None, swap=False))


@action
def bare_range(slots: Slots) -> Cats | None:
    """5 से 15 तारीख तक."""
    first, last = int(slots["a"]), slots["@"][2].cats.get("node")
    if not isinstance(last, Cal) or last.day is None or first >= last.day:
        return None
    return range_cats(replace(last, day=first), last)


def _month_of(node: Any) -> Cal | None:
    if isinstance(node, Rel) and node.unit == "M":
        return Cal(month_rel=node.n)
    if isinstance(node, Cal) and node.day is None and (node.month is not None or node.month_rel is not None):
        return node
    return None


@action
def point_range(slots: Slots) -> Cats | None:
    """21 फरवरी से 3 मार्च तक, 2014 से 2018, जनवरी-फरवरी 2017."""
    a, b = slots["a"], slots["b"]
    if isinstance(a, Weekday) and isinstance(b, Weekday) and a.week is not None and b.week is None:
        b = replace(b, week=a.week)
    if isinstance(b, Nth) and isinstance(a, Nth) and a.within is None and b.within is not None:
        a = replace(a, within=b.within)
    return range_cats(a, b)


@action
def week_range(slots: Slots) -> Cats | None:
    """अगले सप्ताह बुधवार और शुक्रवार के बीच, बुधवार से शुक्रवार तक अगले सप्ताह."""
    week, days = slots["o"], slots["r"]
    if not (
        isinstance(week, Rel)
        and week.unit == "W"
        and isinstance(days.first, Weekday)
        and isinstance(days.last, Weekday)
    ):
        return None
    return range_cats(replace(days.first, week=week.n), replace(days.last, week=week.n))


@action
def year_range(slots: Slots) -> Cats | None:
    """2020 में 26 जून से 28 जून तक."""
    y, r = slots["y"], slots["r"]
    ends = (r.first, r.last)
    if not isinstance(y, Cal) or not all(isinstance(end, Cal) and end.year is None for end in ends):
        return None
    return range_cats(replace(r.first, year=y.year), replace(r.last, year=y.year))


@action
def keep_range(slots: Slots) -> Cats | None:
    """The interval with its markers (… तक, … के मध्य)."""
    return {"rng": slots["r"], "node": slots["r"], "marked": True}


@action
def open_point(slots: Slots) -> Cats | None:
    """X से पहले, X के बाद, X से, X तक."""
    side = next(side for side in ("before", "after", "since", "until") if side in slots)
    p = slots["p"]
    node = Open(p, side)  # type: ignore[arg-type]
    return {"node": node, "opn": node}


@action
def due_point(slots: Slots) -> Cats | None:
    """31 मार्च की समय सीमा: the day until which something is to be done."""
    node = Open(slots["p"], "until")
    return {"node": node, "opn": node}


@action
def due_unit(slots: Slots) -> Cats | None:
    """माह समाप्त होने से पहले: until the end of the current one."""
    node = Open(Rel(str(slots["ou"]), 0), "until")
    return {"node": node, "opn": node}


@action
def starts_on(slots: Slots) -> Cats | None:
    """1 फरवरी से शुरू: the day on which it starts."""
    return {"node": slots["p"], "starts": True}


@action
def range_dash(slots: Slots) -> Cats | None:
    """जनवरी-फरवरी 2017, 18 नवंबर-19 दिसंबर: both ends of one kind."""
    a, b = slots["a"], slots["b"]
    same = (Cal, Weekday, Nth)
    if not (isinstance(a, same) and type(a) is type(b)):
        return None
    if isinstance(a, Cal) and isinstance(b, Cal) and (a.day is None) != (b.day is None):
        return None
    return range_cats(a, b)


@action
def range_now(slots: Slots) -> Cats | None:
    """22 जनवरी से अभी तक."""
    return range_cats(slots["a"], Rel("D", 0))


@action
def at_most(slots: Slots) -> Cats | None:
    """ज्यादा से ज्यादा कल."""
    return {"node": Open(slots["p"], "until"), "opn": True}


@action
def open_since(slots: Slots) -> Cats | None:
    """अगस्त से."""
    node = slots["p"]
    if not (isinstance(node, Cal) and node.day is None and node.year is None and node.mod is None):
        return None
    return {"node": Open(node, "since"), "opn": True}


@action
def compare(slots: Slots) -> Cats | None:
    """<= 2019."""
    sides: Final = {"cmple": "until", "cmpge": "since", "cmplt": "before", "cmpgt": "after"}
    side = next(value for key, value in sides.items() if key in slots["@"][0].cats)
    return {"node": Open(slots["p"], side), "opn": True}  # type: ignore[arg-type]


@action
def day_list(slots: Slots) -> Cats | None:
    """28, 29 एवं 31 जनवरी: bare days take month and year from the last."""
    last = slots["b"]
    days = last.items if isinstance(last, Multi) else (last,)
    head = days[0]
    if not isinstance(head, Cal) or head.day is None or head.month is None:
        return None
    day = int(slots["a"])
    if not 1 <= day <= 31 or (not slots.get("comma") and day >= head.day and isinstance(last, Multi)):
        return None
    if day == head.day:
        return None
    node = Multi((replace(head, day=day, wd=None, swap=False), *days))
    return {"lst": node, "node": node}


@action
def month_list(slots: Slots) -> Cats | None:
    """जनवरी 28, 29 और 31: the month is said first."""
    first = slots["a"]
    days = first.items if isinstance(first, Multi) else (first,)
    head = days[-1]
    if not isinstance(head, Cal) or head.day is None or head.month is None:
        return None
    node = Multi((*days, replace(head, day=int(slots["b"]), wd=None, swap=False)))
    return {"lst": node, "node": node}


_MONTH_END: Final = 28  # from which day on the first of the next month may follow
_PAIR: Final = 2


def _month_ends(first: Cal, last: Cal) -> bool:
    """Whether the first of two days ends a month that the second follows."""
    return (first.day or 0) >= _MONTH_END and last.day == 1 and first.month != last.month


@action
def days_list(slots: Slots) -> Cats | None:
    """30, 31 मार्च तथा 2 अप्रैल, 26 एवं 28 से 31 मई: days and stretches of days of one list, in order.

    Two days by themselves are two dates (5 मई तथा 12 मई), unless a month ends between them (31 मई और 1 जून).
    """
    first, last = slots["a"], slots["b"]
    days = first.items if isinstance(first, Multi) else (first,)
    more = last.items if isinstance(last, Multi) else (last,)
    ends = (last.first, last.last) if isinstance(last, Range) else more
    told = [day for day in (*days, *ends) if isinstance(day, Cal) and day.day and day.month]
    if len(told) < len(days) + len(ends) or (len(told) == len(more) + 1 == _PAIR and not _month_ends(*told)):
        return None
    node = Multi((*days, *more))
    return {"lst": node, "node": node}


@action
def part_until(slots: Slots) -> Cats | None:
    """शाम तक: by then on the day of speaking."""
    node = Open(At(Rel("D", 0), slots["p"]), "until")
    return {"node": node, "opn": True} if isinstance(slots["p"], DayPart) else None


_SOON: Final = 3  # days from one weekday of a list to the next


@action
def weekday_list(slots: Slots) -> Cats | None:
    """शनिवार व रविवार को: two weekdays of one week, the second soon after the first."""
    first, last = slots["a"], slots["b"]
    if not (isinstance(first, Weekday) and isinstance(last, Weekday)) or first.mod or last.mod:
        return None
    soon = 0 < (last.wd - first.wd) % 7 <= _SOON or first.wd < last.wd
    return {"lst": (node := Multi((first, last))), "node": node} if soon else None


@action
def range_lasting(slots: Slots) -> Cats | None:
    """12 मई से तीन दिन तक, रविवार से अगले तीन दिन तक: the first day is one of them."""
    first, length = slots["a"], slots["b"].duration
    if isinstance(slots["b"], Next) and slots["b"].sign < 0:
        return None
    return range_cats(first, LastOf(first, length))


@action
def range_of_days(slots: Slots) -> Cats | None:
    """बुधवार से 21 दिनों का लॉकडाउन: what lasts so many days or weeks."""
    first, length = slots["a"], slots["b"]
    if length.vague or length.whole or any(unit not in ("D", "W") for unit, _ in length.amounts):
        return None
    return range_cats(first, LastOf(first, length))


@action
def at_hours(slots: Slots) -> Cats | None:
    """शनिवार सुबह 6 बजे से 24 घंटे तक: the day on which it begins."""
    node, length = slots["a"], slots["d"]
    if not isinstance(node, At) or any(unit not in CLOCK_UNITS for unit, _ in length.amounts):
        return None
    return {"node": node, "P": node}


@action
def range_at(slots: Slots) -> Cats | None:
    """A range whose two ends carry times."""
    node = Range(slots["a"], slots["b"])
    return {"rng": node, "node": node} | point(node, "dtr")
