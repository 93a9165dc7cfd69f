"""The spaCy component that sets ``doc._.people``, ``doc._.offices`` and ``doc._.organisations``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from nirdesh.analyse.extensions import register_extensions
from nirdesh.extract.people.find import find_entities
from nirdesh.mentions import Person, Span


def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component; regions, where they are set, keep places from becoming people."""
    register_extensions()
    return annotate


def annotate(doc: Doc) -> Doc:
    """Set ``doc._.people``, ``doc._.offices`` and ``doc._.organisations``."""
    seen = [Span(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PERSON"]
    found = find_entities(doc.text, doc._.regions, seen)
    doc._.people = tuple(_as_published(doc, person) for person in found.people)
    doc._.offices = found.offices
    doc._.organisations = found.organisations
    return doc


def _as_published(doc: Doc, person: Person) -> Person:
    """Keep the report's own mark of abbreviation in a name (एस0पी0 for the normalised एस.पी.)."""
    aligned = doc._.aligned
    if aligned is None or "." not in person.name:
        return person
    for mention in person.mentions:
        at = doc.text.find(person.name, mention.span.start, mention.span.end)
        if at >= 0:
            start, end = aligned.to_raw(at, at + len(person.name))
            raw = aligned.raw[start:end]
            if "0" in raw and raw.replace("0", ".").startswith(person.name.rstrip(".")):
                return replace(person, name=raw)
    return person
