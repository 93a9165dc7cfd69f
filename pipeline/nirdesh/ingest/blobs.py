"""Files that become text only where records are made: PDF and word processors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from nirdesh.errors import Problem
from nirdesh.ingest.document import Document, problem
from nirdesh.ingest.limits import MAX_BLOB, megabytes


def read_pdf(stream: BinaryIO, source: str) -> Iterator[Document | Problem]:
    """One PDF file."""
    return _blob(stream, source, "pdf")


def read_docx(stream: BinaryIO, source: str) -> Iterator[Document | Problem]:
    """One Word document."""
    return _blob(stream, source, "docx")


def read_odt(stream: BinaryIO, source: str) -> Iterator[Document | Problem]:
    """One OpenDocument text."""
    return _blob(stream, source, "odt")


def read_rtf(stream: BinaryIO, source: str) -> Iterator[Document | Problem]:
    """One rich text."""
    return _blob(stream, source, "rtf")


def _blob(stream: BinaryIO, source: str, form: str) -> Iterator[Document | Problem]:
    raw = stream.read(MAX_BLOB + 1)
    if len(raw) > MAX_BLOB:
        message = f"Larger than {megabytes(MAX_BLOB)}, which no report is. Split it into one report each."
        yield problem("too-large", message, source)
    elif not raw.strip():
        yield problem("empty", "The file has no content. Remove it or fetch it again.", source)
    else:
        yield Document(source, source, blob=raw, form=form)
