"""Attributes that our components keep on a spaCy ``Doc`` (``doc._.dates``, ``doc._.people`` …)."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc

# name -> default. Tuples of the dataclasses of ``nirdesh.mentions``, except the first three.
DOC_EXTENSIONS: Final[dict[str, object]] = {
    "report": None,  # nirdesh.report.Report | None
    "aligned": None,  # nirdesh.text.alignment.Aligned | None: doc.text <-> report.text
    "blocks": (),  # tuple[Block, ...]: the report's layout in offsets of doc.text
    "dates": (),
    "people": (),
    "offices": (),
    "organisations": (),
    "regions": (),
    "directives": (),
    "assignments": (),
    "events": (),
}


def register_extensions() -> None:
    """Register the attributes once; calling it again changes nothing."""
    for name, default in DOC_EXTENSIONS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
