"""Web archives (WARC, ARC): every page that was answered, streamed record by record."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import Any, BinaryIO, Final, cast

import regex

from nirdesh.errors import NirdeshError, Problem
from nirdesh.ingest.charset import decode
from nirdesh.ingest.document import Document, problem, shown, unusable
from nirdesh.ingest.limits import MAX_BLOB, MAX_BYTES, megabytes
from nirdesh.ingest.streams import FAULTS

_HTML: Final = ("text/html", "application/xhtml+xml")
_FORMS: Final = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/rtf": "rtf",
    "text/rtf": "rtf",
}
_CHARSET: Final = regex.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", regex.IGNORECASE)
_OK: Final = "200"


def read_warc(stream: BinaryIO, source: str) -> Iterator[Document | Problem]:
    """Pages, PDF and text documents among the answers of a web archive; pictures and scripts are counted."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    skipped: Counter[str] = Counter()
    number = found = 0
    try:
        for record in _quietly(ArchiveIterator(_Whole(stream), arc2warc=True)):
            number += 1
            if record.rec_type not in {"response", "resource"}:
                continue
            made = _document(record, f"{source}#{number}", skipped)
            if made is not None:
                found += 1
                yield made
    except (*FAULTS, ArchiveLoadFailed, ValueError, KeyError, AttributeError, IndexError) as error:
        words = " ".join(str(error).split())[:200]
        message = f"The web archive is damaged behind record {number} ({words}). Fetch it again."
        yield problem("broken-archive", message, source)
    else:
        if not found and not skipped:
            yield problem("empty", "There is no page in this web archive. Leave it out.", source)
    if kinds := ", ".join(f"{count} {kind}" for kind, count in sorted(skipped.items())[:20]):
        yield problem("skipped-files", f"Answers of other kinds were left alone: {kinds}.", source)


def _quietly(records: Iterator[Any]) -> Iterator[Any]:
    """The records, without what warcio writes to the terminal about damaged ones."""
    while True:
        with redirect_stderr(io.StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


class _Whole:
    """A stream that hands on what it has before it tells of damage."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = cast(io.BufferedReader, stream)

    def read(self, size: int = -1) -> bytes:
        return self._stream.read1(size)

    def readline(self, size: int = -1) -> bytes:
        return self._stream.readline(size)


def _document(record: Any, place: str, skipped: Counter[str]) -> Document | Problem | None:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    url = "" if unusable(url) else shown(url.strip("<>"))[:2000] if "\n" in url else url.strip("<>")[:2000]
    status = record.http_headers.get_statuscode() if record.http_headers else _OK
    headers = record.http_headers or record.rec_headers
    declared = headers.get_header("Content-Type") or ""
    kind = declared.partition(";")[0].strip().lower()
    if status != _OK:
        skipped[f"with status {shown(status or 'none')[:20]}"] += 1
        return None
    form = _FORMS.get(kind)
    if kind not in _HTML and form is None:
        skipped[f"of type {shown(kind or 'unknown')[:60]}"] += 1
        return None
    limit = MAX_BLOB if form else MAX_BYTES
    raw = record.content_stream().read(limit + 1)
    if len(raw) > limit:
        return problem("too-large", f"Larger than {megabytes(limit)}, which no report is. Left out.", place)
    if form:
        return Document(url or place, place, blob=raw, form=form, url=url or None)
    charset = _CHARSET.search(declared)
    try:
        content = decode(raw, markup=True, declared=charset[1] if charset else None)
    except NirdeshError as error:
        return error.as_problem(place)
    return Document(url or place, place, html=content.text, url=url or None, problems=content.doubts(place))
