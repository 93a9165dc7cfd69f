"""Main text and metadata of a web page, by trafilatura and htmldate."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Final

import htmldate
import regex
import trafilatura
from lxml import html as lxml_html
from lxml.etree import LxmlError
from lxml.html import HtmlElement
from trafilatura.settings import Document

from nirdesh.ingest.published import FIRST_DAY, LAST_DAY, day_in_address, day_in_line

# Where the publication day of another report may stand: teasers, menus, comments, the footer.
_ELSEWHERE: Final = (
    "//aside | //footer | //nav | //script | //style | //iframe | //form"
    " | //*[contains(@class,'related') or contains(@class,'comment') or contains(@class,'sidebar')]"
)
_METADATA: Final = (
    "//script[@type='application/ld+json'] | //body//meta | //abbr[@title]"
    " | //*[@itemprop='datePublished'] | (//article//time | //main//time)[position() < 3]"
)
_MARKED_DATE: Final = " or ".join(
    f"ancestor-or-self::*[contains(@class, '{cue}') or contains(@itemprop, '{cue}')]"
    for cue in ("date", "Date", "time", "publish", "posted", "byline", "meta")
)
# Longer paragraphs are the report itself, whose dates are those of meetings and deadlines.
_LONGEST_DATE_LINE: Final = 160
_FIRST: Final = FIRST_DAY.isoformat()
_LAST: Final = LAST_DAY.isoformat()
_SPACE: Final = regex.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page tells about its report.

    Attributes:
        text: Main text, one paragraph a line, the headline first.
        day: ISO day from ``<meta>``, JSON-LD and ``<time>``, or None.
        visible_day: ISO day from a line that readers see, outside the report's own paragraphs, or None;
            looked for only where ``day`` is None.
        picture_day: ISO day in the address of the report's picture, or None.
    """

    text: str
    title: str | None
    url: str | None
    publisher: str | None
    author: str | None
    day: str | None
    visible_day: str | None
    picture_day: str | None


def read_page(markup: str) -> Page | None:
    """Main text and metadata of a page, or None where it has no main text.

    Example:
        >>> page = read_page("<article><h1>जल बचाएं</h1><p>" + "तालाब साफ करें। " * 20 + "</p></article>")
        >>> page.text.startswith("जल बचाएं"), page.day
        (True, None)
    """
    tree = _parse(markup)
    if tree is None:
        return None
    found = trafilatura.bare_extraction(
        deepcopy(tree),
        include_comments=False,
        with_metadata=True,
        # The day is looked for below; this keeps trafilatura from searching for it itself.
        date_extraction_params={"extensive_search": False, "url": "", "max_date": _LAST},
    )
    if not isinstance(found, Document) or not (found.text or "").strip():
        return None
    text = str(found.text)
    day = _metadata_day(tree)
    return Page(
        text=_with_headline(tree, found.title, text),
        title=_flat(found.title),
        url=found.url or None,
        publisher=_flat(found.sitename),
        author=_flat(found.author),
        day=day,
        visible_day=None if day else _visible_day(tree),
        picture_day=day_in_address(found.image) if found.image else None,
    )


def _parse(markup: str) -> HtmlElement | None:
    # A declaration of encoding in a decoded string is refused by the parser.
    markup = regex.sub(r"^\s*<\?xml[^>]*\?>", "", markup)
    try:
        return lxml_html.document_fromstring(markup)
    except (LxmlError, ValueError):
        return None


def _with_headline(tree: HtmlElement, title: str | None, text: str) -> str:
    """``text`` with the page's headline before it, if it stands outside the main text."""
    wanted = set((title or "").split())
    for heading in tree.iterfind(".//h1"):
        headline = _flat(heading.text_content())
        if not headline or headline in _SPACE.sub(" ", text[: 3 * len(headline) + 400]):
            continue
        if len(wanted & set(headline.split())) * 2 >= len(set(headline.split())):
            return f"{headline}\n\n{text}"
    return text


def _metadata_day(tree: HtmlElement) -> str | None:
    """The day from the head, JSON-LD and time elements alone."""
    small = lxml_html.document_fromstring("<html><head></head><body></body></html>")
    if (head := tree.find("head")) is not None:
        small.replace(small.find("head"), deepcopy(head))
    body = small.find("body")
    for element in tree.xpath(_METADATA):
        copy = deepcopy(element)
        copy.tail = None
        body.append(copy)
    for canonical in small.xpath("//link[@rel='canonical'] | //meta[contains(@*, 'og:url')] | //title"):
        canonical.getparent().remove(canonical)
    return _day(small, extensive=False)


def _day(tree: HtmlElement, *, extensive: bool) -> str | None:
    day: str | None = htmldate.find_date(
        tree, extensive_search=extensive, original_date=True, url="", min_date=_FIRST, max_date=_LAST
    )
    return day


def _visible_day(tree: HtmlElement) -> str | None:
    """The day from a line that readers see, such as प्रकाशित: 12 मार्च 2024."""
    rest = deepcopy(tree)
    for element in rest.xpath(_ELSEWHERE):
        element.drop_tree()
    body = [
        element
        for element in rest.xpath("//p | //td | //li | //blockquote")
        if len(element.text_content()) > _LONGEST_DATE_LINE
    ]
    # Behind the first paragraph only what is marked as a date is one of publication.
    for element in body[0].xpath(f"following::*[not(*) and not({_MARKED_DATE})]") if body else ():
        element.drop_tree()
    for element in body:
        if element.getparent() is not None:
            element.drop_tree()
    # htmldate reads a Hindi day only where nothing else stands in the element.
    lines = (text for text in rest.itertext() if len(text) <= _LONGEST_DATE_LINE)
    return next(filter(None, map(day_in_line, lines)), None) or _checked(_day(rest, extensive=True), rest)


def _checked(day: str | None, tree: HtmlElement) -> str | None:
    """``day`` unless it stands nowhere: htmldate makes a bare year (© 2025) the first of January."""
    if day is None:
        return None
    number = day[-2:].lstrip("0")
    return day if regex.search(rf"(?<!\d)0?{number}(?!\d)", tree.text_content()) else None


def _flat(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
