"""Values of lengths and of what is counted with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Final

from nirdesh.extract.dates.almanac import DAY, add_months
from nirdesh.extract.dates.nodes import (
    Duration,
    Kal,
    Lasting,
    LastOf,
    Next,
    NextWeekdays,
    Node,
    Now,
    Rel,
    Shift,
    Weekday,
    Within,
)
from nirdesh.extract.dates.value.core import (
    Context,
    Value,
    day_value,
    interval_value,
    iso,
    month_value,
    resolve,
    resolves,
    year_value,
)
from nirdesh.extract.dates.value.days import weekday_value

UNIT_CODE: Final = {
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
        code, factor = UNIT_CODE[unit]
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
            code, factor = UNIT_CODE[unit]
            total = amount * factor * sign
            if unit in ("H", "MIN", "S"):
                moment += timedelta(seconds=float(total) * {"H": 3600, "M": 60, "S": 1}[code])
            elif code == "W":
                moment += timedelta(days=float(total * 7) if total.denominator != 1 else int(total) * 7)
            elif code == "D":
                moment += timedelta(days=int(total))
            else:
                months = total * (12 if code == "Y" else 1)
                moved = add_months(moment.date(), int(months))
                if moved is None:
                    return None
                rest = timedelta(days=round(float(months - int(months)) * 30))  # डेढ़ माह
                moment = datetime.combine(moved, moment.time()) + rest
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


@resolves(Shift)
def _shift(node: Shift, ctx: Context) -> Value | None:
    base = _anchor(node.base, ctx)
    if base is None or (node.duration.vague and not ctx.suite):
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
            return month_value(day.year, day.month)
        return year_value(day.year)
    return day_value(day)


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


@resolves(LastOf)
def _last_of(node: LastOf, ctx: Context) -> Value | None:
    first = resolve(node.first, ctx)
    if first is None or first.start is None or node.duration.vague:
        return None
    moment = shifted(datetime.combine(first.start, datetime.min.time()), node.duration, 1)
    return day_value(moment.date() - DAY) if moment is not None else None


@resolves(Next)
def _next(node: Next, ctx: Context) -> Value | None:
    now = ctx.now
    if now is None:
        return None
    if node.duration.vague and not ctx.suite:
        return Value(None, None, None, "FUTURE_REF" if node.sign > 0 else "PAST_REF", True)
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
            interval_value(start_day, finish.date(), f"{iso(start_day)}/{iso(finish.date() + DAY)}")
            if finish
            else None
        )
    finish = shifted(begin, node.duration, node.sign)
    if finish is None:
        return None
    a_day, b_day = sorted((begin.date(), finish.date()))
    return interval_value(a_day, b_day)


def _edtf_days(a: date, b: date) -> str:
    return iso(a) if a == b else f"{iso(a)}/{iso(b)}"


@resolves(Within)
def _within(node: Within, ctx: Context) -> Value | None:
    base = _anchor(node.base, ctx) if node.base is not None else ctx.now
    if node.duration.vague and not ctx.suite:
        return Value(None, None, None, "FUTURE_REF", True)  # कुछ सप्ताह के अंदर
    if base is None:
        return Value(None, None, None, period(node.duration), True)
    finish = shifted(base, node.duration, 1)
    if finish is None:
        return None
    clock = has_clock(node.duration)
    if not ctx.suite and (ctx.tense < 0 or (node.bare and ctx.tense == 0)):
        return Value(None, None, None, period(node.duration))  # एक दिन में 40 मामले
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
        return day_value(finish.date())
    return interval_value(base.date(), finish.date())


@resolves(Lasting)
def _lasting(node: Lasting, ctx: Context) -> Value | None:
    """तीन दिनों तक from 23 March is 23 to 25 March."""
    timex = period(node.duration)
    if ctx.now is None or ctx.tense <= 0:
        return Value(None, None, None, timex)
    finish = shifted(ctx.now, node.duration, 1)
    if finish is None:
        return None
    return replace(interval_value(ctx.now.date(), finish.date() - DAY), timex=timex)


@resolves(NextWeekdays)
def _next_weekdays(node: NextWeekdays, ctx: Context) -> Value | None:
    today = ctx.today
    if today is None:
        return None
    first = weekday_value(Weekday(node.wd, "coming" if node.sign > 0 else "last"), ctx)
    if first is None or first.start is None:
        return None
    days = [first.start + timedelta(days=7 * k * node.sign) for k in range(node.n)]
    text = "{" + ",".join(iso(day) for day in sorted(days)) + "}"
    return Value(min(days), max(days), text, text, True)


@resolves(Duration)
def _duration(node: Duration, ctx: Context) -> Value | None:
    return Value(None, None, None, period(node))
