"""Lines of a page that are no part of its report (``boilerplate.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from nirdesh.text.characters import plain
from nirdesh.text.data import table

_MAX_LINE = 300
_MAX_LINK = 4000
_MENU = 8
_PIECE = 40
# Pointing hands, bells and markdown marks before a line.
_POINTERS = re.compile("^[\U0001f300-\U0001faff\u2600-\u27bf\u2190-\u21ff\u25b6\u25ba*#>\\s]+")
_SEPARATORS = re.compile(r"\s*[|\u00b7\u2022]\s*")
_DATES = re.compile(
    r"(?<!\d)(?:(?P<d>\d{1,2})[-_./](?P<m>\d{1,2})[-_./](?P<y>20\d\d|19\d\d)"
    r"|(?P<y2>20\d\d|19\d\d)[-_./](?P<m2>\d{1,2})[-_./](?P<d2>\d{1,2})"
    r"|(?P<y3>20[0-4]\d)(?P<m3>0[1-9]|1[0-2])(?P<d3>0[1-9]|[12]\d|3[01]))(?!\d)"
)


@dataclass(frozen=True, slots=True)
class LineRule:
    """One class of boilerplate lines.

    Attributes:
        rest: The line opens a part of the page that lasts to its end.
    """

    id: str
    find: re.Pattern[str]
    rest: bool


@cache
def _rules() -> tuple[LineRule, ...]:
    return tuple(
        LineRule(r["id"], re.compile(normalize("NFC", r["find"]), re.IGNORECASE), r.get("rest", False))
        for r in table("boilerplate.toml")["line"]
    )


def rule_of(line: str) -> LineRule | None:
    """The rule that covers a line from end to end, or None for a line of the report.

    Example:
        >>> rule_of("यहां क्लिक करें").id, rule_of("किसान पंजीकरण करें।")
        ('click-here', None)
    """
    text = plain(line).strip()
    if not text:
        return None
    if len(text) > _MAX_LINE and (len(text) > _MAX_LINK or not text.startswith(("![", "[", "http"))):
        return None
    text = _POINTERS.sub("", text) or text
    found = _match(text)
    if found is not None:
        return found
    pieces = [p.strip() for p in _SEPARATORS.split(text)]
    if 2 <= len(pieces) <= _MENU and all(len(p) <= _PIECE for p in pieces):
        known = sum(_match(p) is not None for p in pieces)
        if known and 2 * known >= len(pieces):
            return LineRule("menu", _SEPARATORS, False)
    return None


def _match(text: str) -> LineRule | None:
    for rule in _rules():
        if rule.find.fullmatch(text) is not None:
            return rule
    return None


def dates_in_address(text: str) -> list[tuple[str, str]]:
    """Days written in figures in an address or file name, as (ISO day, quote).

    Example:
        >>> dates_in_address("files/29_09_2021-baithak_22065668_0.jpg")
        [('2021-09-29', '29_09_2021')]
    """
    found = []
    for m in _DATES.finditer(text):
        year, month, day = (
            m["y"] or m["y2"] or m["y3"],
            m["m"] or m["m2"] or m["m3"],
            m["d"] or m["d2"] or m["d3"],
        )
        if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
            found.append((f"{year}-{int(month):02d}-{int(day):02d}", m[0]))
    return found
