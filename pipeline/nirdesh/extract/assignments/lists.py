"""Assignments in lists: lines of place and name under one sentence that gives the post."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from nirdesh.extract.assignments.align import word_range
from nirdesh.extract.assignments.roles import find_role
from nirdesh.extract.assignments.triggers import find_triggers, words
from nirdesh.extract.clauses.entities import Entities, Ref
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence
from nirdesh.mentions import Assignment, Span

_LINE_WORDS = 30


def _line_people(sentence: Sentence, entities: Entities) -> list[Ref]:
    span = Span(sentence.start, sentence.end)
    return [r for r in entities.inside(span) if r.kind == "person" and r.mention in ("name", "short")]


def _is_line(sentence: Sentence, entities: Entities) -> bool:
    """A short verbless line with a name: a member of a list."""
    if len(sentence.words) > _LINE_WORDS or sentence.block == "headline":
        return False
    finite = any(c.group is not None for c in segment(sentence))
    return not finite and bool(_line_people(sentence, entities))


def _giver(sentence: Sentence, entities: Entities) -> Span | None:
    """Role that a sentence gives to people who stand in a list before or after it."""
    for clause in segment(sentence):
        for hit in find_triggers(clause):
            if hit.trigger.change != "appointed" or not (hit.group.finite or hit.group.mood == "perf"):
                continue
            if _line_people(sentence, entities):
                continue
            role = find_role(sentence, clause.body, hit.end, entities)
            if role is not None:
                return role.span
    return None


def list_assignments(
    doc: Doc,
    read: Sequence[Sentence],
    entities: Entities,
    announcer: tuple[str, ...],
    known: Sequence[Assignment],
) -> list[Assignment]:
    """One assignment for each name in a list whose post a sentence right before or after it gives."""
    taken = {a.assignee for a in known}
    found: list[Assignment] = []
    i = 0
    while i < len(read):
        if not _is_line(read[i], entities):
            i += 1
            continue
        j = i
        while j < len(read) and _is_line(read[j], entities):
            j += 1
        role = _giver(read[i - 1], entities) if i else None
        after = j < len(read) and any(w.key in words("everybody") for w in read[j].words[:3])
        if role is None and after:
            role = _giver(read[j], entities)
        for line in read[i:j]:
            found += _line(line, role, entities, announcer, taken)
        i = j
    return found


def _line(
    line: Sentence, shared: Span | None, entities: Entities, announcer: tuple[str, ...], taken: set[str]
) -> list[Assignment]:
    made = []
    regions = entities.regions_in(Span(line.start, line.end))
    for ref in _line_people(line, entities):
        place = word_range(line, ref)
        if place is None or ref.id in taken:
            continue
        role = shared
        if place[1] + 1 < len(line.words) and line.words[place[1]].text == "(":
            bracket = find_role(line, place[1] + 1, min(place[1] + 6, len(line.words)), entities)
            role = bracket.span if bracket else role
        if role is None:
            continue
        made.append(
            Assignment(
                evidence=Span(line.start, line.end),
                assignee=ref.id,
                role=role,
                change="appointed",
                region=regions[0] if regions else None,
                by=tuple(a for a in announcer if a != ref.id),
                confidence=0.7,
                rules=("assign:list",),
            )
        )
    return made
