"""The day of publication: from metadata, a dateline, an address, or the user."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Final
from urllib.parse import unquote

import regex

from nirdesh.report import PublishedFrom
from nirdesh.text.characters import plain
from nirdesh.text.data import table

FIRST_DAY: Final = date(1995, 1, 1)
# A fixed end, not today: the same page must give the same record in every year.
LAST_DAY: Final = date(2099, 12, 31)

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR: Final = r"(?P<y>(?:19|20)\d\d)"
# Numbers joined by one kind of sign, with no digit at either end. Indian pages write the day first.
_IN_ADDRESS: Final = tuple(
    regex.compile(rf"(?<!\d){pattern}", regex.IGNORECASE)
    for pattern in (
        rf"{_YEAR}(?P<s>[/_.-])(?P<m>\d\d?)(?P=s)(?P<d>\d\d?)(?!\d)",
        rf"(?P<d>\d\d?)(?P<s>[/_.-])(?P<m>\d\d?)(?P=s){_YEAR}(?!\d)",
        rf"{_YEAR}(?P<s>[/_-])(?P<m>{'|'.join(_MONTHS)})[a-z]*(?P=s)(?P<d>\d\d?)(?!\d)",
        rf"(?P<d>\d\d?)(?P<s>[/_-])(?P<m>{'|'.join(_MONTHS)})[a-z]*(?P=s){_YEAR}(?!\d)",
        rf"{_YEAR}(?P<m>\d\d)(?P<d>\d\d)(?:[T_-]?\d{{4}}|[T_-]?\d{{6}})?(?!\d)",
    )
)
_ISO: Final = regex.compile(r"\s*(\d{4})([-/.])(\d\d)\2(\d\d)(?!\d)")
_DAY_FIRST: Final = regex.compile(r"\s*(\d\d?)[./-](\d\d?)[./-]((?:19|20)\d\d)(?!\d)")
_LONGEST: Final = 80


def day_in_words(value: str) -> str | None:
    """The ISO day that a source's own words name, or None.

    Reads ISO days and times (the day as written, whatever the zone; also with ``/`` or ``.``), feed dates,
    days written ``24/01/2026`` and days in Hindi or English words.

    Example:
        >>> day_in_words("2026-01-24T00:10:00+05:30"), day_in_words("Sat, 24 Jan 2026 10:00:00 GMT")
        ('2026-01-24', '2026-01-24')
        >>> day_in_words("२४/०१/२०२६"), day_in_words("2026/01/24"), day_in_words("कल")
        ('2026-01-24', '2026-01-24', None)
    """
    value = plain(value).strip()
    if match := _ISO.match(value):
        return _iso(match[1], match[3], match[4])
    if match := _DAY_FIRST.match(value):
        return _iso(match[3], match[2], match[1])
    if value.isdecimal():
        return _compact(value)
    try:
        return _within(parsedate_to_datetime(value).date())
    except (ValueError, TypeError, IndexError):
        return _worded(value)


def _compact(value: str) -> str | None:
    return _iso(value[:4], value[4:6], value[6:8]) if len(value) in {8, 12, 14} else None


def _worded(value: str) -> str | None:
    return day_in_line(value) if len(value) <= _LONGEST else None


def day_in_line(line: str) -> str | None:
    """The first complete day in a line of text, its month in Hindi or English words or in figures, or None.

    Example:
        >>> day_in_line("प्रकाशित: 12 मार्च 2024, 10:20"), day_in_line("Updated on March 12, 2024")
        ('2024-03-12', '2024-03-12')
        >>> day_in_line("दिनांक १२.०३.२०२४"), day_in_line("12 मार्च"), day_in_line("मार्च 2024")
        ('2024-03-12', None, None)
    """
    for match in _day_pattern().finditer(plain(line)):
        year, month, day = (match[name + "1"] or match[name + "2"] or match[name + "3"] for name in "ymd")
        number = month if month.isdecimal() else str(_month_number(month))
        if found := _iso(year, number, day):
            return found
    return None


@cache
def _day_pattern() -> regex.Pattern[str]:
    months = "|".join(f"(?:{name})" for name in _month_names())
    gap, year = r"[\s,./-]{1,3}", r"(?:19|20)\d\d"
    return regex.compile(
        rf"(?<![\d.,/-])(?P<d1>\d\d?)(?:st|nd|rd|th)?{gap}(?P<m1>{months})\.?{gap}(?P<y1>{year})(?!\d)"
        rf"|(?P<m2>{months})\.?\s{{1,2}}(?P<d2>\d\d?)(?:st|nd|rd|th)?,?\s{{1,2}}(?P<y2>{year})(?!\d)"
        rf"|(?<![\d.,/-])(?P<d3>\d\d?)(?P<s>[./-])(?P<m3>\d\d?)(?P=s)(?P<y3>{year})(?![\d/-])",
        regex.IGNORECASE,
    )


@cache
def _month_names() -> tuple[str, ...]:
    data = table("datelines.toml")
    return tuple(plain(name) for key in ("months", "months_en") for name in data[key])


def _month_number(month: str) -> int:
    return next(
        number % 12 + 1
        for number, name in enumerate(_month_names())
        if regex.fullmatch(name, month, regex.IGNORECASE)
    )


def day_in_address(address: str) -> str | None:
    """The ISO day in a web or picture address, or None.

    Example:
        >>> day_in_address("https://example.org/files/29_09_2021-baithak_22065668_0.jpg")
        '2021-09-29'
        >>> day_in_address("https://example.org/picture-2585-1622647100.jpg")
    """
    address = unquote(address)
    for pattern in _IN_ADDRESS:
        for match in pattern.finditer(address):
            month = match["m"].lower()
            number = str(_MONTHS.index(month) + 1) if month in _MONTHS else month
            if day := _iso(match["y"], number, match["d"]):
                return day
    return None


def choose(candidates: Iterable[tuple[str | None, PublishedFrom]]) -> tuple[str | None, PublishedFrom | None]:
    """The first candidate that has a day.

    Example:
        >>> choose([(None, "metadata"), ("2021-09-29", "url"), ("2026-01-24", "option")])
        ('2021-09-29', 'url')
    """
    return next(_known(candidates), (None, None))


def _known(
    candidates: Iterable[tuple[str | None, PublishedFrom]],
) -> Iterator[tuple[str | None, PublishedFrom | None]]:
    yield from ((day, origin) for day, origin in candidates if day)


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return _within(date(int(year), int(month), int(day)))
    except ValueError:
        return None


def _within(day: date) -> str | None:
    return day.isoformat() if FIRST_DAY <= day <= LAST_DAY else None
