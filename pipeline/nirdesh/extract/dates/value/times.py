"""Values of times of day and recurrences."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from nirdesh.extract.dates.almanac import DAY
from nirdesh.extract.dates.nodes import At, Clock, ClockRange, DayPart, Recur
from nirdesh.extract.dates.value.core import Context, Value, iso, resolve, resolves
from nirdesh.extract.dates.value.lengths import UNIT_CODE

PART_HOURS: Final = {
    "MO": (8, 12),
    "AF": (12, 16),
    "PM": (12, 16),
    "EV": (16, 20),
    "NI": (20, 24),
    "BH": (8, 18),
}


def clock_text(clock: Clock) -> str:
    """Time of day as TIMEX3.

    Example:
        >>> clock_text(Clock(7, 56, 30)), clock_text(Clock(19))
        ('T07:56:30', 'T19')
    """
    text = f"T{clock.hour:02d}"
    if clock.minute is not None or clock.second is not None:
        text += f":{clock.minute or 0:02d}"
    if clock.second is not None:
        text += f":{clock.second:02d}"
    return text


def _part_times(part: DayPart) -> tuple[str, str]:
    begin, end = PART_HOURS.get(part.part, (0, 24))
    if part.which == "early":
        end = begin + 2
    elif part.which == "late":
        begin = begin + 2
    return f"T{begin:02d}:00:00", "T23:59:59" if end == 24 else f"T{end:02d}:00:00"


@resolves(DayPart)
def _daypart(node: DayPart, ctx: Context) -> Value | None:
    a, b = _part_times(node)
    if not node.marked and node.which is None and node.part in ("AF", "PM"):
        return Value(None, None, None, "T12")
    if not node.marked and node.which == "late" and node.part == "AF":
        return Value(None, None, None, "T14")
    return Value(None, None, None, f"{a}/{b}")


@resolves(Clock)
def _clock(node: Clock, ctx: Context) -> Value | None:
    return Value(None, None, None, clock_text(node))


@resolves(ClockRange)
def _clock_range(node: ClockRange, ctx: Context) -> Value | None:
    return Value(None, None, None, f"{clock_text(node.first)}/{clock_text(node.last)}")


@resolves(At)
def _at(node: At, ctx: Context) -> Value | None:
    day = resolve(node.day, ctx)
    if day is None or day.edtf is None:
        return None
    text = day.edtf
    if "/" in text or len(text) != 10:
        return replace(day)
    time = node.time
    if isinstance(time, Clock):
        timex = text + clock_text(time)
    elif isinstance(time, DayPart):
        a, b = _part_times(time)
        timex = f"{text}{a}/{text}{b}"
    elif isinstance(time, ClockRange):
        finish = text
        if (time.last.hour, time.last.minute or 0) <= (
            time.first.hour,
            time.first.minute or 0,
        ) and day.start is not None:
            finish = iso(day.start + DAY)
        timex = f"{text}{clock_text(time.first)}/{finish}{clock_text(time.last)}"
    else:
        timex = text
    return replace(day, timex=timex if "X" not in text else day.edtf)


@resolves(Recur)
def _recur(node: Recur, ctx: Context) -> Value | None:
    time = ""
    if isinstance(node.time, Clock):
        time = clock_text(node.time)
    elif isinstance(node.time, DayPart):
        time = "T" + node.time.part
    if node.wd is not None:
        return Value(None, None, None, f"XXXX-WXX-{node.wd}{time}")
    if node.day is not None:
        return Value(
            None, None, None, f"XXXX-{node.month or 0:02d}-{node.day:02d}".replace("-00-", "-XX-") + time
        )
    if time and node.unit == "D" and node.interval == 1:
        return Value(None, None, None, time)
    code, factor = UNIT_CODE[node.unit]
    clock = node.unit in ("H", "MIN", "S")
    return Value(None, None, None, f"P{'T' if clock else ''}{node.interval * factor}{code}")


_FREQ: Final = {
    "D": "DAILY",
    "BD": "DAILY",
    "W": "WEEKLY",
    "FN": "WEEKLY",
    "M": "MONTHLY",
    "Q": "MONTHLY",
    "HY": "MONTHLY",
    "Y": "YEARLY",
    "H": "HOURLY",
    "MIN": "MINUTELY",
    "S": "SECONDLY",
    "WE": "WEEKLY",
    "FY": "YEARLY",
    "AY": "YEARLY",
    "DEC": "YEARLY",
    "CEN": "YEARLY",
}


_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def rrule(node: Recur) -> str:
    """RFC 5545 rule of a recurrence, in days; a time of day stays in the TIMEX value.

    Example:
        >>> rrule(Recur("W", wd=2)), rrule(Recur("D", 2))
        ('FREQ=WEEKLY;BYDAY=TU', 'FREQ=DAILY;INTERVAL=2')
    """
    parts = [f"FREQ={_FREQ[node.unit]}"]
    interval = node.interval * {"FN": 2, "Q": 3, "HY": 6, "DEC": 10, "CEN": 100}.get(node.unit, 1)
    if interval > 1:
        parts.append(f"INTERVAL={interval}")
    if node.unit == "BD":
        parts.append("BYDAY=MO,TU,WE,TH,FR")
    if node.unit == "WE":
        parts.append("BYDAY=SA,SU")
    if node.month is not None:
        parts.append(f"BYMONTH={node.month}")
    if node.day is not None:
        parts.append("BYMONTHDAY=" + ",".join(str(day) for day in (node.day, *node.more)))
    if node.wd is not None:
        counts = [node.nth or "", *node.nths]
        days = [f"{n}{_DAYS[wd - 1]}" for wd in (node.wd, *node.more) for n in counts]
        parts.append("BYDAY=" + ",".join(days))
    return ";".join(parts)
