"""Feeds as files: RSS, RDF and Atom entries with their texts; sitemaps, which hold addresses only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from lxml import etree

from nirdesh.errors import Problem
from nirdesh.ingest.document import Document, as_string, problem, unusable
from nirdesh.ingest.limits import MAX_BYTES, megabytes

_ENTRIES: Final = frozenset({"item", "entry"})
_BODIES: Final = ("encoded", "content", "description", "summary")
_DAYS: Final = ("pubDate", "published", "date", "issued", "updated")
_ADDRESSES: Final = frozenset({"url", "sitemap"})
_PAGE: Final = "html"


def read_feed(stream: BinaryIO, source: str) -> Iterator[Document | Problem]:
    """One report an entry, streamed.

    Entities beyond XML's own are not resolved, nothing is fetched; an entry over the limit ends the file.
    """
    walk = _Walk(source)
    try:
        context = etree.iterparse(
            _Limited(stream, walk),
            events=("start", "end"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            recover=True,
        )
        for event, element in context:
            if (item := walk.step(event, element)) is not None:
                yield item
                if walk.page:
                    return
    except (etree.XMLSyntaxError, ValueError, AssertionError) as error:
        message = f"The feed is damaged ({' '.join(str(error).split())[:200]}). Fetch it again."
        yield problem("broken-feed", message, source)
        return
    yield from walk.rest()


class _Limited:
    """Bytes for the parser, no entry of more than a report may have."""

    def __init__(self, stream: BinaryIO, walk: _Walk) -> None:
        self._stream = stream
        self._walk = walk

    def read(self, size: int = -1) -> bytes:
        raw = self._stream.read(min(size, 1 << 15) if size > 0 else 1 << 15)
        self._walk.unread += len(raw)
        if self._walk.unread > MAX_BYTES:
            raise ValueError(f"an entry is larger than {megabytes(MAX_BYTES)}")
        return raw


class _Walk:
    """What the events of the parser have shown so far."""

    def __init__(self, source: str) -> None:
        self.unread = 0
        self.page = False
        self._source = source
        self._root: str | None = None
        self._depth = self._entries = self._addresses = 0
        self._publisher: str | None = None

    def step(self, event: str, element: etree._Element) -> Document | Problem | None:
        """A document at the end of each entry."""
        name = _name(element)
        if event == "start":
            self._root = self._root or name
            self._depth += name in _ENTRIES
            return None
        if name == "title" and not self._depth and self._publisher is None:
            self._publisher = as_string(_text(element))
        if name in _ADDRESSES and self._root in {"urlset", "sitemapindex"}:
            self._addresses += 1
            self._forget(element)
        if name not in _ENTRIES:
            return None
        self._depth -= 1
        if self._depth:
            return None
        self._entries += 1
        made = self._document(element)
        self._forget(element)
        return made

    def rest(self) -> Iterator[Problem]:
        """What to tell at the end."""
        if self._addresses:
            message = (
                f"A sitemap of {self._addresses} addresses holds no report. Fetch the pages and give those."
            )
            yield problem("no-text", message, self._source)
        elif not self._entries:
            kind = f"<{self._root}>" if self._root else "no XML"
            message = f"There is no entry of a feed in it ({kind}). Rename it if it is a page (.html)."
            yield problem("broken-feed", message, self._source)

    def _forget(self, element: etree._Element) -> None:
        self.unread = 0
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]

    def _document(self, entry: etree._Element) -> Document | Problem:
        place = f"{self._source}#{self._entries}"
        fields: dict[str, list[etree._Element]] = {}
        for child in entry:
            fields.setdefault(_name(child), []).append(child)
        body = max(
            (_markup(child) for name in _BODIES for child in fields.get(name, ())), key=len, default=""
        )
        url = _link(fields.get("link", []))
        own = next(
            (as_string(_text(child)) for name in ("guid", "id") for child in fields.get(name, ())), None
        )
        title = next((as_string(_text(child)) for child in fields.get("title", ())), None)
        author = ", ".join(
            filter(
                None,
                (as_string(_text(child)) for name in ("creator", "author") for child in fields.get(name, ())),
            )
        )
        day = next((as_string(_text(child)) for name in _DAYS for child in fields.get(name, ())), None)
        if unusable(body, url, own, title, author, day):
            return problem("bad-characters", "A character that no file can hold stands in it.", place)
        if not body.strip():
            return problem("no-text", "The entry has no text. Fetch its page and give that.", place)
        is_html = "<" in body and ">" in body
        return Document(
            own or url or place,
            place,
            text=None if is_html else body,
            html=f"<html><body><article>{body}</article></body></html>" if is_html else None,
            title=title,
            url=url,
            publisher=self._publisher,
            author=author or None,
            published=day,
        )


def _name(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _text(element: etree._Element) -> str:
    names = [child for child in element if _name(child) == "name"]  # <author><name>
    return "".join((names[0] if names else element).itertext())


def _markup(element: etree._Element) -> str:
    """The markup that an element holds, escaped or as elements of its own (``type="xhtml"``)."""
    if len(element):
        inner = (etree.tostring(child, encoding="unicode", method="html") for child in element)
        return (element.text or "") + "".join(inner)
    return element.text or ""


def _link(links: list[etree._Element]) -> str | None:
    for link in links:
        if link.get("rel", "alternate") == "alternate":
            return as_string(link.get("href") or link.text)
    return None
