"""Days of the Hindu lunar calendar, computed from the places of sun and moon.

A day bears the tithi that runs at its sunrise (Ujjain). Months are those of northern India, which begin
after full moon (purnimanta); of a doubled month the second, proper one is meant. Longitudes follow J.
Meeus, Astronomical Algorithms (truncated series, good to 0.02 degrees); the sidereal zero is Lahiri's.
The tests hold the result against the dated festivals of ``festivals.tsv``.
"""

from __future__ import annotations

import math
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

_J2000: Final = date(2000, 1, 1).toordinal() - 0.5  # noon of 1 January 2000 is day 0.5 after it
SUNRISE: Final = 0.5 / 24  # 6:00 in India is 0:30 universal time
SYNODIC: Final = 29.530588861
FIRST_YEAR, LAST_YEAR = 1800, 2199

# D, M, M', F multiples and coefficient (1e-6 degrees) of the moon's longitude
_MOON: Final = (
    (0, 0, 1, 0, 6288774),
    (2, 0, -1, 0, 1274027),
    (2, 0, 0, 0, 658314),
    (0, 0, 2, 0, 213618),
    (0, 1, 0, 0, -185116),
    (0, 0, 0, 2, -114332),
    (2, 0, -2, 0, 58793),
    (2, -1, -1, 0, 57066),
    (2, 0, 1, 0, 53322),
    (2, -1, 0, 0, 45758),
    (0, 1, -1, 0, -40923),
    (1, 0, 0, 0, -34720),
    (0, 1, 1, 0, -30383),
    (2, 0, 0, -2, 15327),
    (0, 0, 1, 2, -12528),
    (0, 0, 1, -2, 10980),
    (4, 0, -1, 0, 10675),
    (0, 0, 3, 0, 10034),
    (4, 0, -2, 0, 8548),
    (2, 1, -1, 0, -7888),
    (2, 1, 0, 0, -6766),
    (1, 0, -1, 0, -5163),
    (1, 1, 0, 0, 4987),
    (2, -1, 1, 0, 4036),
)


def _centuries(moment: float) -> float:
    """Julian centuries since 2000 of an ordinal day with fraction (universal time)."""
    return (moment - _J2000 - 1.0) / 36525.0


def sun_longitude(moment: float) -> float:
    """Apparent longitude of the sun, degrees of date."""
    t = _centuries(moment)
    anomaly = math.radians(357.52911 + 35999.05029 * t)
    centre = (
        (1.914602 - 0.004817 * t) * math.sin(anomaly)
        + 0.019993 * math.sin(2 * anomaly)
        + 0.000289 * math.sin(3 * anomaly)
    )
    return (280.46646 + 36000.76983 * t + centre - 0.00569) % 360.0


def moon_longitude(moment: float) -> float:
    """Longitude of the moon, degrees of date."""
    t = _centuries(moment)
    mean = 218.3164477 + 481267.88123421 * t
    d = 297.8501921 + 445267.1114034 * t
    m = 357.5291092 + 35999.0502909 * t
    mp = 134.9633964 + 477198.8675055 * t
    f = 93.2720950 + 483202.0175233 * t
    eccentricity = 1 - 0.002516 * t
    total = 0.0
    for kd, km, kp, kf, size in _MOON:
        term = size * math.sin(math.radians(kd * d + km * m + kp * mp + kf * f))
        total += term * eccentricity ** abs(km)
    return (mean + total / 1e6) % 360.0


def tithi_at(moment: float) -> float:
    """How many tithis of the lunar month have passed, 0 to 30."""
    return ((moon_longitude(moment) - sun_longitude(moment)) % 360.0) / 12.0


def _new_moon_after(moment: float) -> float:
    """The first new moon at or after a moment."""
    guess = moment + (30.0 - tithi_at(moment)) % 30.0 * SYNODIC / 30.0
    for _ in range(8):
        gap = (tithi_at(guess) + 15.0) % 30.0 - 15.0
        guess -= gap * SYNODIC / 30.0
        if abs(gap) < 1e-5:
            break
    return guess


def _sign(moment: float) -> int:
    """Sidereal sign of the sun: 0 Mesha … 11 Mina."""
    ayanamsa = 23.853 + 1.3969713 * _centuries(moment)
    return int(((sun_longitude(moment) - ayanamsa) % 360.0) // 30.0)


@lru_cache(maxsize=512)
def _bright_halves(year: int) -> dict[int, float]:
    """Month number -> the new moon that begins its bright half, for the lunar year that begins in spring."""
    found: dict[int, float] = {}
    moon = _new_moon_after(date(year, 2, 20).toordinal())
    for _ in range(16):
        following = _new_moon_after(moon + 20.0)
        month = (_sign(moon) + 1) % 12 + 1
        leap = _sign(following) == _sign(moon)
        if not leap and (month == 1 or found) and month not in found:
            found[month] = moon
        if month == 12 and not leap and found:
            break
        moon = following
    return found


def _day_of(new_moon: float, tithi: int) -> date:
    """The day at whose sunrise the tithi (1-30 after that new moon) runs, or during which it passes."""
    guess = int(new_moon + (tithi - 1) * SYNODIC / 30.0) - 2
    for ordinal in range(guess, guess + 6):
        passed = (tithi_at(ordinal + SUNRISE) - (tithi - 1) + 15.0) % 30.0 - 15.0
        if passed >= 0.0:
            # a tithi that begins and ends between two sunrises belongs to the day in which it lies
            return date.fromordinal(ordinal if passed < 1.0 else ordinal - 1)
    return date.fromordinal(guess)


def tithi_day(year: int, month: int, tithi: int, dark: bool) -> date | None:
    """Day of a tithi.

    Args:
        year: Common year in which the lunar year begins (in spring).
        month: 1 Chaitra … 12 Phalguna.
        tithi: 1-15; 15 is full moon in the bright half, new moon in the dark one.
        dark: Whether it is the dark half, which in the north precedes the bright half of its month (so that
            of Chaitra lies in the last weeks before the lunar year begins).

    Returns:
        The day, or None outside the years that the series covers.

    Example:
        >>> tithi_day(2024, 1, 9, dark=False)  # चैत्र शुक्ल नवमी, राम नवमी
        datetime.date(2024, 4, 17)
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    halves = _bright_halves(year)
    if month not in halves:
        return None
    if not dark:
        return _day_of(halves[month], tithi)
    before = _new_moon_after(halves[month] - 32.0)
    return _day_of(before, 15 + tithi)


def lunar_year(year: int) -> tuple[date, date] | None:
    """First and last day of the lunar year that begins in spring of ``year``.

    Example:
        >>> lunar_year(2024)
        (datetime.date(2024, 4, 9), datetime.date(2025, 3, 29))
    """
    first, following = tithi_day(year, 1, 1, dark=False), tithi_day(year + 1, 1, 1, dark=False)
    return (first, following - timedelta(days=1)) if first and following else None
