"""From what an expression says to its value, against an anchor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any, Final

from nirdesh.extract.dates import almanac
from nirdesh.extract.dates.almanac import DAY, add_months, monday, month_end, safe_date
from nirdesh.extract.dates.nodes import (
    Asap,
    At,
    Cal,
    Clock,
    ClockRange,
    DayPart,
    Duration,
    Holiday,
    Kal,
    Lasting,
    Multi,
    Next,
    NextWeekdays,
    Node,
    Now,
    Nth,
    Open,
    Part,
    Range,
    Recur,
    Rel,
    Season,
    Shift,
    Span,
    Tithi,
    Weekday,
    Within,
)

FAR_PAST: Final = timedelta(days=31)  # a plan may have begun a month ago, not more
PART_HOURS: Final = {
    "MO": (8, 12),
    "AF": (12, 16),
    "PM": (12, 16),
    "EV": (16, 20),
    "NI": (20, 24),
    "BH": (8, 18),
}


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against.

    Attributes:
        now: Anchor (publication or speaking), or None.
        tense: 1 future, -1 past, 0 unknown.
        suite: Conventions of the assistant test suites (US day order, next N days start tomorrow) instead of the
            record contract's.
        doc_year: Year that the report itself settles for dates without one.
    """

    now: datetime | None
    tense: int = 0
    suite: bool = False
    doc_year: int | None = None

    @property
    def today(self) -> date | None:
        """Day of the anchor."""
        return self.now.date() if self.now else None


@dataclass(frozen=True, slots=True)
class Value:
    """A resolved value.

    Attributes:
        start: First day; None where the year is unknown or the start is open.
        end: Last day, inclusive.
        edtf: EDTF value, or None.
        timex: TIMEX3 value (with times, weeks, quarters), or None.
        relative: Whether the anchor was needed.
    """

    start: date | None
    end: date | None
    edtf: str | None
    timex: str | None
    relative: bool = False


def iso(day: date) -> str:
    """ISO day."""
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def _day(day: date | None, relative: bool = True) -> Value | None:
    if day is None:
        return None
    text = iso(day)
    return Value(day, day, text, text, relative)


def _interval(start: date, end: date, timex: str | None = None, relative: bool = True) -> Value:
    text = f"{iso(start)}/{iso(end)}"
    return Value(start, end, text, timex or text, relative)


def _month(year: int, month: int, relative: bool = True) -> Value:
    text = f"{year:04d}-{month:02d}"
    return Value(date(year, month, 1), month_end(year, month), text, text, relative)


def _year(year: int, relative: bool = True) -> Value | None:
    if not 1 <= year <= 9999:
        return None
    text = f"{year:04d}"
    return Value(date(year, 1, 1), date(year, 12, 31), text, text, relative)


def _months(year: int, month: int, count: int, timex: str | None = None, relative: bool = True) -> Value:
    start = date(year, month, 1)
    last = add_months(start, count - 1) or start
    text = f"{year:04d}-{month:02d}/{last.year:04d}-{last.month:02d}"
    return Value(start, month_end(last.year, last.month), text, timex or text, relative)


UNKNOWN_DAY: Final = Value(None, None, "XXXX-XX-XX", "XXXX-XX-XX", True)
_UNKNOWN: Final = {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX", "Q": "XXXX-QX"}


# -- calendar dates ---------------------------------------------------------------------------------------------------
def _cal(node: Cal, ctx: Context) -> Value | None:
    month, day = node.month, node.day
    if node.swap and month is not None and day is not None:
        node = _order(node, ctx)
        month, day = node.month, node.day
    year = node.year
    today = ctx.today
    if node.year_rel is not None or node.month_rel is not None:
        if today is None:
            return None
        base = add_months(date(today.year, today.month, 1), 12 * (node.year_rel or 0) + (node.month_rel or 0))
        if base is None:
            return None
        if node.month_rel is not None:
            return _fixed(base.year, base.month, day, True)
        return _fixed(base.year, month, day, True)
    if year is not None:
        return _fixed(year, month, day, False)
    if month is None:
        return _day_of_month(node, ctx)
    if today is None:
        if ctx.doc_year is not None:
            return _fixed(ctx.doc_year, month, day, True)
        text = f"XXXX-{month:02d}" + (f"-{day:02d}" if day is not None else "")
        return Value(None, None, text, text) if day is None or safe_date(2000, month, day) else None
    return _fixed(_choose_year(node, ctx, today), month, day, True)


def _order(node: Cal, ctx: Context) -> Cal:
    """Day and month in digits: by the weekday where one is said, else day first, month first in the suites."""
    swapped = replace(node, month=node.day, day=node.month, swap=False)
    if node.wd is not None and ctx.today is not None:
        years = [node.year] if node.year is not None else [ctx.today.year, ctx.today.year + 1]
        for candidate in (swapped, replace(node, swap=False)):
            made = safe_date(years[0], candidate.month or 1, candidate.day or 1)
            if made is not None and made.isoweekday() == node.wd:
                return candidate
    return swapped if ctx.suite else replace(node, swap=False)


def _fixed(year: int, month: int | None, day: int | None, relative: bool) -> Value | None:
    if not 1 <= year <= 9999:
        return None
    if month is None:
        return _year(year, relative)
    if day is None:
        return _month(year, month, relative)
    made = safe_date(year, month, day)
    if made is None:
        text = f"{year:04d}-{month:02d}-{day:02d}"
        return Value(None, None, None, text, relative)
    return _day(made, relative)


def _choose_year(node: Cal, ctx: Context, today: date) -> int:
    """The year of a date without one: by इस/अगले/पिछले, else by tense."""
    month, day = node.month or 1, node.day
    options: list[tuple[date, date, int]] = []
    for year in (today.year - 1, today.year, today.year + 1):
        start = safe_date(year, month, day or 1)
        if start is not None:
            options.append((start, start if day else month_end(year, month), year))
    if not options:
        return (
            today.year
            if day != 29
            else next(y for y in range(today.year, today.year + 9) if safe_date(y, 2, 29))
        )
    if node.mod == 0:
        return today.year
    if node.mod == -1:
        if ctx.suite and day is None:
            return today.year - 1
        return max((o for o in options if o[1] < today), default=options[0])[2]
    if node.mod == 1:
        return min((o for o in options if o[0] > today), default=options[-1])[2]
    if (
        ctx.tense < 0
        and not ctx.suite
        and any(timedelta(0) <= o[0] - today <= timedelta(days=14) for o in options)
    ):
        # told in the past, yet about to come: "22 मार्च को बंद का ऐलान किया" of 20 March
        return min((o for o in options if o[0] >= today), default=options[-1])[2]
    if ctx.tense < 0:
        return max((o for o in options if o[0] <= today), default=options[0])[2]
    if ctx.tense > 0:
        return min((o for o in options if o[1] >= today - FAR_PAST), default=options[-1])[2]
    return min(options, key=lambda o: min(abs((o[0] - today).days), abs((o[1] - today).days)))[2]


def _day_of_month(node: Cal, ctx: Context) -> Value | None:
    """15 को, शुक्रवार 22 तारीख."""
    today, day = ctx.today, node.day
    if day is None:
        return None
    if today is None:
        return Value(None, None, f"XXXX-XX-{day:02d}", f"XXXX-XX-{day:02d}", True)
    first = date(today.year, today.month, 1)
    order = range(0, 40) if ctx.tense >= 0 else range(0, -40, -1)
    if ctx.tense == 0 and node.wd is not None:
        order = range(-2, 14)
    for k in [0, *order] if node.wd is not None else order:
        month = add_months(first, k)
        made = safe_date(month.year, month.month, day) if month else None
        if made is None or (node.wd is not None and made.isoweekday() != node.wd):
            continue
        if (ctx.tense > 0 and made < today and node.wd is None) or (
            ctx.tense < 0 and made > today and node.wd is None
        ):
            continue
        return _day(made)
    return None


def _weekday(node: Weekday, ctx: Context) -> Value | None:
    today = ctx.today
    if today is None:
        return UNKNOWN_DAY
    if node.week is not None:
        return _day(monday(today) + timedelta(days=7 * node.week + node.wd - 1))
    ahead = (node.wd - today.isoweekday()) % 7
    if node.mod == "this":
        return _day(monday(today) + timedelta(days=node.wd - 1))
    if node.mod == "next":
        return _day(monday(today) + timedelta(days=7 + node.wd - 1))
    if node.mod == "coming":
        return _day(today + timedelta(days=ahead or 7))
    if node.mod == "last":
        return _day(today - timedelta(days=(today.isoweekday() - node.wd) % 7 or 7))
    if ctx.tense < 0:
        return _day(today - timedelta(days=(today.isoweekday() - node.wd) % 7))
    if ctx.tense == 0 and not ctx.suite:
        behind = (today.isoweekday() - node.wd) % 7
        return _day(today - timedelta(days=behind) if behind <= ahead else today + timedelta(days=ahead))
    return _day(today + timedelta(days=ahead))


def _kal(node: Kal, ctx: Context) -> Value | None:
    if ctx.today is None:
        return UNKNOWN_DAY
    return _day(ctx.today + timedelta(days=-node.n if ctx.tense < 0 else node.n))


def _rel(node: Rel, ctx: Context) -> Value | None:
    today = ctx.today
    if today is None:
        return UNKNOWN_DAY if node.unit == "D" else Value(None, None, None, _UNKNOWN.get(node.unit), True)
    return _unit_value(node.unit, node.n, today, ctx)


def _unit_value(unit: str, n: int, today: date, ctx: Context) -> Value | None:
    """The unit that lies ``n`` units from the one of ``today``."""
    first = date(today.year, today.month, 1)
    if unit in ("D", "BD"):
        return _day(today + timedelta(days=n))
    if unit in ("W", "WE", "FN"):
        start = monday(today) + timedelta(days=7 * n)
        year, week, _ = start.isocalendar()
        if unit == "WE":
            return _interval(start + 5 * DAY, start + 6 * DAY, f"{year:04d}-W{week:02d}-WE")
        return _interval(
            start,
            start + (13 if unit == "FN" else 6) * DAY,
            None if unit == "FN" else f"{year:04d}-W{week:02d}",
        )
    if unit == "M":
        month = add_months(first, n)
        return _month(month.year, month.month) if month else None
    if unit == "Q":
        start_month = add_months(date(today.year, 3 * ((today.month - 1) // 3) + 1, 1), 3 * n)
        return (
            _months(
                start_month.year,
                start_month.month,
                3,
                f"{start_month.year:04d}-Q{(start_month.month + 2) // 3}",
            )
            if start_month
            else None
        )
    if unit == "HY":
        start_month = add_months(date(today.year, 6 * ((today.month - 1) // 6) + 1, 1), 6 * n)
        return (
            _months(
                start_month.year,
                start_month.month,
                6,
                f"{start_month.year:04d}-H{1 + start_month.month // 7}",
            )
            if start_month
            else None
        )
    if unit == "Y":
        return _year(today.year + n)
    if unit in ("FY", "AY"):
        year = today.year + n - (0 if ctx.suite or today.month >= 4 else 1)
        return _financial(year, ctx)
    if unit == "DEC":
        return _span(Span("DEC", 10 * (today.year // 10 + n)), ctx)
    if unit == "CEN":
        return _span(Span("CEN", 100 * (today.year // 100 + n)), ctx)
    return None


def _financial(year: int, ctx: Context, relative: bool = True) -> Value | None:
    if not 1 <= year <= 9998:
        return None
    text = f"{year:04d}-04/{year + 1:04d}-03"
    return Value(
        date(year, 4, 1), date(year + 1, 3, 31), text, f"FY{year:04d}" if ctx.suite else text, relative
    )


def _span(node: Span, ctx: Context) -> Value | None:
    year = node.year
    if node.unit in ("FY", "AY", "SAMVAT"):
        return _financial(year, ctx, False)
    if node.unit == "DEC":
        if node.two_digit:
            this = ctx.today.year if ctx.today else 2020
            year += this // 100 * 100
            if year > this:
                year -= 100
        text = f"{year // 10:03d}X"
        return Value(date(year or 1, 1, 1), date(year + 9, 12, 31), text, text) if 0 <= year <= 9990 else None
    text = f"{year // 100:02d}XX"
    if not 0 <= year <= 9900:
        return None
    return Value(
        date(year or 1, 1, 1),
        date(year + 99, 12, 31),
        text,
        f"{year:04d}-01-01/{year + 100:04d}-01-01" if ctx.suite else text,
    )


# -- parts of units ---------------------------------------------------------------------------------------------------
def _nth(node: Nth, ctx: Context) -> Value | None:
    outer = resolve(node.within, ctx) if node.within is not None else None
    if node.within is None:
        if ctx.today is None:
            return None
        outer = _unit_value("M" if node.wd is not None or node.unit == "W" else "Y", 0, ctx.today, ctx)
    if outer is None or outer.start is None or outer.end is None:
        return None
    n, start, end = node.n, outer.start, outer.end
    if node.wd is not None:
        if start.month == end.month and start.year == end.year:
            return _day(almanac.nth_weekday(start.year, start.month, node.wd, n))
        first = start + timedelta(days=(node.wd - start.isoweekday()) % 7)
        last = end - timedelta(days=(end.isoweekday() - node.wd) % 7)
        return _day(last if n < 0 else first + timedelta(days=7 * (n - 1)))
    months = {"Q": 3, "HY": 6, "M": 1, "Y": 12, "DEC": 120}.get(node.unit)
    if months is not None:
        total = (end.year - start.year) * 12 + end.month - start.month + 1
        index = total // months + n if n < 0 else n - 1
        begin = add_months(start, months * index)
        if begin is None or not start <= begin <= end:
            return None
        if node.unit == "Y":
            return _year(begin.year)
        if node.unit == "DEC":
            return _span(Span("DEC", begin.year), ctx)
        if node.unit == "M":
            return _month(begin.year, begin.month)
        code = f"{begin.year:04d}-{'Q' if months == 3 else 'H'}{(begin.month - 1) // months + 1}"
        return _months(begin.year, begin.month, months, code)
    if node.unit == "D":
        day = end + (n + 1) * DAY if n < 0 else start + (n - 1) * DAY
        return _day(day) if start <= day <= end else None
    if node.unit == "W":
        return _nth_week(n, start, end, ctx)
    return None


def _nth_week(n: int, start: date, end: date, ctx: Context) -> Value | None:
    """Week of a year by ISO; of a month by its first Thursday in the suites, else days 1-7, 8-14, 15-21, 22-28."""
    long = (end - start).days > 31
    if not long and not ctx.suite:
        if n < 0:
            return _interval(end - 6 * DAY, end)
        begin = start + timedelta(days=7 * (n - 1))
        return _interval(begin, min(begin + 6 * DAY, end)) if begin <= end else None
    if n < 0:
        thursday = end - timedelta(days=(end.isoweekday() - 4) % 7)
    else:
        thursday = start + timedelta(days=(4 - start.isoweekday()) % 7 + 7 * (n - 1))
    if thursday > end:
        return None
    begin = monday(thursday)
    year, week, _ = begin.isocalendar()
    return _interval(begin, begin + 6 * DAY, f"{year:04d}-W{week:02d}")


def _part(node: Part, ctx: Context) -> Value | None:
    outer = resolve(node.within, ctx)
    if outer is None or outer.start is None or outer.end is None:
        return None
    start, end, today = outer.start, outer.end, ctx.today
    days = (end - start).days + 1
    if node.which == "week":
        begin = monday(start)
        year, week, _ = begin.isocalendar()
        return _interval(begin, begin + 6 * DAY, f"{year:04d}-W{week:02d}")
    if node.which == "rest" and today is not None:
        if not start <= today <= end:
            return None
        if days == 1 and ctx.now is not None:
            return Value(
                today,
                today,
                iso(today),
                f"{ctx.now.isoformat(timespec='seconds')}/{iso(today)}T23:59:59",
                True,
            )
        return _interval(today, end)
    if node.which == "late" and today is not None:
        return (
            _interval(max(today, start), end, f"{iso(max(today, start))}/{iso(end + DAY)}")
            if start <= today <= end
            else outer
        )
    if node.which == "early" and today is not None:
        return _interval(start, today) if start < today <= end else outer
    if days == 1:
        return Value(start, end, iso(start), f"{iso(start)}T23:59:59", True)
    return _piece(node.which, start, end, days, ctx)


def _piece(which: str, start: date, end: date, days: int, ctx: Context) -> Value | None:
    if days == 7:
        cuts = {"start": (0, 2), "mid": (2, 4), "end": (3, 6)}
        first, last = cuts.get(which, (0, 6))
        return _interval(start + first * DAY, start + last * DAY)
    if ctx.suite:
        half = {"start": 0, "mid": 1, "end": 2}.get(which, 0)
        if days <= 31:
            begin = (start, start + 9 * DAY, start + 15 * DAY)[half]
            return _interval(
                begin,
                (start + 14 * DAY, start + 19 * DAY, end)[half],
                f"{iso(begin)}/{iso((start + 15 * DAY, start + 20 * DAY, end + DAY)[half])}",
            )
        middle = add_months(start, ((end.year - start.year) * 12 + end.month - start.month + 1) // 2) or start
        return _interval(start if which == "start" else middle, middle - DAY if which == "start" else end)
    if days <= 31:
        bounds = {"start": (0, 9), "mid": (10, 19), "end": (20, days - 1)}
        first, last = bounds.get(which, (0, days - 1))
        return _interval(start + first * DAY, start + last * DAY)
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    third = max(1, months // 3)
    offset = {"start": 0, "mid": third, "end": months - third}.get(which, 0)
    begin_month = add_months(start, offset)
    return _months(begin_month.year, begin_month.month, third) if begin_month else None


def _season(node: Season, ctx: Context) -> Value | None:
    year = node.year
    if node.year_rel is not None and ctx.today is not None:
        year = ctx.today.year + node.year_rel
    code = node.code
    if ctx.suite:
        return Value(None, None, None, f"{year}-{code}" if year else code)
    months = {"SP": (2, 2), "SU": (4, 3), "RA": (7, 3), "FA": (10, 2), "WI": (11, 4)}[code]
    return _months(year, months[0], months[1], f"{year}-{code}") if year else None


# -- festivals --------------------------------------------------------------------------------------------------------
def _holiday(node: Holiday, ctx: Context) -> Value | None:
    today = ctx.today
    if node.year is not None:
        return _day(next(iter(almanac.holiday_days(node.key, node.year)), None), False)
    if today is None:
        fixed = almanac.fixed_day(node.key)
        if fixed is None:
            return None
        text = f"XXXX-{fixed[0]:02d}-{fixed[1]:02d}"
        return Value(None, None, text, text)
    if node.year_rel is not None:
        return _day(next(iter(almanac.holiday_days(node.key, today.year + node.year_rel)), None))
    days = [
        day
        for year in (today.year - 1, today.year, today.year + 1)
        for day in almanac.holiday_days(node.key, year)
    ]
    if not days:
        return None
    if node.mod == 0:
        return _day(next((day for day in days if day.year == today.year), None))
    if node.mod == -1 or (node.mod is None and ctx.tense < 0):
        return _day(max((day for day in days if day <= today), default=None))
    if node.mod == 1 or ctx.tense > 0 or ctx.suite:
        return _day(min((day for day in days if day >= today), default=None))
    return _day(min(days, key=lambda day: abs((day - today).days)))


def _tithi(node: Tithi, ctx: Context) -> Value | None:
    from nirdesh.extract.dates.panchang import tithi_day

    if node.year is not None:
        return _day(tithi_day(node.year, node.month, node.tithi, node.dark), False)
    today = ctx.today
    if today is None:
        return None
    days = [
        day
        for year in (today.year - 1, today.year, today.year + 1)
        if (day := tithi_day(year, node.month, node.tithi, node.dark))
    ]
    if ctx.tense < 0:
        return _day(max((day for day in days if day <= today), default=None))
    if ctx.tense > 0:
        return _day(min((day for day in days if day >= today), default=None))
    return _day(min(days, key=lambda day: abs((day - today).days))) if days else None


# -- lengths ----------------------------------------------------------------------------------------------------------
_UNIT_CODE: Final = {
    "Y": ("Y", 1),
    "FY": ("Y", 1),
    "AY": ("Y", 1),
    "M": ("M", 1),
    "W": ("W", 1),
    "D": ("D", 1),
    "BD": ("BD", 1),
    "FN": ("W", 2),
    "Q": ("M", 3),
    "HY": ("M", 6),
    "DEC": ("Y", 10),
    "CEN": ("Y", 100),
    "WE": ("W", 1),
    "H": ("H", 1),
    "MIN": ("M", 1),
    "S": ("S", 1),
}


def _number(value: Fraction) -> str:
    return str(int(value)) if value.denominator == 1 else f"{float(value):.10g}"


def period(duration: Duration) -> str:
    """ISO 8601 duration.

    Example:
        >>> period(Duration((("Y", Fraction(1)), ("H", Fraction(5, 2)))))
        'P1YT2.5H'
    """
    days, clock = "", ""
    for unit, amount in duration.amounts:
        code, factor = _UNIT_CODE[unit]
        piece = _number(amount * factor) + code
        if unit in ("H", "MIN", "S"):
            clock += piece
        else:
            days += piece
    return "P" + days + ("T" + clock if clock else "")


def has_clock(duration: Duration) -> bool:
    """Whether the length has hours, minutes or seconds."""
    return any(unit in ("H", "MIN", "S") for unit, _ in duration.amounts)


def shifted(moment: datetime, duration: Duration, sign: int) -> datetime | None:
    """The moment that lies the length before (-1) or after (1)."""
    try:
        for unit, amount in duration.amounts:
            if unit == "BD":
                moment = _business(moment, int(amount) * sign)
                continue
            code, factor = _UNIT_CODE[unit]
            total = amount * factor * sign
            if unit in ("H", "MIN", "S"):
                moment += timedelta(seconds=float(total) * {"H": 3600, "M": 60, "S": 1}[code])
            elif code == "W":
                moment += timedelta(days=float(total * 7) if total.denominator != 1 else int(total) * 7)
            elif code == "D":
                moment += timedelta(days=int(total))
            else:
                months = int(total * (12 if code == "Y" else 1))
                moved = add_months(moment.date(), months)
                if moved is None:
                    return None
                moment = datetime.combine(moved, moment.time())
    except OverflowError:
        return None
    return moment


def _business(moment: datetime, days: int) -> datetime:
    step = 1 if days > 0 else -1
    left = min(abs(days), 5000)
    while left:
        moment += timedelta(days=step)
        if moment.weekday() < 5:
            left -= 1
    return moment


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _shift(node: Shift, ctx: Context) -> Value | None:
    base = _anchor(node.base, ctx)
    if base is None:
        return None
    moment = shifted(base, node.duration, node.sign)
    if moment is None:
        return None
    day = moment.date()
    if has_clock(node.duration):
        return Value(day, day, iso(day), _stamp(moment), True)
    if node.mod == "before":
        return Value(None, day, f"../{iso(day)}", f"../{iso(day)}", True)
    if (
        not ctx.suite
        and isinstance(node.base, Now)
        and node.duration.amounts[-1][0] in ("Y", "M", "DEC", "CEN")
    ):
        if node.duration.amounts[-1][0] == "M":
            return _month(day.year, day.month)
        return _year(day.year)
    return _day(day)


def _anchor(base: Node, ctx: Context) -> datetime | None:
    if isinstance(base, Now):
        return ctx.now
    if isinstance(base, Kal) and ctx.tense == 0:
        ctx = replace(ctx, tense=1)
    value = resolve(base, ctx)
    if value is None or value.start is None:
        return None
    return datetime.combine(
        value.start,
        ctx.now.time() if ctx.now and isinstance(base, Rel) and base.n == 0 else datetime.min.time(),
    )


def _next(node: Next, ctx: Context) -> Value | None:
    now = ctx.now
    if now is None:
        return None
    unit = node.duration.amounts[-1][0]
    if has_clock(node.duration):
        other = shifted(now, node.duration, node.sign)
        if other is None:
            return None
        a, b = sorted((now, other))
        return Value(a.date(), b.date(), _edtf_days(a.date(), b.date()), f"{_stamp(a)}/{_stamp(b)}", True)
    if unit == "DEC":
        n = int(node.duration.amounts[0][1])
        start = 10 * (now.year // 10) - (10 * n if node.sign < 0 else -10)
        if not 0 < start < 9000:
            return None
        return Value(
            date(start, 1, 1),
            date(start + 10 * n - 1, 12, 31),
            f"{start:04d}/{start + 10 * n - 1:04d}",
            f"{start:04d}-01-01/{start + 10 * n:04d}-01-01",
            True,
        )
    today = now.date()
    begin = datetime.combine(today + DAY if ctx.suite and node.sign > 0 else today, datetime.min.time())
    if unit == "BD" and node.sign > 0:
        begin = datetime.combine(today, datetime.min.time())
        finish = shifted(begin, node.duration, 1)
        start_day = _business(begin, 1).date()
        return (
            _interval(start_day, finish.date(), f"{iso(start_day)}/{iso(finish.date() + DAY)}")
            if finish
            else None
        )
    finish = shifted(begin, node.duration, node.sign)
    if finish is None:
        return None
    a_day, b_day = sorted((begin.date(), finish.date()))
    return _interval(a_day, b_day)


def _edtf_days(a: date, b: date) -> str:
    return iso(a) if a == b else f"{iso(a)}/{iso(b)}"


def _within(node: Within, ctx: Context) -> Value | None:
    base = _anchor(node.base, ctx) if node.base is not None else ctx.now
    if base is None:
        return Value(None, None, None, period(node.duration), True)
    finish = shifted(base, node.duration, 1)
    if finish is None:
        return None
    clock = has_clock(node.duration)
    if not ctx.suite:
        return Value(
            None,
            finish.date(),
            f"../{iso(finish.date())}",
            f"../{_stamp(finish)}" if clock else f"../{iso(finish.date())}",
            True,
        )
    if node.bare:
        return Value(
            finish.date(),
            finish.date(),
            iso(finish.date()),
            _stamp(finish) if clock else iso(finish.date()),
            True,
        )
    if clock:
        return Value(
            base.date(),
            finish.date(),
            _edtf_days(base.date(), finish.date()),
            f"{_stamp(base)}/{_stamp(finish)}",
            True,
        )
    if node.duration.amounts[-1][0] == "BD":
        return _day(finish.date())
    return _interval(base.date(), finish.date())


def _lasting(node: Lasting, ctx: Context) -> Value | None:
    """तीन दिनों तक from 23 March is 23 to 25 March."""
    timex = period(node.duration)
    if ctx.now is None or ctx.tense <= 0:
        return Value(None, None, None, timex)
    finish = shifted(ctx.now, node.duration, 1)
    if finish is None:
        return None
    return replace(_interval(ctx.now.date(), finish.date() - DAY), timex=timex)


def _next_weekdays(node: NextWeekdays, ctx: Context) -> Value | None:
    today = ctx.today
    if today is None:
        return None
    first = _weekday(Weekday(node.wd, "coming" if node.sign > 0 else "last"), ctx)
    if first is None or first.start is None:
        return None
    days = [first.start + timedelta(days=7 * k * node.sign) for k in range(node.n)]
    text = "{" + ",".join(iso(day) for day in sorted(days)) + "}"
    return Value(min(days), max(days), text, text, True)


def _duration(node: Duration, ctx: Context) -> Value | None:
    return Value(None, None, None, period(node))


# -- intervals --------------------------------------------------------------------------------------------------------
def _range(node: Range, ctx: Context) -> Value | None:
    a, b = _fill(node.first, node.last, ctx)
    first = resolve(a, ctx)
    if first is None or (first.edtf is None and first.timex is None):
        return None
    last = _resolve_after(b, first, ctx)
    if last is None:
        return None
    if first.start and last.end and last.end < first.start:
        return None
    left = "" if first.edtf is None else first.edtf.split("/")[0]
    right = "" if last.edtf is None else last.edtf.split("/")[-1]
    tleft = (first.timex or left).split("/")[0]
    tright = (last.timex or right).split("/")[-1]
    if "REF" in tleft:
        tleft = left
    if "T23:59:59" in tright or "REF" in tright:
        tright = right
    if not left or not right or "{" in left or "X" in left.replace("XXXX-", ""):
        return None
    return Value(
        first.start, last.end, f"{left}/{right}", f"{tleft}/{tright}", first.relative or last.relative
    )


def _fill(a: Node, b: Node, ctx: Context) -> tuple[Node, Node]:
    """Give one end's year to the other; two ends without year are placed together."""
    if isinstance(a, At) and isinstance(b, Clock):
        return a, At(a.day, b)
    if not (isinstance(a, Cal) and isinstance(b, Cal)):
        return a, b
    if a.swap and b.swap and ctx.suite:
        a, b = _order(a, ctx), _order(b, ctx)
    free_a = a.year is None and a.year_rel is None and a.month_rel is None and a.month is not None
    free_b = b.year is None and b.year_rel is None and b.month_rel is None and b.month is not None
    order = ((a.month or 1), (a.day or 1)) > ((b.month or 1), (b.day or 1))
    if free_a and b.year is not None:
        return replace(a, year=b.year - (1 if order and b.month else 0)), b
    if free_b and a.year is not None:
        return a, replace(b, year=a.year + (1 if order and a.month else 0))
    if free_a and free_b and ctx.today is not None and a.mod is None:
        year = _range_year(a, b, order, ctx, ctx.today)
        return replace(a, year=year), replace(b, year=year + (1 if order else 0))
    return a, b


def _range_year(a: Cal, b: Cal, wraps: bool, ctx: Context, today: date) -> int:
    options: list[tuple[date, date, int]] = []
    for year in (today.year - 1, today.year, today.year + 1):
        first = _fixed(year, a.month, a.day, True)
        last = _fixed(year + (1 if wraps else 0), b.month, b.day, True)
        if first and last and first.start and last.end:
            options.append((first.start, last.end, year))
    if not options:
        leap = [y for y in range(today.year, today.year + 9) if safe_date(y, 2, 29)]
        return leap[0] if leap else today.year
    if ctx.tense < 0:
        return max((o for o in options if o[0] <= today), default=options[0])[2]
    if ctx.tense > 0:
        return min((o for o in options if o[1] >= today - timedelta(days=30)), default=options[-1])[2]
    return min(
        options,
        key=lambda o: 0 if o[0] <= today <= o[1] else min(abs((o[0] - today).days), abs((o[1] - today).days)),
    )[2]


def _resolve_after(node: Node, first: Value, ctx: Context) -> Value | None:
    """The end of an interval, on or after its start."""
    start = first.start
    if start is None:
        return resolve(node, ctx)
    if isinstance(node, Weekday) and node.mod is None and node.week is None:
        return _day(start + timedelta(days=(node.wd - start.isoweekday()) % 7 or 7))
    if isinstance(node, Cal) and node.year is None and node.year_rel is None and node.month_rel is None:
        if node.month is not None:
            for year in (start.year, start.year + 1):
                made = _fixed(year, node.month, node.day, True)
                if made is not None and made.end is not None and made.end >= start:
                    return made
        elif node.day is not None:
            for k in (0, 1, 2):
                month = add_months(date(start.year, start.month, 1), k)
                day = safe_date(month.year, month.month, node.day) if month else None
                if day is not None and day >= start:
                    return _day(day)
    if isinstance(node, Shift) and isinstance(node.base, Now) and ctx.now is not None:
        moment = shifted(datetime.combine(start, datetime.min.time()), node.duration, node.sign)
        return _day(moment.date()) if moment else None
    if isinstance(node, Kal):
        return _kal(
            node,
            replace(ctx, tense=1 if first.start and ctx.today and first.start >= ctx.today else ctx.tense),
        )
    return resolve(node, ctx)


def _open(node: Open, ctx: Context) -> Value | None:
    if ctx.tense < 0 and not ctx.suite and node.side == "until":
        ctx = replace(ctx, tense=0)  # an order given in the past still has its deadline ahead
    if isinstance(node.point, (Clock, DayPart)):
        time = clock_text(node.point) if isinstance(node.point, Clock) else None
        timex = (f"../{time}" if node.side in ("before", "until") else f"{time}/..") if time else None
        return Value(None, None, None, timex)
    value = resolve(node.point, ctx)
    if value is None or value.edtf is None:
        return None
    left, right = value.edtf.split("/")[0], value.edtf.split("/")[-1]
    timed = isinstance(node.point, At)
    stamp = value.timex if timed and value.timex else None
    if left.startswith("{") or ".." in value.edtf:
        return None
    if node.side == "before":
        return _before(node, value, left, stamp, ctx)
    if node.side == "until":
        return Value(
            None, value.end, f"../{right}", f"../{stamp.split('/')[-1] if stamp else right}", value.relative
        )
    if node.side == "since":
        return Value(
            value.start, None, f"{left}/..", f"{stamp.split('/')[0] if stamp else left}/..", value.relative
        )
    after = value.end + DAY if value.end is not None and not stamp else None
    text = iso(after) if after is not None else right
    return Value(
        after, None, f"{text}/..", f"{stamp if stamp else (text if after else right)}/..", value.relative
    )


def _before(node: Open, value: Value, left: str, stamp: str | None, ctx: Context) -> Value:
    """15 से पहले ends on the 14th in a record; the suites name the bound itself."""
    if value.start is not None and not stamp and not ctx.suite:
        day = value.start - DAY
        return Value(None, day, f"../{iso(day)}", f"../{iso(day)}", value.relative)
    timex = f"../{stamp}" if stamp else f"../{iso(value.start)}" if value.start else f"../{left}"
    return Value(None, value.start, f"../{left}", timex, value.relative)


def _multi(node: Multi, ctx: Context) -> Value | None:
    items = list(node.items)
    values: list[Value] = []
    anchor_ctx = ctx
    for item in items:
        value = resolve(item, anchor_ctx)
        if value is None or value.edtf is None:
            return None
        values.append(value)
    texts = [value.edtf or "" for value in values]
    joined = "{" + ",".join(texts) + "}"
    return Value(values[0].start, values[-1].end, joined, joined, any(v.relative for v in values))


# -- times ------------------------------------------------------------------------------------------------------------
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


def _daypart(node: DayPart, ctx: Context) -> Value | None:
    a, b = _part_times(node)
    if not node.marked and node.which is None and node.part in ("AF", "PM"):
        return Value(None, None, None, "T12")
    if not node.marked and node.which == "late" and node.part == "AF":
        return Value(None, None, None, "T14")
    return Value(None, None, None, f"{a}/{b}")


def _clock(node: Clock, ctx: Context) -> Value | None:
    return Value(None, None, None, clock_text(node))


def _clock_range(node: ClockRange, ctx: Context) -> Value | None:
    return Value(None, None, None, f"{clock_text(node.first)}/{clock_text(node.last)}")


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


def _now(node: Now, ctx: Context) -> Value | None:
    today = iso(ctx.today) if ctx.today else None
    return Value(ctx.today, ctx.today, today, "PRESENT_REF" if ctx.suite else today, True)


def _asap(node: Asap, ctx: Context) -> Value | None:
    return Value(None, None, None, "FUTURE_REF", True)


# -- recurrence -------------------------------------------------------------------------------------------------------
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
    code, factor = _UNIT_CODE[node.unit]
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
    """RFC 5545 rule of a recurrence.

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
        parts.append(f"BYMONTHDAY={node.day}")
    if node.wd is not None:
        parts.append(f"BYDAY={node.nth or ''}{_DAYS[node.wd - 1]}")
    if isinstance(node.time, Clock):
        parts.append(f"BYHOUR={node.time.hour}")
        if node.time.minute:
            parts.append(f"BYMINUTE={node.time.minute}")
    return ";".join(parts)


_RESOLVERS: Final[dict[type[Node], Callable[[Any, Context], Value | None]]] = {
    Cal: _cal,
    Weekday: _weekday,
    Kal: _kal,
    Rel: _rel,
    Span: _span,
    Nth: _nth,
    Part: _part,
    Season: _season,
    Holiday: _holiday,
    Tithi: _tithi,
    Shift: _shift,
    Lasting: _lasting,
    Next: _next,
    NextWeekdays: _next_weekdays,
    Within: _within,
    Duration: _duration,
    Range: _range,
    Open: _open,
    Multi: _multi,
    DayPart: _daypart,
    Clock: _clock,
    ClockRange: _clock_range,
    At: _at,
    Now: _now,
    Asap: _asap,
    Recur: _recur,
}


def resolve(node: Node, ctx: Context) -> Value | None:
    """Value of an expression, or None where the anchor does not settle it."""
    try:
        return _RESOLVERS[type(node)](node, ctx)
    except (OverflowError, ValueError):  # a year outside the calendar
        return None
