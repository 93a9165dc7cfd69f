"""Files that hold one report: plain text, Markdown and web pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from nirdesh.errors import NirdeshError, Problem
from nirdesh.ingest.charset import Decoded, decode
from nirdesh.ingest.document import Document, problem
from nirdesh.ingest.limits import MAX_BYTES, megabytes


def read_text(stream: BinaryIO, source: str) -> Iterator[Document | Problem]:
    """One report of plain text."""
    content = _content(stream, source, markup=False)
    if isinstance(content, Problem):
        yield content
    else:
        yield Document(source, source, text=content.text, problems=content.doubts(source))


def read_markdown(stream: BinaryIO, source: str) -> Iterator[Document | Problem]:
    """One report in Markdown."""
    for item in read_text(stream, source):
        yield replace(item, markdown=True) if isinstance(item, Document) else item


def read_html(stream: BinaryIO, source: str) -> Iterator[Document | Problem]:
    """One web page."""
    content = _content(stream, source, markup=True)
    if isinstance(content, Problem):
        yield content
    else:
        yield Document(source, source, html=content.text, problems=content.doubts(source))


def _content(stream: BinaryIO, source: str, *, markup: bool) -> Decoded | Problem:
    raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        message = f"Larger than {megabytes(MAX_BYTES)}, which no report is. Split it into one report each."
        return problem("too-large", message, source)
    try:
        return decode(raw, markup=markup)
    except NirdeshError as error:
        return error.as_problem(source)
