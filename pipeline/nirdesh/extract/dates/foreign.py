"""Absolute dates in odd Latin spellings (29th of Sept., 2021), read by dateparser behind our own spans.

Our grammar finds and reads Hindi; dateparser knows the spellings of other languages. It sees only a short run
of tokens around a Latin month name that the grammar left alone, never the text, since it takes ordinary Hindi
words for dates. The package is imported when the first such run turns up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Final

from nirdesh.extract.dates.lexicon import read_rows
from nirdesh.extract.dates.tokens import Token

REACH: Final = 4  # tokens on either side of the month
_ORDINALS: Final = ("st", "nd", "rd", "th")
_BETWEEN: Final = (*_ORDINALS, "of", ",", ".", "-", "'", "’")


@dataclass(frozen=True, slots=True)
class ForeignDate:
    """A date in Latin letters: its place, its tokens by index, and whether the year is said."""

    start: int
    end: int
    tokens: range
    day: date
    has_year: bool


@cache
def _months() -> frozenset[str]:
    rows = (forms for forms, kind, _ in read_rows("words.tsv") if kind in ("month", "mabbr"))
    return frozenset(word for forms in rows for word in forms.split("|") if word.isascii() and len(word) > 2)


def _run(tokens: list[Token], i: int) -> tuple[int, int]:
    """First and last token of the digits and marks around the month at ``i``."""
    first = last = i
    while first > 0 and i - first < REACH and _belongs(tokens[first - 1].form):
        first -= 1
    while last + 1 < len(tokens) and last - i < REACH and _belongs(tokens[last + 1].form):
        last += 1
    while first < i and not tokens[first].form.isdecimal():
        first += 1
    while last > i and not (tokens[last].form.isdecimal() or tokens[last].form in _ORDINALS):
        last -= 1
    return first, last


def _belongs(form: str) -> bool:
    return form.isdecimal() or form in _BETWEEN


def foreign_dates(text: str, tokens: list[Token], anchor: datetime | None) -> Iterator[ForeignDate]:
    """Dates around Latin month names.

    Example:
        >>> from nirdesh.extract.dates.tokens import tokenise
        >>> text = "जारी 29th of Sept., 2021 को"
        >>> next(foreign_dates(text, tokenise(text), None)).day.isoformat()
        '2021-09-29'
    """
    for i, token in enumerate(tokens):
        if token.form in _months():
            first, last = _run(tokens, i)
            start, end = tokens[first].start, tokens[last].end
            day = _parse(text[start:end], anchor)
            if day is not None:
                run = [t.form for t in tokens[first : last + 1]]
                has_year = any(len(form) == 4 and form.isdecimal() for form in run)
                yield ForeignDate(start, end, range(first, last + 1), day, has_year)


@lru_cache(maxsize=4096)
def _parse(quote: str, anchor: datetime | None) -> date | None:
    if not any(character.isdecimal() for character in quote):
        return None
    import dateparser

    settings: dict[str, object] = {"REQUIRE_PARTS": ["day", "month"], "DATE_ORDER": "DMY"}
    if anchor is not None:
        settings["RELATIVE_BASE"] = anchor
    try:
        found: datetime | None = dateparser.parse(quote, languages=["en"], settings=settings)
    except (ValueError, OverflowError):  # a number beyond the calendar
        return None
    return found.date() if found is not None else None
