"""Reports that are themselves letters, circulars or press notes: their author is who signed."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from nirdesh.extract.clauses.entities import Entities, Ref
from nirdesh.extract.clauses.lexis import closed, fold, table
from nirdesh.extract.clauses.phrases import Phrase, phrase_start
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence
from nirdesh.extract.directives.roles import phrase_class
from nirdesh.extract.directives.speaker import ids_of
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


def heading_author(read: Sequence[Sentence], entities: Entities) -> tuple[bool, tuple[str, ...]]:
    """Whether a heading or verbless line announces orders (पुलिस की एडवाइजरी), and whose they are."""
    nouns = frozenset(fold(w) for w in table("frames/attribution.toml")["heading"]["nouns"])
    announced = False
    for sentence in read:
        for clause in segment(sentence):
            if clause.group is not None and sentence.block == "body":
                continue
            for j in range(clause.body, clause.end):
                if not sentence.words[j].is_noun(nouns):
                    continue
                announced = True
                ids = _owner(clause, j, entities)
                if ids:
                    return True, ids
    return announced, ()


def _owner(clause: Clause, noun: int, entities: Entities) -> tuple[str, ...]:
    words = clause.sentence.words
    if noun - 1 <= clause.body or words[noun - 1].key not in closed("genitives") or words[noun - 2].verbs:
        return ()
    phrase = Phrase(
        clause.sentence, phrase_start(clause, noun - 1, clause.body, entities), noun - 1, noun - 1, ""
    )
    return ids_of(phrase, entities) if phrase_class(phrase, entities) not in (None, "public") else ()


_LAST_LINES = 3
_LINE_WORDS = 12


def signature(read: Sequence[Sentence], entities: Entities) -> tuple[str, ...]:
    """The person whose name ends a report in a line of its own, in which nobody else speaks."""
    for sentence in reversed(read[-_LAST_LINES:]):
        if len(sentence.words) > _LINE_WORDS or any(c.group is not None for c in segment(sentence)):
            continue
        inside = entities.inside(Span(sentence.start, sentence.end))
        people = [r.id for r in inside if r.kind == "person" and r.mention in ("name", "short")]
        if len(people) == 1:
            return (people[0],)
    return ()
