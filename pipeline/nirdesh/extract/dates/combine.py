"""Actions that join days with times, make lists and recurrences."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any, Final

from nirdesh.extract.dates.actions import action, half_day, point
from nirdesh.extract.dates.grammar import Slots
from nirdesh.extract.dates.items import Digits
from nirdesh.extract.dates.lexicon import Cats
from nirdesh.extract.dates.nodes import (
    At,
    Cal,
    Clock,
    ClockRange,
    DayPart,
    Multi,
    Node,
    Open,
    Range,
    Recur,
    Rel,
    Side,
    Weekday,
)


# -- parts of the day -------------------------------------------------------------------------------------------------
@action
def daypart(slots: Slots) -> Cats | None:
    """शाम, देर रात, सुबह जल्दी."""
    which = "late" if "late" in slots else "early" if "early" in slots else None
    node = DayPart(str(slots["p"]), which, marked="k" in slots)
    return {"dpart": node, "node": node}


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
    """इस शाम, पिछली रात, अगली रात."""
    n = next(
        (int(slots[key]) for key in ("mod", "pastmod", "lastmod", "comingmod", "that") if key in slots), 0
    )
    time = slots["t"] if "t" in slots else DayPart(str(slots["p"]))
    return at({"d": Rel("D", n), "t": time})


# -- clock ranges -----------------------------------------------------------------------------------------------------
def _as_clock(value: Any) -> Clock | None:
    if isinstance(value, Clock):
        return value
    if isinstance(value, Digits):
        if value.width == 4:
            h, m = divmod(value.value, 100)
            return Clock(h, m) if h < 24 and m < 60 else None
        return Clock(value.value % 24, fixed=value.value > 12) if value.value <= 24 else None
    number = Fraction(value)
    hour = int(number)
    minute = int((number - hour) * 60)
    return Clock(hour % 24, minute or None, fixed=hour > 12) if 0 <= hour <= 24 else None


def _align(a: Clock, b: Clock) -> ClockRange:
    """Give the half of the day of one end to the other where only one is said (4 से शाम 5 is 16-17)."""
    if b.fixed and not a.fixed:
        # the latest twelve-hour reading of the start that lies before the end
        hours = [h for h in (a.hour % 12 + 12, a.hour % 12) if (h, a.minute or 0) < (b.hour, b.minute or 0)]
        a = replace(a, hour=hours[0] if hours else a.hour % 12 + 12, fixed=True)
    elif a.fixed and not b.fixed and a.hour >= 12:
        later = b.hour % 12 + 12
        if (later, b.minute or 0) > (a.hour, a.minute or 0):
            b = replace(b, hour=later)
    elif not a.fixed and not b.fixed and a.hour == 12 and b.hour < 12:
        b = replace(b, hour=b.hour + 12)  # 12-4 is noon to four
    return ClockRange(a, b)


@action
def clock_range(slots: Slots) -> Cats | None:
    """5 से 7 बजे तक, शाम 4 से 5, 4 से शाम 5 तक, सुबह 10:10 और 12:50 के बीच."""
    pair = slots.get("pair")
    if pair is not None:
        first, last = _as_clock(pair[0]), _as_clock(pair[1])
    else:
        first, last = _as_clock(slots["a"]), _as_clock(slots["b"])
    if first is None or last is None:
        return None
    if "p" in slots:
        first = half_day(first, str(slots["p"]))
    if "q" in slots:
        last = half_day(last, str(slots["q"]))
    node = _align(first, last)
    return {"crng": node, "node": node, "loose": "weak" in slots}


@action
def keep_clock_range(slots: Slots) -> Cats | None:
    """The interval with its markers."""
    return {"crng": slots["r"], "node": slots["r"], "marked": True}


@action
def clock_open(slots: Slots) -> Cats | None:
    """दोपहर 2 बजे से पहले, दोपहर 3 बजे या बाद."""
    side = next(side for side in ("before", "after", "since", "until") if side in slots)
    node = Open(slots["p"], side)  # type: ignore[arg-type]
    return {"node": node, "copn": node}


_SIDES: Final[dict[str, Side]] = {"sepehle": "before", "pehle": "before", "kebaad": "after", "tak": "until"}


@action
def open_at(slots: Slots) -> Cats | None:
    """कल से पहले शाम 4 बजे, 1 फरवरी को 6:00 से पहले."""
    side = next(side for cat, side in _SIDES.items() for item in slots["@"] if cat in item.cats)
    node = Open(At(slots["d"], slots["t"]), side)
    return {"node": node, "opn": node}


# -- lists ------------------------------------------------------------------------------------------------------------
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


# -- recurrence -------------------------------------------------------------------------------------------------------
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
        wd = slots["w"].wd if isinstance(slots["w"], Weekday) else int(slots["w"])
        return _recur(Recur("W", wd=wd))
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
def every_daily(slots: Slots) -> Cats | None:
    """प्रतिवर्ष 24 अप्रैल."""
    return every(slots) if "Y" in slots["@"][0].cats.values() else None


@action
def times(slots: Slots) -> Cats | None:
    """साल में एक बार, सप्ताह में दो बार."""
    n = Fraction(slots["n"])
    return _recur(Recur(str(slots["u"]), times=int(n))) if n.denominator == 1 and n > 0 else None


@action
def set_time(slots: Slots) -> Cats | None:
    """हर दिन शाम 3 बजे, प्रतिदिन सुबह."""
    node: Recur = slots["s"]
    return _recur(replace(node, time=slots["t"]))


@action
def range_at(slots: Slots) -> Cats | None:
    """A range whose two ends carry times."""
    node = Range(slots["a"], slots["b"])
    return {"rng": node, "node": node} | point(node, "dtr")


@action
def part_late(slots: Slots) -> Cats | None:
    """देर रात."""
    node = DayPart(str(slots["p"]), "late", marked=len(slots["@"]) > 1)
    return {"dpart": node, "node": node}


@action
def part_early(slots: Slots) -> Cats | None:
    """तड़के."""
    node = DayPart(str(slots["p"]), "early", marked=len(slots["@"]) > 1)
    return {"dpart": node, "node": node}


@action
def daypart_in(slots: Slots) -> Cats | None:
    """दोपहर में is noon when it stands alone; रात में is the night."""
    node = DayPart(str(slots["p"]))
    return {"dpart": node, "node": node}


@action
def bizhours(slots: Slots) -> Cats | None:
    """काम के समय."""
    node = DayPart("BH", marked=True)
    return {"dpart": node, "node": node}


@action
def clock_range_marked(slots: Slots) -> Cats | None:
    """5 और 6 के बीच is a time only where one end shows that it is."""
    if not any(isinstance(slots[key], Clock) for key in ("a", "b")):
        return None
    return clock_range(slots)


@action
def clock_range_dash(slots: Slots) -> Cats | None:
    """10am-12am, 8 बजे - 9 बजे; with और only two times that are both marked make no range."""
    if "aur" in slots["@"][1].cats:
        return None
    return clock_range(slots)


@action
def part_pair(slots: Slots) -> Cats | None:
    """सुबह 6-8."""
    part: DayPart = slots["p"]
    return clock_range({"pair": slots["pair"], "p": part.part})


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
def keep_any(slots: Slots) -> Cats | None:
    """Leave the item as it is."""
    return None


@action
def keep_clock_item(slots: Slots) -> Cats | None:
    """Leave the time as it is."""
    return None


@action
def range_hour(slots: Slots) -> Cats | None:
    """2018-09-23 1 p.m. से 4 तक: the second time stands on the first one's day."""
    start: At = slots["a"]
    if not isinstance(start.time, Clock):
        return None
    made = clock_range({"a": start.time, "b": slots["b"]})
    return at({"d": start.day, "t": made["crng"]}) if made else None
