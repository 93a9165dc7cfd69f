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
}


def known_suffixes() -> frozenset[str]:
    """Suffixes that are read in folders, each also with ``.gz`` behind it."""
    return frozenset(_READERS)


def suffix_of(name: str) -> str:
    """The suffix that tells the kind of a file, without ``.gz``.

    Example:
        >>> suffix_of("2021/Feed.JSONL.gz"), suffix_of("notes")
        ('.jsonl', '')
    """
    name = name.lower().removesuffix(".gz")
    base = name.rpartition("/")[2]
    _, dot, suffix = base.rpartition(".")
    return dot + suffix if dot else ""


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
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].lower()
    if start.startswith(b"{"):
        return ".json" if start.partition(b"\n")[0].strip() == b"{" else ".jsonl"
    if start.startswith((b"[{", b"[\n", b"[ ", b"[\r", b"[]")):
        return ".json"
    if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"<article", b"<!--")):
        return ".html"
    return ".txt"
