"""What a source hands on: one report's raw content with whatever the source knows about it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

import regex

from nirdesh.errors import Problem
from nirdesh.record.ids import content_id

_UNUSABLE: Final = regex.compile("[\x00\ud800-\udfff]")
FIELDS: Final = ("title", "url", "publisher", "author", "published")


@dataclass(frozen=True, slots=True)
class Document:
    """One report before its layout is read.

    Attributes:
        source: Path, or the input row's own id.
        place: Where to look when something is wrong: path, with the row's number (``feed.jsonl:3``).
        text: Plain text or Markdown, or None where ``html`` is given.
        html: The page's markup, decoded, or None.
        published: The source's own words for the day of publication, in any format.
        blob: The bytes of a file that is no text yet, or None.
        form: What ``blob`` is: ``pdf``, ``docx``, ``odt`` or ``rtf``.
        markdown: Whether ``text`` is Markdown.
        problems: What was doubtful when it was opened.
    """

    source: str
    place: str
    text: str | None = None
    html: str | None = None
    blob: bytes | None = None
    form: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    markdown: bool = False
    problems: tuple[Problem, ...] = ()

    def key(self, *context: str | None) -> str:
        """Hash of everything that can change the record, for finding finished work again.

        ``place`` is no part of it: a row may move within its file.

        Args:
            *context: What else decides the result (options, versions).

        Example:
            >>> Document("7", "feed.jsonl:1", text="क").key() == Document("7", "feed.jsonl:2", text="क").key()
            True
        """
        own = (self.source, self.text, self.html, self.title, self.url, self.publisher, self.author)
        blob = sha256(self.blob).hexdigest() if self.blob is not None else None
        return content_id(*own, blob, self.form, self.published, str(self.markdown), *context, length=32)


def shown(path: str | Path) -> str:
    r"""A path as text that can be written anywhere: bytes that are no UTF-8 and control characters escaped.

    Example:
        >>> shown("a\n\udcff.txt")
        'a\\n\\xff.txt'
    """
    text = os.fsencode(Path(path).as_posix()).decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def problem(code: str, message: str, source: str) -> Problem:
    """A problem of the ingest stage."""
    return Problem("ingest", code, message, source)


def as_string(value: object) -> str | None:
    """A metadata value as a string: several authors joined, ``{"name": …}`` by its name, the rest nothing.

    Example:
        >>> as_string([{"name": "कविता नेगवाल"}, "भुवन  टम्टेल"]), as_string(20260124), as_string([["क"]])
        ('कविता नेगवाल, भुवन टम्टेल', '20260124', None)
    """
    items = value if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in items]
    simple = (name for name in names if isinstance(name, str | int | float) and not isinstance(name, bool))
    return ", ".join(filter(None, (" ".join(str(name).split()) for name in simple))) or None


def unusable(*values: str | None) -> bool:
    r"""Whether a NUL or half of a surrogate pair, which no file can hold, stands in one of the values.

    Example:
        >>> unusable("क", None), unusable("क", "\ud800")
        (False, True)
    """
    return any(value and _UNUSABLE.search(value) for value in values)
