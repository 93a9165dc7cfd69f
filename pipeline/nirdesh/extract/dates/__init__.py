"""Hindi time expressions: where they stand, what they mean, and against which anchor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nirdesh.extract.dates.rows import filter_rows
from nirdesh.extract.dates.tagger import tag

if TYPE_CHECKING:
    from spacy.language import Language

    from nirdesh.extract.dates.component import DateTagger


def create(nlp: Language, name: str) -> DateTagger:
    """Make the spaCy component (spaCy is imported only here: the filter does without)."""
    from nirdesh.extract.dates import component

    return component.create(nlp, name)


__all__ = ["create", "filter_rows", "tag"]
