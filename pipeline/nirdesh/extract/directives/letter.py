"""Reports that are themselves letters, circulars or press notes: their author is who signed."""

from __future__ import annotations

from spacy.tokens import Doc

from nirdesh.extract.clauses.entities import Entities, Ref
from nirdesh.extract.clauses.lexis import fold, table
from nirdesh.mentions import Span

_LONGEST_NAME = 5  # words of the name of a body after हमारी पार्टी
_SIGNATURE = 120  # code points after the closing in which the name stands


def author(doc: Doc, entities: Entities) -> tuple[str, ...]:
    """Ids of the sender of a letter or press note; none for other reports.

    ``हमारी पार्टी X`` names a body; else it is the person after भवदीय and the like.
    """
    data = table("frames/attribution.toml")["letter"]
    text = fold(doc.text)
    if len(text) != len(doc.text):
        text = doc.text
    for phrase in data["ourselves"]:
        at = text.find(phrase)
        if at >= 0:
            bodies = _after(entities, at, "organisation")
            start = at + len(phrase) + 1
            if bodies and bodies[0].span.start <= start + 2:
                return (bodies[0].id,)
            name = doc.text[start : start + _SIGNATURE].split(",")[0].split("।")[0].strip()
            if 1 < len(name.split()) <= _LONGEST_NAME:
                return (entities.office(name, Span(start, start + len(name))),)
    for word in data["closings"]:
        at = text.rfind(word)
        if at >= len(text) // 2:
            people = _after(entities, at, "person")
            if people:
                return (people[0].id,)
    return ()


def _after(entities: Entities, at: int, kind: str) -> list[Ref]:
    return [r for r in entities.refs if r.kind == kind and at <= r.span.start <= at + _SIGNATURE]
