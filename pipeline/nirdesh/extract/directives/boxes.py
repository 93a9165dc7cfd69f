"""Boxes of quotations under a report (इनका कहना है), each with the name of who is quoted below it."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import fold, table
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence
from nirdesh.extract.directives.model import Draft
from nirdesh.mentions import Span

RULE = "issuer:quoted-below"
_LINE = 14  # words of the line with the name
_HEADING = 8
_OWN = frozenset({"issuer:frame", "issuer:ne", "issuer:according-to"})  # told in the quotation itself


def box_speakers(read: Sequence[Sentence], entities: Entities) -> dict[int, tuple[str, ...]]:
    """Who is quoted in each sentence of a report's boxes, by number of the sentence."""
    headings = tuple(map(fold, table("frames/attribution.toml")["box"]["headings"]))
    at = next((n for n, s in enumerate(read) if n and _heads(s, headings)), len(read))
    told: dict[int, tuple[str, ...]] = {}
    quoted: list[int] = []
    for sentence in read[at + 1 :]:
        ids = _named(sentence, entities)
        if ids:
            told |= dict.fromkeys(quoted, ids)
            quoted = []
        else:
            quoted.append(sentence.index)
    return told


def sign_boxes(read: Sequence[Sentence], drafts: Sequence[Draft], entities: Entities) -> bool:
    """Give what stands in a box to who is named below it.

    Returns:
        Whether the report has a box: whose name ends it has not signed the whole.
    """
    told = box_speakers(read, entities)
    for draft in drafts:
        ids = told.get(draft.clause.sentence.index)
        if ids and _OWN.isdisjoint(draft.rules):
            draft.issuers = ids
            draft.rules.append(RULE)
    return bool(told)


def _heads(sentence: Sentence, headings: tuple[str, ...]) -> bool:
    keys = " ".join(word.key for word in sentence.words)
    return len(sentence.words) <= _HEADING and keys.startswith(headings)


def _named(sentence: Sentence, entities: Entities) -> tuple[str, ...]:
    """The only person whom a line without a verb names."""
    if len(sentence.words) > _LINE or any(clause.group is not None for clause in segment(sentence)):
        return ()
    inside = entities.inside(Span(sentence.start, sentence.end))
    people = {r.id for r in inside if r.kind == "person" and r.mention in ("name", "short")}
    return tuple(people) if len(people) == 1 else ()
