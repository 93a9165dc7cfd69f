"""Documents that are no text yet (PDF, word processors): their bytes become text where records are made.

A reader hands such a file on as bytes (``Document.blob``), so that the work, and whatever a damaged file does
to a library, happens in a worker process. A new form is one module and one row here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Final

from nirdesh.errors import NirdeshError, Problem
from nirdesh.ingest.document import Document, problem

_FORMS: Final[dict[str, str]] = {
    "pdf": "nirdesh.ingest.forms.pdf:read",
    "docx": "nirdesh.ingest.forms.docx:read",
    "odt": "nirdesh.ingest.forms.odt:read",
    "rtf": "nirdesh.ingest.forms.rtf:read",
}


@dataclass(frozen=True, slots=True)
class Formed:
    """Text out of a file's bytes.

    Attributes:
        text: One paragraph a line.
        doubts: Code and message of what was doubtful.
    """

    text: str
    doubts: tuple[tuple[str, str], ...] = ()


Form = Callable[[bytes, bool], Formed]
"""Bytes and whether pictures of text may be read by OCR, to text; raises NirdeshError."""


def formed(document: Document, *, ocr: bool = False) -> Document | Problem:
    """The document with its bytes turned into text, or the problem that they are."""
    if document.blob is None:
        return document
    module, _, name = _FORMS[document.form or "pdf"].partition(":")
    form: Form = getattr(import_module(module), name)
    try:
        made = form(document.blob, ocr)
    except NirdeshError as error:
        return error.as_problem(document.place)
    if "\x00" in made.text:
        made = replace(made, text=made.text.replace("\x00", ""))
    doubts = tuple(problem(code, message, document.place) for code, message in made.doubts)
    return replace(document, blob=None, text=made.text, problems=(*document.problems, *doubts))


def refused(code: str, message: str, hint: str) -> NirdeshError:
    """An error of the ingest stage."""
    return NirdeshError(code, message, hint=hint, stage="ingest")
