"""Values of festivals, seasons and days of the Hindu calendar."""

from __future__ import annotations

from datetime import timedelta

from nirdesh.extract.dates import almanac
from nirdesh.extract.dates.nodes import Holiday, Season, Tithi
from nirdesh.extract.dates.panchang import tithi_day
from nirdesh.extract.dates.value.core import FAR_PAST, Context, Value, day_value, months_value, resolves


@resolves(Season)
def _season(node: Season, ctx: Context) -> Value | None:
    year = node.year
    if node.year_rel is not None and ctx.today is not None:
        year = ctx.today.year + node.year_rel
    code = node.code
    if ctx.suite:
        return Value(None, None, None, f"{year}-{code}" if year else code)
    months = {"SP": (2, 2), "SU": (4, 3), "RA": (7, 3), "FA": (10, 2), "WI": (11, 4)}[code]
    return months_value(year, months[0], months[1], f"{year}-{code}") if year else None


@resolves(Holiday)
def _holiday(node: Holiday, ctx: Context) -> Value | None:
    today = ctx.today
    if node.year is not None:
        return day_value(next(iter(almanac.holiday_days(node.key, node.year)), None), False)
    if today is None:
        fixed = almanac.fixed_day(node.key)
        if fixed is None:
            return None
        text = f"XXXX-{fixed[0]:02d}-{fixed[1]:02d}"
        return Value(None, None, text, text)
    if node.year_rel is not None:
        return day_value(next(iter(almanac.holiday_days(node.key, today.year + node.year_rel)), None))
    days = [
        day
        for year in (today.year - 1, today.year, today.year + 1)
        for day in almanac.holiday_days(node.key, year)
    ]
    if not days:
        return None
    if node.mod == 0:
        return day_value(next((day for day in days if day.year == today.year), None))
    soon = [day for day in days if timedelta(0) <= day - today <= FAR_PAST]
    if node.mod is None and soon and not ctx.suite:
        return day_value(soon[0])  # told in the past, yet about to come
    if node.mod == -1 or (node.mod is None and ctx.tense < 0):
        return day_value(max((day for day in days if day <= today), default=None))
    if node.mod == 1 or ctx.tense > 0 or ctx.suite:
        return day_value(min((day for day in days if day >= today), default=None))
    return day_value(min(days, key=lambda day: abs((day - today).days)))


@resolves(Tithi)
def _tithi(node: Tithi, ctx: Context) -> Value | None:
    if node.year is not None:
        return day_value(tithi_day(node.year, node.month, node.tithi, node.dark), False)
    today = ctx.today
    if today is None:
        return None
    days = [
        day
        for year in (today.year - 1, today.year, today.year + 1)
        if (day := tithi_day(year, node.month, node.tithi, node.dark))
    ]
    if ctx.tense < 0:
        return day_value(max((day for day in days if day <= today), default=None))
    if ctx.tense > 0:
        return day_value(min((day for day in days if day >= today), default=None))
    return day_value(min(days, key=lambda day: abs((day - today).days))) if days else None
