"""Values of weeks, months, years and their parts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from nirdesh.extract.dates.almanac import DAY, add_months, monday
from nirdesh.extract.dates.nodes import Nth, Part, Rel, Span
from nirdesh.extract.dates.panchang import lunar_year
from nirdesh.extract.dates.value.core import (
    UNKNOWN_DAY,
    UNKNOWN_UNITS,
    Context,
    Value,
    day_value,
    interval_value,
    iso,
    month_value,
    months_value,
    resolve,
    resolves,
    year_value,
)


@resolves(Rel)
def _rel(node: Rel, ctx: Context) -> Value | None:
    today = ctx.today
    if today is None:
        return (
            UNKNOWN_DAY if node.unit == "D" else Value(None, None, None, UNKNOWN_UNITS.get(node.unit), True)
        )
    return _unit_value(node.unit, node.n, today, ctx)


def _unit_value(unit: str, n: int, today: date, ctx: Context) -> Value | None:
    """The unit that lies ``n`` units from the one of ``today``."""
    if unit in ("D", "BD"):
        return day_value(today + timedelta(days=n))
    if unit in ("W", "WE", "FN"):
        return _weeks(unit, monday(today) + timedelta(days=7 * n))
    if unit in _MONTHS_IN and unit not in ("Y", "DEC"):
        return _month_block(unit, n, today)
    if unit == "Y":
        return year_value(today.year + n)
    if unit in ("FY", "AY"):
        return _financial(today.year + n - (0 if ctx.suite or today.month >= 4 else 1), ctx)
    if unit in ("DEC", "CEN"):
        years = 10 if unit == "DEC" else 100
        return _span(Span(unit, years * (today.year // years + n)), ctx)
    return None


def _weeks(unit: str, start: date) -> Value | None:
    """Week, weekend or fortnight that begins with a Monday."""
    year, week, _ = start.isocalendar()
    code = f"{year:04d}-W{week:02d}"
    if unit == "WE":
        return interval_value(start + 5 * DAY, start + 6 * DAY, f"{code}-WE")
    if unit == "FN":
        return interval_value(start, start + 13 * DAY)
    return interval_value(start, start + 6 * DAY, code)


def _month_block(unit: str, n: int, today: date) -> Value | None:
    """Month, quarter or half year ``n`` from that of ``today``."""
    months = _MONTHS_IN[unit]
    first = add_months(date(today.year, months * ((today.month - 1) // months) + 1, 1), months * n)
    if first is None:
        return None
    if months == 1:
        return month_value(first.year, first.month)
    code = f"{first.year:04d}-{'Q' if months == 3 else 'H'}{(first.month - 1) // months + 1}"
    return months_value(first.year, first.month, months, code)


def _financial(year: int, ctx: Context, relative: bool = True) -> Value | None:
    if not 1 <= year <= 9998:
        return None
    text = f"{year:04d}-04-01/{year + 1:04d}-03-31"
    return Value(
        date(year, 4, 1), date(year + 1, 3, 31), text, f"FY{year:04d}" if ctx.suite else text, relative
    )


@resolves(Span)
def _span(node: Span, ctx: Context) -> Value | None:
    year = node.year
    if node.unit == "SAMVAT":
        days = lunar_year(year)
        return interval_value(*days, relative=False) if days else None
    if node.unit in ("FY", "AY"):
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


@resolves(Nth)
def _nth(node: Nth, ctx: Context) -> Value | None:
    outer = resolve(node.within, ctx) if node.within is not None else None
    if node.within is None:
        if ctx.today is None:
            return None
        outer = _unit_value("M" if node.wd is not None or node.unit == "W" else "Y", 0, ctx.today, ctx)
    if outer is None or outer.start is None or outer.end is None:
        return None
    start, end = outer.start, outer.end
    if node.wd is not None:
        return day_value(_nth_weekday(node.n, node.wd, start, end))
    if node.unit in _MONTHS_IN:
        return _nth_months(node, start, end, ctx)
    if node.unit == "W":
        return _nth_week(node.n, start, end, ctx)
    if node.unit == "FN":
        return _half_month(node.n, start, end)
    if node.unit == "WE":
        saturday = _nth_weekday(node.n, 6, start, end)
        return interval_value(saturday, saturday + DAY) if saturday else None
    if node.unit == "D":
        day = end + (node.n + 1) * DAY if node.n < 0 else start + (node.n - 1) * DAY
        return day_value(day) if start <= day <= end else None
    return None


def _half_month(n: int, start: date, end: date) -> Value | None:
    """जून का पहला पखवाड़ा: the days until the 15th, or those after it."""
    if n == 1:
        return interval_value(start, start + 14 * DAY)
    return interval_value(start + 15 * DAY, end) if n in (2, -1) else None


_MONTHS_IN: Final = {"Q": 3, "HY": 6, "M": 1, "Y": 12, "DEC": 120}


def _nth_weekday(n: int, wd: int, start: date, end: date) -> date | None:
    """The n-th (-1 the last) weekday of a stretch of days."""
    if n < 0:
        return end - timedelta(days=(end.isoweekday() - wd) % 7)
    day = start + timedelta(days=(wd - start.isoweekday()) % 7 + 7 * (n - 1))
    return day if day <= end else None


def _nth_months(node: Nth, start: date, end: date, ctx: Context) -> Value | None:
    """The n-th month, quarter, half year, year or decade of a longer unit."""
    months = _MONTHS_IN[node.unit]
    total = (end.year - start.year) * 12 + end.month - start.month + 1
    begin = add_months(start, months * (total // months + node.n if node.n < 0 else node.n - 1))
    if begin is None or not start <= begin <= end:
        return None
    if node.unit == "Y":
        return year_value(begin.year)
    if node.unit == "DEC":
        return _span(Span("DEC", begin.year), ctx)
    if node.unit == "M":
        return month_value(begin.year, begin.month)
    code = f"{begin.year:04d}-{'Q' if months == 3 else 'H'}{(begin.month - 1) // months + 1}"
    return months_value(begin.year, begin.month, months, code)


def _nth_week(n: int, start: date, end: date, ctx: Context) -> Value | None:
    """Week of a year by ISO; of a month days 1-7, 8-14 and so on (suites: by its first Thursday)."""
    long = (end - start).days > 31
    if not long and not ctx.suite:
        if n < 0:
            return interval_value(end - 6 * DAY, end)
        begin = start + timedelta(days=7 * (n - 1))
        return interval_value(begin, min(begin + 6 * DAY, end)) if begin <= end else None
    if n < 0:
        thursday = end - timedelta(days=(end.isoweekday() - 4) % 7)
    else:
        thursday = start + timedelta(days=(4 - start.isoweekday()) % 7 + 7 * (n - 1))
    if thursday > end:
        return None
    begin = monday(thursday)
    year, week, _ = begin.isocalendar()
    return interval_value(begin, begin + 6 * DAY, f"{year:04d}-W{week:02d}")


@resolves(Part)
def _part(node: Part, ctx: Context) -> Value | None:
    outer = resolve(node.within, ctx)
    if outer is None or outer.start is None or outer.end is None:
        return None
    start, end, today = outer.start, outer.end, ctx.today
    days = (end - start).days + 1
    if node.which == "week":
        begin = monday(start)
        year, week, _ = begin.isocalendar()
        return interval_value(begin, begin + 6 * DAY, f"{year:04d}-W{week:02d}")
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
        return interval_value(today, end)
    if node.which == "late" and today is not None:
        return (
            interval_value(max(today, start), end, f"{iso(max(today, start))}/{iso(end + DAY)}")
            if start <= today <= end
            else outer
        )
    if node.which == "early" and today is not None:
        return interval_value(start, today) if start < today <= end else outer
    if days == 1:
        return Value(start, end, iso(start), f"{iso(start)}T23:59:59", True)
    return _piece(node.which, start, end, days, ctx)


def _piece(which: str, start: date, end: date, days: int, ctx: Context) -> Value | None:
    if days == 7:
        cuts = {"start": (0, 2), "mid": (2, 4), "end": (3, 6)}
        first, last = cuts.get(which, (0, 6))
        return interval_value(start + first * DAY, start + last * DAY)
    if ctx.suite:
        half = {"start": 0, "mid": 1, "end": 2}.get(which, 0)
        if days <= 31:
            begin = (start, start + 9 * DAY, start + 15 * DAY)[half]
            return interval_value(
                begin,
                (start + 14 * DAY, start + 19 * DAY, end)[half],
                f"{iso(begin)}/{iso((start + 15 * DAY, start + 20 * DAY, end + DAY)[half])}",
            )
        middle = add_months(start, ((end.year - start.year) * 12 + end.month - start.month + 1) // 2) or start
        return interval_value(
            start if which == "start" else middle, middle - DAY if which == "start" else end
        )
    if days <= 31:
        bounds = {"start": (0, 9), "mid": (10, 19), "end": (20, days - 1)}
        first, last = bounds.get(which, (0, days - 1))
        return interval_value(start + first * DAY, start + last * DAY)
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    third = max(1, months // 3)
    offset = {"start": 0, "mid": third, "end": months - third}.get(which, 0)
    begin_month = add_months(start, offset)
    return months_value(begin_month.year, begin_month.month, third) if begin_month else None
