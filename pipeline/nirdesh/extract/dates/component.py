"""The ``nirdesh_dates`` spaCy component."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from nirdesh.analyse.extensions import register_extensions
from nirdesh.extract.dates.tagger import tag


@dataclass(slots=True)
class DateTagger:
    """Sets ``doc._.dates``; the report's publication day is the anchor.

    Not frozen: spaCy writes ``name`` when the component joins a pipeline.
    """

    name: str

    def __call__(self, doc: Doc) -> Doc:
        """Tag one document."""
        report = doc._.report
        published = report.published if report is not None else None
        mentions = tag(
            doc.text,
            reference=date.fromisoformat(published) if published else None,
            no_verbs=_no_verbs(doc),
        )
        doc._.dates = tuple(m for m in mentions if m.edtf is not None or m.rrule is not None or m.adrift)
        return doc


def _no_verbs(doc: Doc) -> frozenset[int]:
    """Where the words stand that the tagger takes for nouns and the like; empty without a tagger."""
    if not doc.has_annotation("POS"):
        return frozenset()
    return frozenset(token.idx for token in doc if token.pos_ in ("NOUN", "PROPN", "NUM", "PRON"))


def create(nlp: Language, name: str) -> DateTagger:
    """Make the component (``nlp.add_pipe("nirdesh_dates")``)."""
    register_extensions()
    return DateTagger(name)
