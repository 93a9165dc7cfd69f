"""Documents with given people, dates and places, and what the rules of directives find in them."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from nirdesh.analyse import blank
from nirdesh.extract.directives.extractor import Extractor
from nirdesh.mentions import DateMention, Directive, EntityMention, Person, Post, Region, Span

NLP = blank()


def doc_of(
    text: str,
    people: tuple[str, ...] = (),
    dates: dict[str, str] | None = None,
    places: tuple[str, ...] = (),
) -> Doc:
    doc = NLP(text)
    doc._.regions = tuple(
        Region(
            f"r{n}",
            place,
            "district",
            (EntityMention(Span(text.index(place), text.index(place) + len(place))),),
        )
        for n, place in enumerate(places, 1)
    )
    doc._.people = tuple(
        Person(
            f"p{n}",
            name,
            "",
            (Post("सचिव", Span(0, 1)),),
            tuple(
                EntityMention(Span(i, i + len(name))) for i in range(len(text)) if text.startswith(name, i)
            ),
        )
        for n, name in enumerate(people, 1)
    )
    doc._.dates = tuple(
        DateMention(Span(text.index(words), text.index(words) + len(words)), edtf, "by", "deadline")
        for words, edtf in (dates or {}).items()
    )
    return doc


def run(text: str, **given: Any) -> tuple[Doc, tuple[Directive, ...]]:
    """What the rules find; the judge, which is fitted, has a test of its own."""
    doc = doc_of(text, **given)
    return doc, tuple(directive for directive, _ in Extractor(doc).candidates())


def quote(doc: Doc, span: Span) -> str:
    return doc.text[span.start : span.end]
