"""The spaCy component that sets ``doc._.regions``."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from nirdesh.analyse.extensions import register_extensions
from nirdesh.extract.clauses.words import text_of
from nirdesh.extract.regions.find import find_regions
from nirdesh.mentions import Span


def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component; it needs no annotation but the text."""
    register_extensions()
    return annotate


def annotate(doc: Doc) -> Doc:
    """Set ``doc._.regions``."""
    seen = [Span(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "LOCATION"]
    doc._.regions = find_regions(text_of(doc), doc._.blocks, seen)
    return doc
