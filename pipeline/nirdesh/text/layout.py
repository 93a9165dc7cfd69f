"""The layout of a report: what of a page is the report, and what each part of it is.

Boilerplate lines go, everything else stays as it was published. Headline, sub-headline, byline, dateline and
body are told apart, so that a headline that says the body again does not count twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from nirdesh.report import Block, BlockKind
from nirdesh.text import boilerplate
from nirdesh.text.characters import plain
from nirdesh.text.data import table
from nirdesh.text.dateline import Dateline, find_dateline
from nirdesh.text.keys import key

HintKind = Literal["dateline", "url", "line"]
_END_MARK = re.compile(r"[।॥.:;|,]['\"”’)\]]*$")
_SENTENCE_MARK = re.compile(r"[।॥](?=\s*\S)|\|\s*(?=\S.{60})|(?<=[\u0900-\u097f]{3})\.\s(?=\S)")
_META = re.compile(r"(?:publish(?:ed)?(?: date| on)?|updated|प्रकाशित|अपडेट)\s*[:|]", re.IGNORECASE)
_MARKUP = re.compile(r"^[\s#*_>]+|[\s*_]+$")
_LIST_ITEM = re.compile(r"(?:[-•*●▪◦–—>]|\(?\d{1,2}[.)]|\(?[क-ह][.)])\s*\S")
_BYLINE_NOISE = re.compile(r"[।?!]")
_HEADLINE_WORDS = 32
_HEADLINE_CHARS = 220
_BREAK_WORDS = 14
_HEAD_LINES = 7


@dataclass(frozen=True, slots=True)
class DateHint:
    """A day that says when the report was published, without being part of what it reports.

    Attributes:
        value: ISO day; ``XXXX`` for a year that is not said.
        kind: ``dateline``, ``url`` (an address or file name of the page) or ``line`` (Updated: …).
    """

    value: str
    kind: HintKind
    quote: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A report told apart from its page.

    Attributes:
        text: The kept lines joined as they stood; nothing else is changed.
        blocks: Parts of ``text`` in order, not overlapping; blank lines belong to none.
        title: The title that was given, else the headline found in the text, else None.
        place: Place of the dateline as published, or None.
        date_hints: Days of publication, surest first.
        removed: The dropped lines with the rule that dropped each.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    place: str | None
    date_hints: tuple[DateHint, ...]
    removed: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str
    kind: BlockKind = "body"


def read_layout(raw: str, *, title: str | None = None) -> Layout:
    """Tell a report from its page and its parts from one another.

    Args:
        raw: The text of a page or file as it was read.
        title: The headline, where the source gives it apart.

    Example:
        >>> page = "सम्मेलन होगा\\n\\nलखनऊ, विभाग ने बैठक बुलाई।\\n\\nLeave a Reply"
        >>> r = read_layout(page)
        >>> r.title, r.place, [b.kind for b in r.blocks], r.text[-6:]
        ('सम्मेलन होगा', 'लखनऊ', ['headline', 'dateline', 'body'], 'बुलाई।')
    """
    text, removed = _keep(raw)
    lines = _lines(text)
    dateline, at = _find_dateline(lines)
    _label(lines, at, title)
    blocks = _blocks(lines, at, dateline)
    return Layout(
        text=text,
        blocks=tuple(blocks),
        title=title or _headline(text, blocks),
        place=dateline.place if dateline else None,
        date_hints=_hints(dateline, removed, lines),
        removed=tuple(removed),
    )


def _keep(raw: str) -> tuple[str, list[tuple[str, str]]]:
    kept: list[str] = []
    removed: list[tuple[str, str]] = []
    parts = raw.splitlines(keepends=True)
    total = sum(len(p) for p in parts)
    seen = 0
    for number, part in enumerate(parts):
        rule = boilerplate.rule_of(part)
        if rule is None:
            kept.append(part)
        else:
            removed.append((rule.id, part.strip()))
            if rule.rest and seen * 2 >= total:
                removed.extend((rule.id, p.strip()) for p in parts[number + 1 :] if p.strip())
                break
        seen += len(part)
    return "".join(kept).strip(), removed


def _lines(text: str) -> list[_Line]:
    lines = []
    at = 0
    for part in text.splitlines(keepends=True):
        body = part.strip()
        if body:
            start = at + part.index(body[0])
            lines.append(_Line(start, start + len(body), body))
        at += len(part)
    return lines


def _find_dateline(lines: list[_Line]) -> tuple[Dateline | None, int]:
    """The dateline and the number of its line; without one, the number of the first line of the body."""
    for number, line in enumerate(lines[:_HEAD_LINES]):
        found = find_dateline(line.text)
        if found is not None and not _looks_like_headline(lines, number, found):
            return found, number
    for number, line in enumerate(lines[: 2 * _HEAD_LINES]):
        if not _short(line.text) and not _restated(lines, number):
            return None, number
    return None, 0 if len(lines) == 1 else min(len(lines), 2 * _HEAD_LINES)


def _looks_like_headline(lines: list[_Line], number: int, found: Dateline) -> bool:
    """`रांची / …: बसें नहीं चलेंगी` at the top, with a dateline of the same place below it."""
    line = lines[number]
    if number > 0 or not _short(line.text) or found.end >= len(line.text):
        return False
    return any(find_dateline(later.text) is not None for later in lines[1:_HEAD_LINES])


def _short(text: str) -> bool:
    return (
        len(text) <= _HEADLINE_CHARS
        and len(text.split()) <= _HEADLINE_WORDS
        and _END_MARK.search(plain(text)) is None
        and _SENTENCE_MARK.search(plain(text)) is None
        and _LIST_ITEM.match(text) is None
    )


def _restated(lines: list[_Line], number: int) -> bool:
    """Whether a longer line below says the same words again."""
    text = lines[number].text.strip(" ।.")
    return any(text in later.text and len(later.text) > len(text) * 1.5 for later in lines[number + 1 :])


def _is_byline(text: str) -> bool:
    low = _MARKUP.sub("", plain(text)) if len(text) <= _HEADLINE_CHARS else ""
    if not 1 <= len(low.split()) <= 8 or _BYLINE_NOISE.search(low):
        return False
    return _byline_pattern().fullmatch(low) is not None


@cache
def _byline_pattern() -> re.Pattern[str]:
    data = table("datelines.toml")
    agencies = "|".join(plain(a) for a in data["agency"])
    word = r"[\w\u0900-\u097f./]+"
    named = rf"(?:{'|'.join(data['byline'])})\s*[:\-]?\s+.+"
    sent = rf"(?:{word}\s+){{0,3}}(?:{agencies})\s*[,:/|@]?\s*(?:{word})?"
    return re.compile(rf"{named}|{sent}|{word}\s*[|@]\s*(?:{agencies})", re.IGNORECASE)


def _label(lines: list[_Line], body: int, title: str | None) -> None:
    wanted = key(title) if title else None
    named = False
    for line in lines[:body]:
        if _is_byline(line.text):
            line.kind = "byline"
        elif not named and (key(line.text) == wanted or (wanted is None and _short(line.text))):
            line.kind = "headline"
            named = True
        else:
            line.kind = "subheadline"
    for line in lines[body + 1 : _HEAD_LINES]:
        if _is_byline(line.text):
            line.kind = "byline"
    for number in range(body + 1, len(lines) - 1):
        line = lines[number]
        if line.kind == "body" and _is_cross_heading(line.text, lines[number + 1].text):
            line.kind = "subheadline"


def _is_cross_heading(text: str, after: str) -> bool:
    return len(text.split()) <= _BREAK_WORDS and _short(text) and len(after) > 1.5 * len(text)


def _blocks(lines: list[_Line], at: int, dateline: Dateline | None) -> list[Block]:
    blocks = []
    for number, line in enumerate(lines):
        start = line.start
        if dateline is not None and number == at:
            end = start + dateline.end
            blocks.append(Block("dateline", start, end))
            while end < line.end and line.text[end - start].isspace():
                end += 1
            start = end
        if start < line.end:
            rest = line.text[start - line.start :]
            kind: BlockKind = "byline" if start > line.start and _is_byline(rest) else line.kind
            blocks.append(Block(kind, start, line.end))
    return blocks


def _headline(text: str, blocks: list[Block]) -> str | None:
    found = next((text[b.start : b.end] for b in blocks if b.kind == "headline"), None)
    return _MARKUP.sub("", found) if found else None


def _hints(
    dateline: Dateline | None, removed: list[tuple[str, str]], lines: list[_Line]
) -> tuple[DateHint, ...]:
    hints = []
    if dateline is not None and dateline.date:
        hints.append(DateHint(dateline.date, "dateline", dateline.quote))
    for rule, line in removed:
        if rule == "meta":
            hints.extend(DateHint(v, "line", q) for v, q in _written_days(line))
    for kept in lines[:_HEAD_LINES]:
        if (m := _META.search(kept.text)) is not None:
            hints.extend(
                DateHint(v, "line", q) for v, q in _written_days(kept.text[m.start() : m.end() + 40])
            )
    for rule, line in removed:
        if rule in ("picture", "picture-link", "address"):
            hints.extend(DateHint(v, "url", q) for v, q in boilerplate.dates_in_address(line))
    return tuple(dict.fromkeys(hints))


def _written_days(line: str) -> list[tuple[str, str]]:
    """Days of an `Updated:` line, written in figures or with a month's name."""
    text = plain(line)
    found = boilerplate.dates_in_address(text)
    data = table("datelines.toml")
    year = r"((?:19|20)\d\d)"
    for names in (data["months"], data["months_en"]):
        for number, name in enumerate(names, start=1):
            month = f"(?:{plain(name)})"
            pattern = (
                rf"(\d{{1,2}})(?:st|nd|rd|th)?[\s,]+{month}[\s,]+{year}|{month}\s+(\d{{1,2}}),?\s+{year}"
            )
            for m in re.finditer(pattern, text, re.IGNORECASE):
                found.append((f"{m[2] or m[4]}-{number:02d}-{int(m[1] or m[3]):02d}", m[0]))
    return found
