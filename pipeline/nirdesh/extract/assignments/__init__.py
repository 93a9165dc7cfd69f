"""Assignments: posts and duties given, taken or moved."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from nirdesh.analyse.extensions import register_extensions
from nirdesh.extract.assignments.document import extract_assignments
from nirdesh.extract.assignments.trained import reader

__all__ = ["create", "extract_assignments"]


def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Component that sets ``doc._.assignments``."""
    register_extensions()
    trained = reader(nlp)

    def assignments(doc: Doc) -> Doc:
        doc._.assignments = extract_assignments(doc, trained)
        return doc

    return assignments
