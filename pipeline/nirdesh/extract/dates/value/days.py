"""Values of dates, weekdays and days told from the anchor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from nirdesh.extract.dates.almanac import add_months, monday, month_end, safe_date
from nirdesh.extract.dates.nodes import Asap, Cal, Kal, Now, Vague, Weekday
from nirdesh.extract.dates.value.core import (
    FAR_PAST,
    UNKNOWN_DAY,
    Context,
    Value,
    day_value,
    iso,
    month_value,
    resolves,
    year_value,
)


@resolves(Cal)
def _cal(node: Cal, ctx: Context) -> Value | None:
    month, day = node.month, node.day
    if node.swap and month is not None and day is not None:
        node = day_month_order(node, ctx)
        month, day = node.month, node.day
    year = node.year
    today = ctx.today
    if node.year_rel is not None or node.month_rel is not None:
        if today is None and month is not None and node.month_rel is None:
            return _cal(replace(node, year_rel=None), ctx)
        if today is None:
            return None
        base = add_months(date(today.year, today.month, 1), 12 * (node.year_rel or 0) + (node.month_rel or 0))
        if base is None:
            return None
        if node.month_rel is not None:
            return fixed_value(base.year, base.month, day, True)
        return fixed_value(base.year, month, day, True)
    if year is not None:
        return fixed_value(year, month, day, False)
    if month is None:
        return _day_of_month(node, ctx)
    if today is None:
        if ctx.doc_year is not None:
            return fixed_value(ctx.doc_year, month, day, True)
        text = f"XXXX-{month:02d}" + (f"-{day:02d}" if day is not None else "")
        return Value(None, None, text, text) if day is None or safe_date(2000, month, day) else None
    return fixed_value(_choose_year(node, ctx, today), month, day, True)


def day_month_order(node: Cal, ctx: Context) -> Cal:
    """Day and month in digits: by the weekday where one is said, else as the context says."""
    swapped = replace(node, month=node.day, day=node.month, swap=False)
    if node.wd is not None and ctx.today is not None:
        years = [node.year] if node.year is not None else [ctx.today.year, ctx.today.year + 1]
        for candidate in (swapped, replace(node, swap=False)):
            made = safe_date(years[0], candidate.month or 1, candidate.day or 1)
            if made is not None and made.isoweekday() == node.wd:
                return candidate
    return swapped if ctx.month_first else replace(node, swap=False)


def fixed_value(year: int, month: int | None, day: int | None, relative: bool) -> Value | None:
    """Value of a date whose year is known."""
    if not 1 <= year <= 9999:
        return None
    if month is None:
        return year_value(year, relative)
    if day is None:
        return month_value(year, month, relative)
    made = safe_date(year, month, day)
    if made is None:
        text = f"{year:04d}-{month:02d}-{day:02d}"
        return Value(None, None, None, text, relative)
    return day_value(made, relative)


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
    if ctx.tense < 0 and not ctx.suite and any(timedelta(0) <= o[0] - today <= FAR_PAST for o in options):
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
        return day_value(made)
    return None


@resolves(Weekday)
def weekday_value(node: Weekday, ctx: Context) -> Value | None:
    """Value of a weekday: by its qualifier, else by tense."""
    today = ctx.today
    if today is None:
        return UNKNOWN_DAY
    if node.week is not None:
        return day_value(monday(today) + timedelta(days=7 * node.week + node.wd - 1))
    ahead = (node.wd - today.isoweekday()) % 7
    if node.mod == "this":
        return day_value(monday(today) + timedelta(days=node.wd - 1))
    if node.mod == "next":
        return day_value(monday(today) + timedelta(days=7 + node.wd - 1))
    if node.mod == "coming":
        return day_value(today + timedelta(days=ahead or 7))
    if node.mod == "last":
        return day_value(today - timedelta(days=(today.isoweekday() - node.wd) % 7 or 7))
    if ctx.tense < 0:
        return day_value(today - timedelta(days=(today.isoweekday() - node.wd) % 7))
    if ctx.tense == 0 and not ctx.suite:
        behind = (today.isoweekday() - node.wd) % 7
        return day_value(today - timedelta(days=behind) if behind <= ahead else today + timedelta(days=ahead))
    return day_value(today + timedelta(days=ahead))


@resolves(Kal)
def kal_value(node: Kal, ctx: Context) -> Value | None:
    """Value of कल and परसों, by tense."""
    if ctx.today is None:
        return UNKNOWN_DAY
    return day_value(ctx.today + timedelta(days=-node.n if ctx.tense < 0 else node.n))


@resolves(Now)
def _now(node: Now, ctx: Context) -> Value | None:
    today = iso(ctx.today) if ctx.today else None
    return Value(ctx.today, ctx.today, today, "PRESENT_REF" if ctx.suite else today, True)


@resolves(Vague)
def _vague(node: Vague, ctx: Context) -> Value | None:
    return Value(None, None, None, {-1: "PAST_REF", 0: "PRESENT_REF"}.get(node.n, "FUTURE_REF"), True)


@resolves(Asap)
def _asap(node: Asap, ctx: Context) -> Value | None:
    return Value(None, None, None, "FUTURE_REF", True)
