"""Events: meetings, conferences, campaigns … with their time, place and people."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from nirdesh.analyse.extensions import register_extensions
from nirdesh.extract.events.extractor import extract_events

__all__ = ["create", "extract_events"]


def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Component that sets ``doc._.events``."""
    register_extensions()

    def events(doc: Doc) -> Doc:
        doc._.events = extract_events(doc)
        return doc

    return events
