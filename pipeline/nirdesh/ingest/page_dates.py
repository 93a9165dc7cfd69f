"""The day of publication of a web page: from its metadata, or from a line that readers see."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Final

import htmldate
import regex
from lxml import html as lxml_html
from lxml.html import HtmlElement

from nirdesh.ingest.published import FIRST_DAY, LAST_DAY, day_in_line

# Where the publication day of another report may stand: teasers, menus, comments, the footer.
ELSEWHERE: Final = (
    "//aside | //footer | //nav | //script | //style | //iframe | //form"
    " | //*[contains(@class,'related') or contains(@class,'comment') or contains(@class,'sidebar')]"
)
_METADATA: Final = (
    "//script[@type='application/ld+json'] | //body//meta | //abbr[@title]"
    " | //*[@itemprop='datePublished'] | (//article//time | //main//time)[position() < 3]"
)
_ADDRESSES: Final = "//link[@rel='canonical'] | //meta[contains(@*, 'og:url')] | //title"
_UNFIT: Final = regex.compile(r"[\p{Cc}\p{Cs}\p{Cn}]")  # what XML does not allow in a text
_MARKED: Final = regex.compile("[Dd]ate|time|publish|posted|byline|meta")
_LINES_BEFORE: Final = 15
_LONGEST: Final = 160
_FIRST: Final = FIRST_DAY.isoformat()
_LAST: Final = LAST_DAY.isoformat()


def metadata_day(tree: HtmlElement) -> str | None:
    """The day from the head, JSON-LD and time elements alone."""
    small = lxml_html.document_fromstring("<html><head></head><body></body></html>")
    if (head := tree.find("head")) is not None:
        small.replace(small.find("head"), deepcopy(head))
    body = small.find("body")
    for element in tree.xpath(_METADATA):
        copy = deepcopy(element)
        copy.tail = None
        body.append(copy)
    for address in small.xpath(_ADDRESSES):
        address.getparent().remove(address)
    return _day(small, extensive=False)


def visible_day(tree: HtmlElement, text: str, title: str | None) -> str | None:
    """The day from a line such as प्रकाशित: 12 मार्च 2024, near the head of the report or marked as a date.

    Args:
        tree: The page.
        text: The report's own text: days in it are those of meetings and deadlines.
        title: The page's title; a headline like it does not begin the text.
    """
    rest = deepcopy(tree)
    for element in rest.xpath(ELSEWHERE):
        element.drop_tree()
    before, marked = _lines(rest, _paragraphs(text), title or "")
    days = [*map(day_in_line, reversed(before[-_LINES_BEFORE:])), *map(day_in_line, marked)]
    return next(filter(None, days), None) or _by_htmldate(before, marked)


def _paragraphs(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.splitlines()]
    longest = max(map(len, lines), default=0)
    return "\n".join(line for line in lines if len(line) > min(100, longest // 2))


def _lines(tree: HtmlElement, paragraphs: str, title: str) -> tuple[list[str], list[str]]:
    """Short texts before the report's first paragraph, and those marked as dates behind it."""
    before: list[str] = []
    marked: list[str] = []
    inside = False
    for line, element in _texts(tree):
        inside = inside or (len(line) >= 30 and line not in title and line[:60] in paragraphs)
        if not inside and len(line) <= _LONGEST:
            before.append(line)
        elif inside and len(line) <= _LONGEST and _is_marked(element) and line not in paragraphs:
            marked.append(line)
    return before, marked


def _texts(tree: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    for text in tree.xpath("//body//text()"):
        if line := " ".join(text.split()):
            element = text.getparent()
            yield line, element.getparent() if text.is_tail else element


def _is_marked(element: HtmlElement) -> bool:
    while element is not None and element.tag != "body":
        if _MARKED.search(f"{element.get('class', '')} {element.get('itemprop', '')}"):
            return True
        element = element.getparent()
    return False


def _by_htmldate(before: list[str], marked: list[str]) -> str | None:
    """htmldate's reading of the same lines: it knows formats of other languages and of machines."""
    page = lxml_html.document_fromstring("<html><body></body></html>")
    for line in (*reversed(before[-_LINES_BEFORE:]), *marked):
        paragraph = lxml_html.Element("p", {"class": "date"})
        paragraph.text = _UNFIT.sub(" ", line)
        page.find("body").append(paragraph)
    day = _day(page, extensive=True)
    # A bare year (© 2025) is made the first of January.
    return None if day is None or day.endswith("-01-01") else day


def _day(tree: HtmlElement, *, extensive: bool) -> str | None:
    day: str | None = htmldate.find_date(
        tree, extensive_search=extensive, original_date=True, url="", min_date=_FIRST, max_date=_LAST
    )
    return day
