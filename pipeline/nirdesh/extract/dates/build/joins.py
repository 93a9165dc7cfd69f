"""Days joined with times, and recurrences."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from nirdesh.extract.dates.build.clock import clock_range
from nirdesh.extract.dates.build.core import action, whole_number
from nirdesh.extract.dates.grammar import Slots
from nirdesh.extract.dates.lexicon import Cats
from nirdesh.extract.dates.nodes import (
    At,
    Cal,
    Clock,
    ClockRange,
    DayPart,
    Node,
    Nth,
    Open,
    Recur,
    Rel,
    Side,
    Weekday,
)


@action
def at(slots: Slots) -> Cats | None:
    """A day with a time: कल सुबह 8 बजे, 14 अक्टूबर को सुबह 8:00 बजे, मंगलवार शाम."""
    day: Node = slots["d"]
    time = slots["t"]
    if isinstance(day, Rel) and day.unit not in ("D", "WE"):
        return None
    node = At(day, time)
    cats: Cats = {"dt": node, "P": node, "node": node}
    items = slots.get("@")
    if items and isinstance(time, ClockRange) and items[0].cats.get("node") == day:
        cats["dayend"] = items[0].end  # a record quotes the day, not the hours
    return cats


@action
def at_bare(slots: Slots) -> Cats | None:
    """15 को 8:00 बजे."""
    return at({"d": Cal(day=int(slots["d"])), "t": slots["t"]})


@action
def at_year(slots: Slots) -> Cats | None:
    """अक्टूबर 26 15:50:06 2016."""
    day, y = slots["d"], slots["y"]
    if not isinstance(day, Cal) or day.year is not None or not isinstance(y, Cal) or y.year is None:
        return None
    return at({"d": replace(day, year=y.year), "t": slots["t"]})


@action
def this_part(slots: Slots) -> Cats | None:
    """इस शाम, पिछली रात, अगली रात; उसी शाम is that of the day told."""
    n = next(
        (int(slots[key]) for key in ("mod", "pastmod", "lastmod", "comingmod", "that") if key in slots), 0
    )
    time = slots["t"] if "t" in slots else DayPart(str(slots["p"]))
    return at({"d": Rel("D", n, told="that" in slots), "t": time})


_SIDES: Final[dict[str, Side]] = {"sepehle": "before", "pehle": "before", "kebaad": "after", "tak": "until"}


@action
def open_at(slots: Slots) -> Cats | None:
    """कल से पहले शाम 4 बजे, 1 फरवरी को 6:00 से पहले."""
    side = next(side for cat, side in _SIDES.items() for item in slots["@"] if cat in item.cats)
    node = Open(At(slots["d"], slots["t"]), side)
    return {"node": node, "opn": node}


def _recur(node: Recur) -> Cats:
    return {"set": node, "node": node}


@action
def every(slots: Slots) -> Cats | None:
    """हर दिन, प्रत्येक मंगलवार, हर दो सप्ताह में, प्रत्येक दूसरे दिन, हर 15/4."""
    if "d" in slots:
        day = slots["d"]
        if not isinstance(day, Cal) or day.day is None or day.year is not None:
            return None
        return _recur(Recur("Y" if day.month else "M", day=day.day, month=day.month))
    if "w" in slots:
        day = slots["w"]
        if isinstance(day, Nth):
            return _recur(Recur("M", wd=day.wd, nth=day.n)) if day.within is None else None
        return _recur(Recur("W", wd=day.wd if isinstance(day, Weekday) else int(day)))
    if "dur" in slots:
        amounts = slots["dur"].amounts
        if len(amounts) != 1 or amounts[0][1].denominator != 1 or slots["dur"].vague:
            return None
        return _recur(Recur(amounts[0][0], int(amounts[0][1])))
    n = int(slots["n"]) if "n" in slots else 1
    if "mday" in slots:
        return _recur(Recur("M", day=int(slots["mday"])))
    if "nth" in slots:
        return _recur(Recur("M", wd=slots["nth"].wd, nth=slots["nth"].n))
    return _recur(Recur(str(slots["u"]), n))


@action
def every_week(slots: Slots) -> Cats | None:
    """प्रति सप्ताह सोमवार."""
    return every({"w": slots["w"]}) if slots["u"] == "W" and isinstance(slots["w"], Weekday) else None


@action
def every_nths(slots: Slots) -> Cats | None:
    """प्रत्येक माह के दूसरे और चौथे शनिवार."""
    first, last = whole_number(slots["a"]), slots["nth"]
    if slots.get("u", "M") != "M" or first is None or last.within is not None or not 0 < first < last.n <= 5:
        return None
    return _recur(Recur("M", wd=last.wd, nth=first, nths=(last.n,)))


@action
def every_mdays(slots: Slots) -> Cats | None:
    """हर महीने की 1 और 15 तारीख."""
    if "M" not in (slots["@"][0].cats.get("daily"), "M" if "har" in slots["@"][0].cats else None):
        return None
    return _recur(Recur("M", day=int(slots["a"]), more=(int(slots["b"]),)))


@action
def every_lastwd(slots: Slots) -> Cats | None:
    """प्रत्येक माह के अंतिम रविवार."""
    if "har" not in slots["@"][0].cats and slots["@"][0].cats.get("daily") != "M":
        return None
    return _recur(Recur("M", wd=int(slots["w"]), nth=-1))


@action
def week_days(slots: Slots) -> Cats | None:
    """सोमवार से शनिवार सुबह 9 से 5 बजे तक: opening hours recur."""
    first, last = slots["a"], slots["b"]
    if not isinstance(first, Weekday) or not isinstance(last, Weekday):
        return None
    if first.mod is not None or last.mod is not None or first.wd >= last.wd:
        return None
    return _recur(Recur("W", wd=first.wd, more=tuple(range(first.wd + 1, last.wd + 1))))


@action
def every_part(slots: Slots) -> Cats | None:
    """हर सुबह, हर शाम 6 बजे."""
    return _recur(Recur("D", time=slots["t"]))


@action
def every_days(slots: Slots) -> Cats | None:
    """प्रत्येक सोमवार एवं गुरुवार."""
    days = [slots[key].wd for key in ("w", "v", "x") if key in slots and isinstance(slots[key], Weekday)]
    return _recur(Recur("W", wd=days[0], more=tuple(days[1:]))) if len(days) > 1 else None


@action
def every_daily(slots: Slots) -> Cats | None:
    """प्रतिवर्ष 24 अप्रैल."""
    return every(slots) if "Y" in slots["@"][0].cats.values() else None


@action
def times(slots: Slots) -> Cats | None:
    """साल में एक बार, सप्ताह में दो बार."""
    n = Fraction(slots["n"])
    return _recur(Recur(str(slots["u"]), times=int(n))) if n.denominator == 1 and n > 0 else None


@action
def times_days(slots: Slots) -> Cats | None:
    """सप्ताह में दो दिन."""
    amounts = slots["d"].amounts
    if len(amounts) != 1 or amounts[0][0] != "D" or slots["d"].vague or amounts[0][1].denominator != 1:
        return None
    return _recur(Recur(str(slots["u"]), times=int(amounts[0][1])))


@action
def set_time(slots: Slots) -> Cats | None:
    """हर दिन शाम 3 बजे, प्रतिदिन सुबह."""
    node: Recur = slots["s"]
    return _recur(replace(node, time=slots["t"]))


@action
def day_pair(slots: Slots) -> Cats | None:
    """सोमवार को 12-4."""
    made = clock_range({"pair": slots["pair"]})
    return at({"d": slots["d"], "t": made["crng"]}) if made else None


@action
def day_hours(slots: Slots) -> Cats | None:
    """सोमवार 8 से 9 तक."""
    made = clock_range(slots)
    return at({"d": slots["d"], "t": made["crng"]}) if made else None


@action
def range_hour(slots: Slots) -> Cats | None:
    """2018-09-23 1 p.m. से 4 तक: the second time stands on the first one's day."""
    start: At = slots["a"]
    if not isinstance(start.time, Clock):
        return None
    made = clock_range({"a": start.time, "b": slots["b"]})
    return at({"d": start.day, "t": made["crng"]}) if made else None
