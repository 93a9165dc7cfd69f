"""From a source's document to a report: main text, layout, language, day of publication."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import Final

import regex

from nirdesh.errors import Problem
from nirdesh.ingest.document import Document, problem
from nirdesh.ingest.limits import MAX_CHARACTERS
from nirdesh.ingest.markdown import is_markdown, unmarked
from nirdesh.ingest.published import choose, day_in_address, day_in_words
from nirdesh.record.ids import content_id
from nirdesh.report import PublishedFrom, Report
from nirdesh.text.language import detect
from nirdesh.text.layout import Layout, read_layout

_NAMES: Final = {
    "en": "English",
    "mr": "Marathi",
    "ne": "Nepali",
    "sa": "Sanskrit",
    "bho": "Bhojpuri",
    "mai": "Maithili",
}
# Short reports of names and places give little evidence; only a clear verdict refuses one.
_SURE: Final = 0.9
_DEVANAGARI: Final = regex.compile(r"\p{Devanagari}")


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says about all reports of a run.

    Attributes:
        published: ISO day that overrides what a report says about itself.
        published_default: ISO day for reports that say nothing.
        ocr: Whether pictures of text are read by OCR.
    """

    published: str | None = None
    published_default: str | None = None
    ocr: bool = False

    def context(self) -> tuple[str | None, ...]:
        """What decides a record beside its document, for ``Document.key``."""
        return (self.published, self.published_default, *(["ocr"] if self.ocr else []))


DEFAULTS: Final = Options()


def to_report(document: Document, options: Options = DEFAULTS) -> Report | Problem:
    """The report in a document, or the problem that keeps it from being one."""
    if document.blob is not None:
        from nirdesh.ingest.forms import formed

        made = formed(document, ocr=options.ocr)
        if isinstance(made, Problem):
            return made
        document = made
    if document.html is not None:
        page = _from_page(document)
        if isinstance(page, Problem):
            return page
        document, days = page
    else:
        days = _Days()
    length = len(document.text or "")
    if length > MAX_CHARACTERS:
        message = f"The text has {length:,} characters, over the limit of {MAX_CHARACTERS:,}. Split it."
        return problem("too-large", message, document.place)
    if document.html is None and (document.markdown or is_markdown(document.text or "")):
        document = unmarked(document)
    layout = read_layout(document.text or "", title=document.title)
    if not layout.text.strip():
        message = "Nothing is left of it after bylines, links and forms are cut. Check the page."
        return problem("no-text", message, document.place)
    if (refused := _not_hindi(layout.text, document.place)) is not None:
        return refused
    return _report(document, layout, days, options)


@dataclass(frozen=True, slots=True)
class _Days:
    """Days of publication that a web page gives beside its text."""

    metadata: str | None = None
    visible: str | None = None
    picture: str | None = None


def _from_page(document: Document) -> tuple[Document, _Days] | Problem:
    from nirdesh.ingest.html import read_page

    page = read_page(document.html or "")
    if page is None:
        message = "The page has no main text. Check that it is an article and was scraped whole."
        return problem("no-text", message, document.place)
    filled = replace(
        document,
        text=page.text,
        title=document.title or page.title,
        url=document.url or page.url,
        publisher=document.publisher or page.publisher,
        author=document.author or page.author,
    )
    return filled, _Days(page.day, page.visible_day, page.picture_day)


def _not_hindi(text: str, place: str) -> Problem | None:
    """A problem for a text in another language or in none that can be told."""
    language, sure = detect(text)
    if language != "hi" and language in _NAMES and sure >= _SURE:
        found = f"It is in {_NAMES[language]}"
    elif not _DEVANAGARI.search(text):
        found = "There is no Devanagari in it (text in an old font such as Kruti Dev: `nirdesh convert`)"
    else:
        return None
    return problem("not-hindi", f"{found}; only Hindi reports are read. Leave it out.", place)


def _report(document: Document, layout: Layout, days: _Days, options: Options) -> Report:
    own = day_in_words(document.published) if document.published else None
    doubts = list(document.problems)
    if document.published and own is None:
        message = f"The publication date {document.published[:40]!r} is not understood; write 2026-01-24."
        doubts.append(problem("bad-published", message, document.place))
    hints = _Hints.of(layout)
    candidates: list[tuple[str | None, PublishedFrom]] = [
        (options.published, "option"),
        (own or days.metadata, "metadata"),
        (hints.dateline or days.visible or hints.line, "dateline"),
        (day_in_address(document.url) if document.url else None, "url"),
        (days.picture or hints.address, "url"),
        (options.published_default, "option"),
    ]
    published, origin = choose(candidates)
    said, _ = choose(candidates[1:-1])
    if options.published and said and said != options.published:
        message = f"The report says that it was published on {said}; the option says {options.published}."
        doubts.append(problem("published-differs", message, document.place))
    return Report(
        id=_report_id(layout.text),
        source=document.source,
        text=layout.text,
        title=document.title or layout.title,
        url=document.url,
        publisher=document.publisher,
        author=document.author,
        place=layout.place,
        published=published,
        published_from=origin,
        blocks=layout.blocks,
        problems=tuple(doubts),
    )


@dataclass(frozen=True, slots=True)
class _Hints:
    """Complete days that the layout found outside the report's own sentences, the first of each kind."""

    dateline: str | None = None
    line: str | None = None
    address: str | None = None

    @classmethod
    def of(cls, layout: Layout) -> _Hints:
        """The hints of a layout; a day without year, or in no calendar, is none."""
        found: dict[str, str] = {}
        for hint in layout.date_hints:
            if day := day_in_words(hint.value) if hint.value[:1].isdigit() else None:
                found.setdefault(hint.kind, day)
        return cls(found.get("dateline"), found.get("line"), found.get("url"))


def _report_id(text: str) -> str:
    """The same words give the same id, however the lines are broken."""
    return content_id(" ".join(unicodedata.normalize("NFC", text).split()))
