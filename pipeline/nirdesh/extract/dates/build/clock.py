"""Times of day, parts of the day and their ranges."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from nirdesh.extract.dates.build.core import action, clock_cats
from nirdesh.extract.dates.grammar import Slots
from nirdesh.extract.dates.items import Digits
from nirdesh.extract.dates.lexicon import Cats
from nirdesh.extract.dates.nodes import Clock, ClockRange, DayPart, Open


def _hour(value: Any) -> Clock | None:
    number = Fraction(value)
    hour = int(number)
    minute = int((number - hour) * 60)
    if not 0 <= hour <= 24:
        return None
    return Clock(hour % 24, minute if number.denominator != 1 else None, fixed=hour > 12)


@action
def hour_clock(slots: Slots) -> Cats | None:
    """सात बजे, साढ़े सात बजे."""
    if "h" in slots and isinstance(slots["h"], Clock):
        return clock_cats(slots["h"])
    if "x" in slots:  # 9.30 बजे
        h, m = slots["x"]
        return (
            clock_cats(Clock(h.value, m.value, fixed=h.value > 12))
            if h.value < 24 and m.width == 2 and m.value < 60
            else None
        )
    clock = _hour(slots["h"])
    return clock_cats(clock) if clock else None


@action
def hour_minute(slots: Slots) -> Cats | None:
    """आठ बजकर तीस मिनट, सात तीस; आठ बजने में तीन मिनट counts back."""
    h, m = int(slots["h"]), int(slots["m"])
    if not 0 <= h <= 24 or not 0 <= m < 60:
        return None
    if "back" in slots:
        total = (h * 60 - m) % 1440
        return clock_cats(Clock(total // 60, total % 60))
    return clock_cats(Clock(h % 24, m, fixed=h > 12))


@action
def compact_clock(slots: Slots) -> Cats | None:
    """340 pm, 0730."""
    d: Digits = slots["d"]
    if d.width not in (3, 4):
        return None
    h, m = divmod(d.value, 100)
    return clock_cats(half_day(Clock(h, m), str(slots["p"]))) if h < 24 and m < 60 else None


def half_day(clock: Clock, part: str) -> Clock:
    """The hour that a part of the day or am/pm makes of a twelve-hour time (रात 8 बजे is 20:00)."""
    h = clock.hour
    if clock.fixed and h > 12:
        return clock
    if part in ("am", "MO"):
        h = 0 if h == 12 and part == "am" else h
    elif part in ("pm", "PM", "EV"):
        h = h + 12 if h < 12 else h
    elif part == "AF":
        h = h + 12 if h < 10 else h
    elif part == "NI":
        h = 0 if h == 12 else h + 12 if 4 < h < 12 else h
    return replace(clock, hour=h % 24, fixed=True)


@action
def part_clock(slots: Slots) -> Cats | None:
    """शाम 5 बजे, 7:56 am."""
    clock = slots["c"] if "c" in slots else _hour(slots["h"])
    if not isinstance(clock, Clock):
        return None
    return clock_cats(half_day(clock, str(slots["p"])))


@action
def part_loose(slots: Slots) -> Cats | None:
    """सुबह 7 without बजे."""
    clock = _hour(slots["h"])
    if clock is None:
        return None
    made = replace(half_day(clock, str(slots["p"])), loose=True)
    return clock_cats(made)


@action
def part_minutes(slots: Slots) -> Cats | None:
    """रात ग्यारह पाँच."""
    h, m = int(slots["h"]), int(slots["m"])
    return clock_cats(half_day(Clock(h, m), str(slots["p"]))) if 0 < h <= 24 else None


@action
def lunch_clock(slots: Slots) -> Cats | None:
    """1 बजे दोपहर के खाने के वक्त."""
    return clock_cats(half_day(slots["c"], "AF"))


@action
def part_near(slots: Slots) -> Cats | None:
    """दोपहर के आसपास."""
    return clock_cats(Clock(12, fixed=True)) if slots["p"] in ("AF", "PM") else None


@action
def two_words(slots: Slots) -> Cats | None:
    """दस पैंतालीस, ग्यारह पाँच: two number words that make no number."""
    if not all("wordnum" in item.cats for item in slots["@"]) or not 0 < int(slots["h"]) <= 24:
        return None
    return clock_cats(Clock(int(slots["h"]) % 24, int(slots["m"])))


@action
def instant(slots: Slots) -> Cats | None:
    """आधी रात, मध्याह्न."""
    h, m = str(slots["i"]).split(":")
    return clock_cats(Clock(int(h), int(m), fixed=True)) | {"moment": True}


@action
def keep_clock(slots: Slots) -> Cats | None:
    """The time inside words that add nothing to its value (लगभग 8 बजे)."""
    return clock_cats(slots["c"])


@action
def daypart(slots: Slots) -> Cats | None:
    """शाम, देर रात, सुबह जल्दी."""
    which = "late" if "late" in slots else "early" if "early" in slots else None
    node = DayPart(str(slots["p"]), which, marked="k" in slots)
    return {"dpart": node, "node": node}


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
def part_range(slots: Slots) -> Cats | None:
    """शाम 6 से 9 बजे तक, the part of the day before bare hours."""
    part: DayPart = slots["p"]
    return clock_range({"a": slots["a"], "b": slots["b"], "p": part.part})


@action
def part_pair(slots: Slots) -> Cats | None:
    """सुबह 6-8."""
    part: DayPart = slots["p"]
    return clock_range({"pair": slots["pair"], "p": part.part})
