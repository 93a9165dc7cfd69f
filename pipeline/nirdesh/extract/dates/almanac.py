"""Calendar arithmetic and dated calendars: months, weekdays, Easter, festivals."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import cache
from typing import Final

import regex

from nirdesh.extract.dates.lexicon import read_rows

DAY: Final = timedelta(days=1)
_RULE: Final = regex.compile(r"(?P<base>table [A-Z_]+|easter|\d\d-\d\d|\d\d-\d-(?:-1|\d))(?P<shift>[+-]\d+)?")


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_months(day: date, months: int) -> date | None:
    """The same day of another month, or that month's last day.

    Example:
        >>> add_months(date(2024, 1, 31), 1)
        datetime.date(2024, 2, 29)
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_end(year: int, month: int) -> date:
    """Last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def monday(day: date) -> date:
    """Monday of the day's ISO week."""
    return day - timedelta(days=day.weekday())


def nth_weekday(year: int, month: int, wd: int, n: int) -> date | None:
    """The n-th (or -1: last) weekday ``wd`` (1 Monday … 7 Sunday) of a month.

    Example:
        >>> nth_weekday(2016, 11, 4, 4)
        datetime.date(2016, 11, 24)
    """
    if n > 0:
        first = date(year, month, 1)
        day = 1 + (wd - first.isoweekday()) % 7 + 7 * (n - 1)
        return safe_date(year, month, day)
    last = month_end(year, month)
    return last - timedelta(days=(last.isoweekday() - wd) % 7)


def easter(year: int) -> date:
    """Easter Sunday (Gregorian), by the anonymous computus.

    Example:
        >>> easter(2019)
        datetime.date(2019, 4, 21)
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * ell) // 451
    month, day = divmod(h + ell - 7 * m + 114, 31)
    return date(year, month, day + 1)


@cache
def festivals() -> dict[str, tuple[date, ...]]:
    """Days of each festival of the dated calendar, ascending."""
    return {
        key: tuple(date.fromisoformat(day) for day in days.split())
        for key, days in read_rows("festivals.tsv")
    }


@cache
def holiday_rules() -> dict[str, str]:
    """Key of a day -> its rule."""
    return {key: rule for _, key, rule in read_rows("holidays.tsv")}


def _parse(key: str) -> tuple[str, timedelta]:
    match = _RULE.fullmatch(holiday_rules()[key])
    if match is None:
        raise ValueError(f"holidays.tsv: bad rule for {key}")
    return match["base"], timedelta(days=int(match["shift"] or 0))


def is_moving(key: str) -> bool:
    """Whether a festival falls on another day every year.

    Example:
        >>> is_moving("holi"), is_moving("independence-day")
        (True, False)
    """
    return _parse(key)[0].startswith("table ")


def holiday_days(key: str, year: int) -> list[date]:
    """Days of a festival in a year: none where no calendar dates it, two for some Islamic ones.

    Example:
        >>> holiday_days("cyber-monday", 2015)
        [datetime.date(2015, 11, 30)]
    """
    base, shift = _parse(key)
    if not 1 <= year <= 9998:
        return []
    if base.startswith("table "):
        return [day + shift for day in festivals()[base[6:]] if (day + shift).year == year]
    if base == "easter":
        return [easter(year) + shift]
    if len(base) == 5:
        fixed = safe_date(year, int(base[:2]), int(base[3:]))
        return [fixed + shift] if fixed else []
    found = nth_weekday(year, int(base[:2]), int(base[3]), int(base[5:]))
    return [found + shift] if found else []


def fixed_day(key: str) -> tuple[int, int] | None:
    """Month and day of a day that is the same each year."""
    base, shift = _parse(key)
    return (int(base[:2]), int(base[3:])) if len(base) == 5 and not shift else None
