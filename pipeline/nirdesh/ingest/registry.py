"""Which reader opens which kind of file. A new source is one small module and one row here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import BinaryIO, Final

from nirdesh.errors import Problem
from nirdesh.ingest.document import Document

Reader = Callable[[BinaryIO, str], Iterator[Document | Problem]]
"""Reads an open file; the second argument is what to call it in ``Document.source``."""

# Readers are named, not imported: a run over text files never loads the HTML libraries.
_READERS: Final[dict[str, str]] = {
    ".txt": "nirdesh.ingest.plain:read_text",
    ".text": "nirdesh.ingest.plain:read_text",
    ".md": "nirdesh.ingest.plain:read_markdown",
    ".markdown": "nirdesh.ingest.plain:read_markdown",
    ".html": "nirdesh.ingest.plain:read_html",
    ".htm": "nirdesh.ingest.plain:read_html",
    ".xhtml": "nirdesh.ingest.plain:read_html",
    ".json": "nirdesh.ingest.rows:read_json",
    ".jsonl": "nirdesh.ingest.rows:read_jsonl",
    ".ndjson": "nirdesh.ingest.rows:read_jsonl",
    ".jl": "nirdesh.ingest.rows:read_jsonl",
    ".csv": "nirdesh.ingest.tables:read_csv",
    ".tsv": "nirdesh.ingest.tables:read_tsv",
    ".parquet": "nirdesh.ingest.parquet:read_parquet",
    ".pdf": "nirdesh.ingest.blobs:read_pdf",
    ".docx": "nirdesh.ingest.blobs:read_docx",
    ".odt": "nirdesh.ingest.blobs:read_odt",
    ".rtf": "nirdesh.ingest.blobs:read_rtf",
    ".eml": "nirdesh.ingest.mail:read_mail",
    ".xml": "nirdesh.ingest.feeds:read_feed",
    ".rss": "nirdesh.ingest.feeds:read_feed",
    ".atom": "nirdesh.ingest.feeds:read_feed",
    ".warc": "nirdesh.ingest.warc:read_warc",
    ".zip": "nirdesh.ingest.archives:read_zip",
    ".tar": "nirdesh.ingest.archives:read_tar",
}
# Files that hold any number of reports, so that nobody knows how many before reading them.
CONTAINERS: Final = frozenset({".csv", ".tsv", ".parquet", ".xml", ".rss", ".atom", ".warc", ".zip", ".tar"})
_PACKED: Final = (".gz", ".zst", ".bz2", ".xz")
_SHORT: Final = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar", ".tzst": ".tar"}
_MAGIC: Final = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"PAR1", ".parquet"),
    (b"WARC/1.", ".warc"),
)
_TAR_MARK: Final = slice(257, 262)
_FEEDS: Final = (b"<rss", b"<feed", b"<rdf:rdf", b"<urlset", b"<sitemapindex")
_MAIL: Final = (b"received:", b"return-path:", b"delivered-to:", b"message-id:", b"mime-version:")


def known_suffixes() -> frozenset[str]:
    """Suffixes that are read in folders, each also with ``.gz .zst .bz2 .xz`` behind it."""
    return frozenset(_READERS)


def suffix_of(name: str) -> str:
    """The suffix that tells the kind of a file, without that of its compression.

    Example:
        >>> suffix_of("2021/Feed.JSONL.gz"), suffix_of("notes"), suffix_of("a.tgz"), suffix_of("a.tar.zst")
        ('.jsonl', '', '.tar', '.tar')
    """
    base = name.lower().rpartition("/")[2]
    for packed in _PACKED:
        base = base.removesuffix(packed)
    _, dot, suffix = base.rpartition(".")
    return _SHORT.get(dot + suffix, dot + suffix) if dot else ""


def reader_for(suffix: str) -> Reader | None:
    """The reader of a suffix, or None where it has none."""
    place = _READERS.get(suffix)
    if place is None:
        return None
    module, _, name = place.partition(":")
    reader: Reader = getattr(import_module(module), name)
    return reader


def guess_suffix(head: bytes) -> str:
    """The kind of nameless content, from its first bytes.

    Example:
        >>> guess_suffix(b'  {"text": 1}'), guess_suffix(b"<!DOCTYPE html>"), guess_suffix("क".encode())
        ('.jsonl', '.html', '.txt')
    """
    if kind := next((kind for magic, kind in _MAGIC if head.startswith(magic)), None):
        return kind
    if head.startswith(b"PK\x03\x04"):
        return _package(head)
    if head[_TAR_MARK] == b"ustar":
        return ".tar"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1000].lower()
    if start.startswith(b"{"):
        return ".json" if start.partition(b"\n")[0].strip() == b"{" else ".jsonl"
    if start.startswith((b"[{", b"[\n", b"[ ", b"[\r", b"[]")):
        return ".json"
    if start.startswith(_FEEDS) or (start.startswith(b"<?xml") and any(mark in start for mark in _FEEDS)):
        return ".xml"
    if start.startswith(_MAIL):
        return ".eml"
    if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"<article", b"<!--")):
        return ".html"
    return ".txt"


def _package(head: bytes) -> str:
    if b"application/vnd.oasis.opendocument.text" in head:
        return ".odt"
    return ".docx" if b"[Content_Types].xml" in head[:100] else ".zip"
