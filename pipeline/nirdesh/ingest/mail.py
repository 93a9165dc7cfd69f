"""Electronic mail (.eml): the message and the reports attached to it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from typing import BinaryIO, Final, cast

from nirdesh.errors import NirdeshError, Problem
from nirdesh.ingest.charset import decode
from nirdesh.ingest.document import Document, as_string, problem, unusable
from nirdesh.ingest.limits import MAX_BLOB, megabytes
from nirdesh.ingest.members import is_readable, read_member

_MOST_PARTS: Final = 1_000
# A shorter message beside attachments is a covering note.
_NOTE: Final = 300


def read_mail(stream: BinaryIO, source: str) -> Iterator[Document | Problem]:
    """The text of a message, and what is attached; a covering note beside attachments is left out."""
    raw = stream.read(MAX_BLOB + 1)
    if len(raw) > MAX_BLOB:
        yield problem("too-large", f"Larger than {megabytes(MAX_BLOB)}, which no mail is.", source)
        return
    if not raw.strip():
        yield problem("empty", "The file has no content. Remove it or fetch it again.", source)
        return
    try:
        message = BytesParser(policy=policy.default).parsebytes(raw)
        parts = _parts(message)
        known = _metadata(message)
        own = _own(parts, source)
    except (MessageError, ValueError, LookupError, RecursionError, TypeError, AttributeError) as error:
        message_ = f"The mail is damaged ({type(error).__name__}). Fetch it again."
        yield problem("broken-mail", message_, source)
        return
    attached = list(_attached(parts))
    if isinstance(own, Document) and (not attached or len(own.text or own.html or "") > _NOTE):
        yield replace(_filled(own, known), title=known.get("title"))
    elif isinstance(own, Problem) and not attached:
        yield own
    for name, content in attached:
        for item in read_member(cast(BinaryIO, io.BytesIO(content)), name, source):
            yield _filled(item, known) if isinstance(item, Document) else item


def _parts(message: EmailMessage) -> list[EmailMessage]:
    parts = []
    for part in message.walk():
        if not part.is_multipart():
            parts.append(part)
        if len(parts) > _MOST_PARTS:
            raise ValueError("too many parts")
    return parts


def _metadata(message: EmailMessage) -> dict[str, str]:
    values = {
        "title": as_string(str(message.get("Subject", ""))),
        "author": as_string(str(message.get("From", ""))),
        "published": as_string(str(message.get("Date", ""))),
    }
    return {name: value for name, value in values.items() if value and not unusable(value)}


def _filled(document: Document, known: dict[str, str]) -> Document:
    """A document with what the mail says, where it says nothing itself; a subject is no headline."""
    return replace(
        document,
        author=document.author or known.get("author"),
        published=document.published or known.get("published"),
    )


def _own(parts: list[EmailMessage], source: str) -> Document | Problem:
    """The message's own words: plain text if there is any, else HTML."""
    for kind in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() != kind or part.get_content_disposition() == "attachment":
                continue
            raw = cast(bytes, part.get_payload(decode=True) or b"")
            try:
                declared = part.get_content_charset()
                content = decode(raw, markup=kind == "text/html", declared=declared)
            except NirdeshError as error:
                if error.code == "empty":
                    continue
                return error.as_problem(source)
            doubts = content.doubts(source)
            if kind == "text/plain":
                return Document(source, source, text=_unwrapped(content.text), problems=doubts)
            return Document(source, source, html=content.text, problems=doubts)
    return problem("empty", "The mail has no text. Leave it out.", source)


def _unwrapped(text: str) -> str:
    """Lines that a mail program broke (format=flowed: a blank at the end) joined again."""
    return text.replace("\r\n", "\n").replace(" \n", " ")


def _attached(parts: list[EmailMessage]) -> Iterator[tuple[str, bytes]]:
    for number, part in enumerate(parts, 1):
        name = part.get_filename() or f"part{number}"
        if part.get_content_disposition() is None and not part.get_filename():
            continue
        if is_readable(name) and (content := part.get_payload(decode=True)):
            yield name, cast(bytes, content)
