"""Markdown to the text that its readers see."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import regex

from nirdesh.ingest.document import Document
from nirdesh.text.boilerplate import rule_of

# Markdown that scrapers write into .txt files shows itself by its links.
_LINKED: Final = regex.compile(r"\]\(\s*<?https?://")
_HEADER: Final = regex.compile(
    r"\A---[ \t]*\r?\n(.{0,4000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", regex.DOTALL
)
_KEYS: Final = {
    "title": "title",
    "date": "published",
    "published": "published",
    "pubdate": "published",
    "author": "author",
    "url": "url",
    "link": "url",
    "canonical": "url",
    "publisher": "publisher",
    "site": "publisher",
    "source": "publisher",
}
_PICTURE: Final = r"!\[[^\]\n]*\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\)"
_LINK: Final = r"\[([^\[\]\n]*)\]\(\s*<?[^()\s]*(?:\([^()\s]*\)[^()\s]*)*>?(?:\s+[\"'][^\"'\n]*[\"'])?\s*\)"
_PICTURES: Final = regex.compile(_PICTURE)
_LINKS: Final = regex.compile(_LINK)
_MENU: Final = regex.compile(rf"\s*(?:[-*+]\s+)?(?:{_LINK}[\s|/·•»>,-]*){{2,}}")
_RULE: Final = regex.compile(r"\s*(?:(?:[*_-]\s*){3,}|={3,})")
_DEFINITION: Final = regex.compile(r"\s{0,3}\[[^\]\n]+\]:\s+<?https?://\S+.*")
_HEADING: Final = regex.compile(r"^(\s{0,3})#{1,6}\s+(.*?)(?:\s+#+)?\s*$")
_QUOTED: Final = regex.compile(r"^\s{0,3}>\s?")
_EMPHASIS: Final = (
    regex.compile(r"(?<![\\*])(\*{1,3})(?=[^\s*])([^*\n]*[^\s*\\])\1(?!\*)"),
    regex.compile(r"(?<![\w\\_])(_{1,3})(?=[^\s_])([^_\n]*[^\s_\\])\1(?![\w_])"),
)
_ESCAPED: Final = regex.compile(r"\\([\\`*_{}\[\]()#+.!|>-])")


@dataclass(frozen=True, slots=True)
class _Parts:
    """A Markdown file's text and what its header says."""

    text: str
    known: dict[str, str]


def is_markdown(text: str) -> bool:
    """Whether a text has Markdown's links in it.

    Example:
        >>> is_markdown("[सूची](https://example.org/a) देखें"), is_markdown("सूची (नई) देखें")
        (True, False)
    """
    return _LINKED.search(text) is not None


def unmarked(document: Document) -> Document:
    """The document with its Markdown read: links by their words, headings and emphasis without their signs.

    Lines of boilerplate, pictures among them, stay as they are: the layout dates the report by them and cuts
    them. A header between ``---`` fills in what is not known yet.
    """
    parts = _split(document.text or "")
    lines = (_line(line) for line in parts.text.splitlines(keepends=True))
    return replace(
        document,
        text="".join(line for line in lines if line is not None),
        markdown=False,
        title=document.title or parts.known.get("title"),
        url=document.url or parts.known.get("url"),
        publisher=document.publisher or parts.known.get("publisher"),
        author=document.author or parts.known.get("author"),
        published=document.published or parts.known.get("published"),
    )


def _split(text: str) -> _Parts:
    header = _HEADER.match(text)
    if header is None:
        return _Parts(text, {})
    known: dict[str, str] = {}
    for line in header[1].splitlines():
        key, colon, value = line.partition(":")
        value = value.strip().strip("\"'").strip()
        if colon and value and (name := _KEYS.get(key.strip().lower())):
            known.setdefault(name, value)
    return _Parts(text[header.end() :], known)


def _line(line: str) -> str | None:
    """One line without marks; None for one that readers see as menu or not at all."""
    body = line.rstrip("\r\n")
    end = line[len(body) :]
    if rule_of(body) is not None:
        return line
    if _MENU.fullmatch(body) or _RULE.fullmatch(body) or _DEFINITION.fullmatch(body):
        return None
    body = _QUOTED.sub("", body)
    if heading := _HEADING.match(body):
        body = heading[1] + heading[2]
    body = _LINKS.sub(r"\1", _PICTURES.sub("", body))
    for pattern in _EMPHASIS:
        body = pattern.sub(r"\2", body)
    return str(_ESCAPED.sub(r"\1", body)) + end
