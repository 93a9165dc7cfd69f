"""The dateline at the head of a body: place, agency, day (``datelines.toml``, ``dateline_places.tsv``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from nirdesh.text import characters
from nirdesh.text.alignment import identity
from nirdesh.text.characters import plain
from nirdesh.text.data import rows, table, words

_HEAD = 160
_UNKNOWN = r"(?P<name>[\u0900-\u097f]+(?: [\u0900-\u097f]+)?)\s*(?:\([^)]{1,30}\))?"
_MARK = r"(?:\s*[:।|॥](?:\s*-)?|\s+-{1,2}|-{1,2}(?=\s)|\.(?=\s|[\u0900-\u097f]|$))"


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline found at the head of a text.

    Attributes:
        end: Where it ends, its closing mark included.
        place: The first place it names, or None.
        date: ISO day, with ``XXXX`` for a year that is not said, or None.
    """

    end: int
    place: str | None
    date: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class _Grammar:
    item: re.Pattern[str]
    mark: re.Pattern[str]
    glue: re.Pattern[str]
    date: re.Pattern[str]
    places: frozenset[str]
    weak: frozenset[str]
    next: frozenset[str]


@cache
def _grammar() -> _Grammar:
    t = table("datelines.toml")
    named = [(plain(r[0]), len(r) > 2 and r[2] == "word") for r in rows("dateline_places.tsv")]
    places = "|".join(re.escape(p) for p, _ in sorted(named, key=lambda x: -len(x[0])))
    agency = "|".join(plain(a) for a in t["agency"])
    month = "|".join(f"(?:{plain(m)})" for m in t["months"])
    date = (
        rf"(?:दिनांक\s*:?\s*)?(?P<day>\d{{1,2}})\s*(?:(?P<month>{month})|[./-](?P<num>\d{{1,2}})[./-])"
        r"\s*,?\s*(?P<year>(?:19|20)\d\d)?"
    )
    nameless = re.sub(r"\?P<\w+>", "", date)
    end = r"(?![\u0900-\u0963\u0971-\u097f])"
    kinds = rf"(?P<place>(?:{places}){end})|(?P<date>{nameless})|(?P<agency>(?:{agency}){end})"
    item = rf"\s*\(?\s*(?:{kinds})(?:\s*\))?"
    return _Grammar(
        re.compile(item),
        re.compile(_MARK),
        re.compile(r"\s*[,/()\-]\s*|\s+"),
        re.compile(date),
        frozenset(p for p, _ in named),
        frozenset(p for p, weak in named if weak),
        words(plain(t["glued_next"])),
    )


def find_dateline(text: str) -> Dateline | None:
    """The dateline that a body starts with, if it has one.

    Args:
        text: A paragraph; digits may be Devanagari.

    Example:
        >>> find_dateline("लखनऊ, 12 मार्च। विभाग ने बैठक बुलाई।")
        Dateline(end=15, place='लखनऊ', date='XXXX-03-12', quote='लखनऊ, 12 मार्च।')
        >>> find_dateline("कानपुर में बैठक हुई।") is None
        True
    """
    clean = characters.fold(characters.compose(characters.drop(identity(text[:_HEAD]))))
    found = _find(clean.text, _grammar())
    if found is None:
        return None
    place, day, end = found
    quote = text[: clean.to_raw(0, end)[1]].rstrip()
    return Dateline(len(quote), place, day, quote.lstrip())


def _find(head: str, g: _Grammar) -> tuple[str | None, str | None, int] | None:
    parts, at = _items(head, g)
    if not parts:
        return _unnamed(head, g)
    place = next((m["place"] for m in parts if m["place"]), None)
    day = next((_iso(m["date"], g) for m in parts if m["date"]), None)
    closing = g.mark.match(head, at)
    strong = any(m["agency"] or m["date"] for m in parts)
    if closing is not None and (place or strong):
        end = closing.end()
    elif (
        strong
        and place
        and (head[at - 1] == ")" or head[at:].lstrip(" ").startswith((",", "\n")) or not head[at:])
    ):
        end = at + len(head[at:]) - len(head[at:].lstrip(" ,"))
    else:
        bare = _bare(head, parts, at, g)
        if bare is None:
            return _agency_place(head, parts, at, day)
        end = bare
    return place, day, end


def _items(head: str, g: _Grammar) -> tuple[list[re.Match[str]], int]:
    parts: list[re.Match[str]] = []
    at = 0
    while len(parts) < 6:
        m = g.item.match(head, at)
        if m is None:
            break
        parts.append(m)
        at = m.end()
        glue = g.glue.match(head, at)
        if glue is None or g.item.match(head, glue.end()) is None:
            break
        at = glue.end()
    return parts, at


def _iso(quote: str, g: _Grammar) -> str | None:
    m = g.date.match(quote.strip())
    if m is None:
        return None
    month = int(m["num"]) if m["num"] else _month(m["month"])
    if not (1 <= month <= 12 and 1 <= int(m["day"]) <= 31):
        return None
    return f"{m['year'] or 'XXXX'}-{month:02d}-{int(m['day']):02d}"


def _month(name: str) -> int:
    for number, pattern in enumerate(table("datelines.toml")["months"], start=1):
        if re.fullmatch(plain(pattern), name):
            return number
    return 0


def _bare(head: str, parts: list[re.Match[str]], at: int, g: _Grammar) -> int | None:
    """A place with a comma, alone on its line, or glued to a body that cannot be about the place."""
    if len(parts) != 1 or not parts[0]["place"]:
        return None
    weak = parts[0]["place"] in g.weak
    rest = head[at:]
    stripped = rest.lstrip(" ")
    if not stripped.strip(" ,.।:"):
        return len(head)
    if stripped.startswith(",") and not weak:
        after = stripped[1:].lstrip(" ")
        return None if g.item.match(after) else at + len(rest) - len(stripped) + 1
    follower = re.match(r"[\u0900-\u097f]+\.?", stripped)
    if rest.startswith(" ") and not weak and follower is not None and follower[0] in g.next:
        return at
    return None


def _agency_place(
    head: str, parts: list[re.Match[str]], at: int, day: str | None
) -> tuple[str | None, str | None, int] | None:
    """`संवाददाता, <a place we do not know> :`."""
    if not any(m["agency"] for m in parts):
        return None
    m = re.compile(rf"\s*,\s*{_UNKNOWN}{_MARK}").match(head, at)
    return None if m is None else (m["name"], day, m.end())


def _unnamed(head: str, g: _Grammar) -> tuple[str | None, str | None, int] | None:
    """`<a place we do not know>, 12 मार्च।` or `<place>, संवाददाता।`."""
    m = re.compile(rf"\s*{_UNKNOWN}\s*[,।]\s*").match(head)
    item = g.item.match(head, m.end()) if m is not None else None
    if m is None or item is None or not (item["date"] or item["agency"]):
        return None
    closing = g.mark.match(head, item.end())
    if closing is None and not item[0].endswith(")"):
        return None
    end = closing.end() if closing else item.end()
    return m["name"], _iso(item["date"], g) if item["date"] else None, end
