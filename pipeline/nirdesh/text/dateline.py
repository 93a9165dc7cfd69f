"""The dateline at the head of a body: place, agency, day (``datelines.toml``, ``dateline_places.tsv``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from nirdesh.text import characters
from nirdesh.text import words as words_seen
from nirdesh.text.alignment import identity
from nirdesh.text.characters import plain
from nirdesh.text.data import rows, table, words
from nirdesh.text.punctuation import stops

_HEAD = 160
_MAX_ITEMS = 7
_LEAST_BODY = 4
_COMMON = 100  # a word seen more often than this in running text is no place of its own
_PREFIX = re.compile(r"(?:<[^<>]{1,40}>|[*_#>\s])*")
_MARK = re.compile(
    r"(?:\s*[:।|॥](?:\s*-)?|\s+-{1,2}(?=\s)|-{1,2}(?=\s)|\s*/(?=\s)|//(?=\S)|\.(?=\s|[\u0900-\u097f]|[*_]|$))[*_]{0,3}"
)
_GLUE = re.compile(r"\s*[,@]\s*|[/\-](?!\s)|\s+|(?=\()")
_DEVA = "[\u0900-\u0963\u0971-\u097f]"
_NAME = re.compile(rf"(?P<name>{_DEVA}{{3,20}}(?: {_DEVA}{{2,20}})?)(?!{_DEVA})")
_PAREN = re.compile(r"\((?P<paren>[^()\n]{1,30})\)")


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
class _Item:
    kind: Literal["place", "date", "agency", "paren", "name"]
    text: str
    end: int


@dataclass(frozen=True, slots=True)
class _Grammar:
    item: re.Pattern[str]
    date: re.Pattern[str]
    weak: frozenset[str]
    next: frozenset[str]
    no_place: frozenset[str]


@cache
def _grammar() -> _Grammar:
    t = table("datelines.toml")
    named = [(plain(r[0]), len(r) > 2 and r[2] == "word") for r in rows("dateline_places.tsv")]
    places = "|".join(re.escape(p) for p, _ in sorted(named, key=lambda x: -len(x[0])))
    agency = "|".join(plain(a) for a in t["agency"])
    month = "|".join(f"(?:{plain(m)})" for m in t["months"])
    date = (
        rf"(?:दिनांक\s*:?\s*)?(?:(?P<day>\d{{1,2}})\s*(?:(?P<month>{month})|[./-](?P<num>\d{{1,2}})[./-])"
        rf"\s*,?\s*(?P<year>(?:19|20)\d\d)?|(?P<first>{month})\s+(?P<later>\d{{1,2}})(?=\s+-|\s*$))"
    )
    nameless = re.sub(r"\?P<\w+>", "", date)
    end = r"(?![\u0900-\u0963\u0971-\u097f])"
    kinds = rf"(?P<place>(?:{places}){end})|(?P<date>{nameless})|(?P<agency>(?:{agency}){end})"
    item = rf"\(?\s*(?:{kinds})(?:\s*\))?"
    weak = frozenset(p for p, is_word in named if is_word)
    return _Grammar(
        re.compile(item), re.compile(date), weak, words(plain(t["glued_next"])), words(plain(t["no_place"]))
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
    items = _items(head, g)
    if not items or items[0].kind == "date":
        return None
    at = items[-1].end
    place = next((i.text for i in items if i.kind in ("place", "name")), None)
    day = next((_iso(i.text, g) for i in items if i.kind == "date"), None)
    closing = _MARK.match(head, at)
    if closing is not None:
        if not _is_evidence(items, head, closing, g):
            return None
        return place, day, _told_again(head, closing.end(), place, g)
    kinds = {i.kind for i in items}
    if "place" in kinds and kinds & {"date", "agency"}:
        rest = head[at:].lstrip(" ")
        if head[at - 1] == ")" or not rest or rest.startswith((",", "\n")):
            return place, day, at + len(head[at:]) - len(head[at:].lstrip(" ,"))
    end = _bare(head, items, g)
    return None if end is None else (place, day, end)


def _told_again(head: str, at: int, place: str | None, g: _Grammar) -> int:
    """End of a dateline: a feed may put the paper's own behind its (आरा, मई 3 -- आरा, हमारे प्रतिनिधि।)."""
    again = _items(head[at:], g)[:2]
    if place is None or {item.kind for item in again} != {"place", "agency"}:
        return at
    told = next(item.text for item in again if item.kind == "place")
    closing = _MARK.match(head, at + again[-1].end)
    return (closing.end() if closing else at + again[-1].end) if told == place else at


def _items(head: str, g: _Grammar) -> list[_Item]:
    items: list[_Item] = []
    start = _PREFIX.match(head)
    at = start.end() if start else 0
    glue = ""
    while len(items) < _MAX_ITEMS:
        item = _item(head, at, items, glue, g)
        if item is None:
            break
        items.append(item)
        joined = _GLUE.match(head, item.end)
        if joined is None:
            break
        at, glue = joined.end(), joined[0].strip()
    return items


def _item(head: str, at: int, before: list[_Item], glue: str, g: _Grammar) -> _Item | None:
    m = g.item.match(head, at)
    if m is not None:
        if m["place"]:
            return _Item("place", m["place"], m.end())
        return _Item("date", m["date"], m.end()) if m["date"] else _Item("agency", m["agency"], m.end())
    paren = _PAREN.match(head, at) if before else None
    if paren is not None:
        return _Item("paren", paren["paren"], paren.end())
    last = before[-1].kind if before else "agency"
    if not before or (glue == "/" and last in ("place", "name")) or (glue and last == "agency"):
        name = _NAME.match(head, at)
        return None if name is None else _Item("name", name["name"], name.end())
    return None


def _is_evidence(items: list[_Item], head: str, closing: re.Match[str], g: _Grammar) -> bool:
    """Whether what stands before a mark is a dateline and no sentence or headline of its own."""
    kinds = [i.kind for i in items]
    if kinds[0] == "name" and kinds == ["name"] * len(kinds):
        alone = items[-1].text
        body = head[closing.end() :].split()
        usual = words_seen.counts().get(alone, 0) > _COMMON or alone in stops().final | g.no_place
        return closing[0].strip("*_ ") == "।" and " " not in alone and not usual and len(body) >= _LEAST_BODY
    if kinds[0] == "name":
        return "place" in kinds or "date" in kinds or "agency" in kinds
    return True


def _iso(quote: str, g: _Grammar) -> str | None:
    m = g.date.match(quote.strip())
    if m is None:
        return None
    month = int(m["num"]) if m["num"] else _month(m["month"] or m["first"])
    day = int(m["day"] or m["later"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{m['year'] or 'XXXX'}-{month:02d}-{day:02d}"


def _month(name: str) -> int:
    for number, pattern in enumerate(table("datelines.toml")["months"], start=1):
        if re.fullmatch(plain(pattern), name):
            return number
    return 0


def _bare(head: str, items: list[_Item], g: _Grammar) -> int | None:
    """A place with a comma, alone on its line, or glued to a body that cannot be about the place."""
    if [i.kind for i in items] != ["place"]:
        return None
    weak = items[0].text in g.weak
    at = items[0].end
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
