"""Main text and metadata of a web page, by trafilatura."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Final

import regex
import trafilatura
from lxml import html as lxml_html
from lxml.etree import LxmlError
from lxml.html import HtmlElement
from trafilatura.settings import Document

from nirdesh.ingest.page_dates import metadata_day, visible_day
from nirdesh.ingest.published import LAST_DAY, day_in_address

_LAST: Final = LAST_DAY.isoformat()
_SPACE: Final = regex.compile(r"\s+")
_HEADINGS: Final = "//h1 | //h2 | //h3"
_DEVANAGARI_WORD: Final = regex.compile(r"\p{Devanagari}{2,}")
_LEAST_WORDS: Final = 4
_LONGEST_CELL: Final = 300


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
    _unwrap_layout_tables(tree)
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
    day = metadata_day(tree)
    return Page(
        text=_with_headline(tree, found.title, text),
        title=_flat(found.title),
        url=found.url or None,
        publisher=_flat(found.sitename),
        author=_flat(found.author),
        day=day,
        visible_day=None if day else visible_day(tree, text, found.title),
        picture_day=day_in_address(found.image) if found.image else None,
    )


def _parse(markup: str) -> HtmlElement | None:
    # A declaration of encoding in a decoded string is refused by the parser.
    markup = regex.sub(r"^\s*<\?xml[^>]*\?>", "", markup)
    try:
        return lxml_html.document_fromstring(markup)
    except (LxmlError, ValueError):
        return None


def _unwrap_layout_tables(tree: HtmlElement) -> None:
    """Make boxes of tables that only lay out the page: a cell with paragraphs in it is no table cell."""
    for cell in tree.xpath(f"//td[string-length(.) > {_LONGEST_CELL}]"):
        for table in cell.xpath("ancestor::table[1]"):
            for element in (table, *table.xpath(".//tbody | .//tr | .//td | .//th")):
                element.tag = "div"


def _with_headline(tree: HtmlElement, title: str | None, text: str) -> str:
    """``text`` with the page's headline before it, if that stands outside the main text."""
    flat = _SPACE.sub(" ", text)
    headings = [_flat(heading.text_content()) or "" for heading in tree.xpath(_HEADINGS)]
    inside = [headline for headline in headings if headline and headline in flat[: 3 * len(headline) + 400]]
    if any(_same(headline, title) for headline in inside):
        return text
    for headline in headings:
        if headline not in inside and _same(headline, title):
            return f"{headline}\n\n{text}"
    near = None if inside else _heading_before(tree, flat)
    return f"{near}\n\n{text}" if near else text


def _same(headline: str, title: str | None) -> bool:
    """Whether most words of a heading are those of the page's title, which often has the site's name too."""
    words = set(headline.split())
    return bool(words) and len(words & set((title or "").split())) * 2 >= len(words)


def _heading_before(tree: HtmlElement, flat: str) -> str | None:
    """The heading right before the first paragraph, for pages whose title is the site's."""
    for element in tree.xpath("//p | //div"):
        start = _flat(element.text_content()) or ""
        if len(start) > 30 and flat.startswith(start[:60]):
            nearest = element.xpath("preceding::*[self::h1 or self::h2 or self::h3][1]")
            headline = (_flat(nearest[0].text_content()) or "") if nearest else ""
            return headline if len(_DEVANAGARI_WORD.findall(headline)) >= _LEAST_WORDS else None
    return None


def _flat(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
