"""What a time expression says, before it is resolved against an anchor."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Unit = str  # S MIN H D BD W FN WE M Q HY Y FY AY DEC CEN
Side = Literal["before", "after", "since", "until"]


@dataclass(frozen=True, slots=True)
class Node:
    """Root of the expression types."""


@dataclass(frozen=True, slots=True)
class Cal(Node):
    """A calendar date, month or year, any part of which may be missing or relative.

    Attributes:
        year_rel: Years from the anchor's (अगले साल जून).
        month_rel: Months from the anchor's (अगले महीने की 20 तारीख).
        mod: -1, 0, 1 for पिछले, इस, अगले before a month or date without year.
        swap: Day and month as written in digits may be meant the other way round.
        century: Two-digit years of another century are allowed (False for four digits).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    wd: int | None = None
    year_rel: int | None = None
    month_rel: int | None = None
    mod: int | None = None
    swap: bool = False


@dataclass(frozen=True, slots=True)
class Weekday(Node):
    """A weekday; ``week`` counts weeks from the anchor's, ``mod`` is how it is qualified."""

    wd: int
    mod: str | None = None  # this, next, coming, last
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Rel(Node):
    """A unit counted from the anchor's own: 0 this, 1 next, -1 last.

    Attributes:
        told: Counted from the day that the text has just spoken of (अगले दिन, उस दिन).
    """

    unit: Unit
    n: int
    told: bool = False


@dataclass(frozen=True, slots=True)
class Vague(Node):
    """A stretch without bounds: पिछले दिनों (-1), आने वाले वर्षों (1), इन दिनों (0)."""

    n: int


@dataclass(frozen=True, slots=True)
class Kal(Node):
    """कल and परसों: before or after by tense; ``n`` is the distance in days."""

    n: int


@dataclass(frozen=True, slots=True)
class Now(Node):
    """अब, अभी."""


@dataclass(frozen=True, slots=True)
class Asap(Node):
    """जल्द से जल्द."""


@dataclass(frozen=True, slots=True)
class Span(Node):
    """A fixed stretch of years: decade, century, financial year."""

    unit: Unit
    year: int
    two_digit: bool = False


@dataclass(frozen=True, slots=True)
class Nth(Node):
    """The n-th (-1 the last) unit or weekday of a container; container None is the current month or year."""

    n: int
    unit: Unit
    wd: int | None = None
    within: Node | None = None


@dataclass(frozen=True, slots=True)
class Part(Node):
    """Start, middle, end or rest of a unit; early and late are parts that begin or end at the anchor."""

    within: Node
    which: str


@dataclass(frozen=True, slots=True)
class Duration(Node):
    """A length: amounts by unit, in the order said."""

    amounts: tuple[tuple[Unit, Fraction], ...]
    mod: str | None = None
    vague: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Shift(Node):
    """A length before (-1) or after (1) a base."""

    base: Node
    duration: Duration
    sign: int
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Next(Node):
    """The next (1) or last (-1) stretch of that length."""

    duration: Duration
    sign: int


@dataclass(frozen=True, slots=True)
class NextWeekdays(Node):
    """The next (1) or last (-1) ``n`` Sundays."""

    wd: int
    n: int
    sign: int


@dataclass(frozen=True, slots=True)
class Within(Node):
    """Inside a length that starts at the base; ``bare`` for N units में, which may also be a plain duration."""

    duration: Duration
    base: Node | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Lasting(Node):
    """A length with तक: it begins at the anchor where the verb looks ahead, else it is a plain duration."""

    duration: Duration


@dataclass(frozen=True, slots=True)
class LastOf(Node):
    """The last day of a length that begins with ``first`` (12 मई से तीन दिन तक)."""

    first: Node
    duration: Duration


@dataclass(frozen=True, slots=True)
class Range(Node):
    """From one point to another."""

    first: Node
    last: Node


@dataclass(frozen=True, slots=True)
class Open(Node):
    """Before, after, since or until a point."""

    point: Node
    side: Side


@dataclass(frozen=True, slots=True)
class Indefinite(Node):
    """From ``start`` (None: the anchor) until something else is said (अगले आदेश तक)."""

    start: Node | None = None


@dataclass(frozen=True, slots=True)
class Multi(Node):
    """Several days of one list."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Holiday(Node):
    """A festival or day by its key, with the year where it is said."""

    key: str
    year: int | None = None
    year_rel: int | None = None
    mod: int | None = None


@dataclass(frozen=True, slots=True)
class Tithi(Node):
    """A day of the Hindu calendar; month 1 is Chaitra, tithi 1-15, dark half or bright half."""

    month: int
    tithi: int
    dark: bool
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Clock(Node):
    """A time of day; ``fixed`` where it is known which half of the day is meant."""

    hour: int
    minute: int | None = None
    second: int | None = None
    fixed: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class DayPart(Node):
    """सुबह, दोपहर, शाम, रात; ``which`` early or late."""

    part: str
    which: str | None = None
    marked: bool = False


@dataclass(frozen=True, slots=True)
class ClockRange(Node):
    """From one time of day to another."""

    first: Clock
    last: Clock


@dataclass(frozen=True, slots=True)
class At(Node):
    """A day with a time, a part of the day or a range of times."""

    day: Node
    time: Clock | DayPart | ClockRange | Open


@dataclass(frozen=True, slots=True)
class Season(Node):
    """A season, with its year where it is said."""

    code: str
    year: int | None = None
    year_rel: int | None = None
    which: str | None = None


@dataclass(frozen=True, slots=True)
class Recur(Node):
    """A recurrence: every ``interval`` units, or on a weekday, day of month or day of the year.

    ``more`` holds further weekdays, or further days of the month; ``nths`` further counts of ``nth``.
    """

    unit: Unit
    interval: int = 1
    wd: int | None = None
    day: int | None = None
    month: int | None = None
    nth: int | None = None
    more: tuple[int, ...] = ()
    nths: tuple[int, ...] = ()
    times: int | None = None
    time: Clock | DayPart | None = None
