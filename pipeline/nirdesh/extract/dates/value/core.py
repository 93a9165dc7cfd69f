"""Context, value and the table of resolvers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from nirdesh.extract.dates.almanac import add_months, month_end
from nirdesh.extract.dates.nodes import Node

FAR_PAST: Final = timedelta(days=31)  # a plan may have begun a month ago, a told one lie a month ahead


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against.

    Attributes:
        now: Anchor (publication or speaking), or None.
        tense: 1 future, -1 past, 0 unknown.
        suite: Conventions of the assistant test suites (the next N days start tomorrow) instead of the
            record contract's.
        told: Day that the report names in full where no reference is known; dates without year are near it.
        doc_year: Year that the report itself settles for dates without one.
        month_first: In digits the month comes first (American).
    """

    now: datetime | None
    tense: int = 0
    suite: bool = False
    doc_year: int | None = None
    told: date | None = None
    month_first: bool = False

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


def day_value(day: date | None, relative: bool = True) -> Value | None:
    """Value of a day."""
    if day is None:
        return None
    text = iso(day)
    return Value(day, day, text, text, relative)


def interval_value(start: date, end: date, timex: str | None = None, relative: bool = True) -> Value:
    """Value of a stretch of days, both ends included."""
    text = f"{iso(start)}/{iso(end)}"
    return Value(start, end, text, timex or text, relative)


def month_value(year: int, month: int, relative: bool = True) -> Value:
    """Value of a month."""
    text = f"{year:04d}-{month:02d}"
    return Value(date(year, month, 1), month_end(year, month), text, text, relative)


def year_value(year: int, relative: bool = True) -> Value | None:
    """Value of a year."""
    if not 1 <= year <= 9999:
        return None
    text = f"{year:04d}"
    return Value(date(year, 1, 1), date(year, 12, 31), text, text, relative)


def months_value(year: int, month: int, count: int, timex: str | None = None, relative: bool = True) -> Value:
    """Value of a stretch of whole months."""
    start = date(year, month, 1)
    last = add_months(start, count - 1) or start
    text = f"{year:04d}-{month:02d}/{last.year:04d}-{last.month:02d}"
    return Value(start, month_end(last.year, last.month), text, timex or text, relative)


UNKNOWN_DAY: Final = Value(None, None, "XXXX-XX-XX", "XXXX-XX-XX", True)


UNKNOWN_UNITS: Final = {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX", "Q": "XXXX-QX"}


Resolver = Callable[[Any, Context], Value | None]


RESOLVERS: Final[dict[type[Node], Resolver]] = {}


def resolves(kind: type[Node]) -> Callable[[Resolver], Resolver]:
    """Register the function that gives the value of a kind of expression."""

    def register(function: Resolver) -> Resolver:
        RESOLVERS[kind] = function
        return function

    return register


def resolve(node: Node, ctx: Context) -> Value | None:
    """Value of an expression, or None where the anchor does not settle it."""
    try:
        return RESOLVERS[type(node)](node, ctx)
    except (OverflowError, ValueError):  # a year outside the calendar
        return None
