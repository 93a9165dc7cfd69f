"""The spaCy component that sets ``doc._.people``, ``doc._.offices`` and ``doc._.organisations``."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from nirdesh.analyse.extensions import register_extensions
from nirdesh.extract.people.find import find_entities
from nirdesh.mentions import Span


def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component; regions, where they are set, keep places from becoming people."""
    register_extensions()
    return annotate


def annotate(doc: Doc) -> Doc:
    """Set ``doc._.people``, ``doc._.offices`` and ``doc._.organisations``."""
    seen = [Span(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PERSON"]
    found = find_entities(doc.text, doc._.regions, seen)
    doc._.people = found.people
    doc._.offices = found.offices
    doc._.organisations = found.organisations
    return doc
