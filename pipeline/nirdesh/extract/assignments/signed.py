"""Orders that are the report themselves: what they hand out is given by who signed them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.assignments.recorder import LEFT
from nirdesh.extract.assignments.roles import find_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence
from nirdesh.mentions import Assignment, Span

_TOP = 8  # lines in which an order says that it is one
_HEADING = 14  # words of such a line
_BOTTOM = 4  # lines in which a name or post signs it
_SIGNED = 12  # words of such a line
RULE = "by:signature"


def with_signer(
    read: Sequence[Sentence], found: Sequence[Assignment], entities: Entities
) -> tuple[Assignment, ...]:
    """Assignments of an order, those that nobody is said to give with who signed it."""
    if all(item.by for item in found):
        return tuple(found)
    ids = signer(read, entities)
    return tuple(_given(item, ids) for item in found) if ids else tuple(found)


def _given(item: Assignment, ids: tuple[str, ...]) -> Assignment:
    if item.by or item.assignee in ids or item.rules[0] in LEFT:
        return item
    return replace(item, by=ids, rules=(*item.rules, RULE))


def signer(read: Sequence[Sentence], entities: Entities) -> tuple[str, ...]:
    """Id of the person, or else the office, that signs: (नाम) in a line of its own, or a line below an order.

    Who signs a press note only passes it on.
    """
    top = [line for line in read[:_TOP] if _bare(line, _HEADING)]
    if any(word.is_noun(listed("press_headings")) for line in top for word in line.words):
        return ()
    lower = [line for line in read[len(read) // 2 :] if _bare(line, _SIGNED)]
    for line in lower:
        if line.words[0].text == "(" and line.words[-1].text == ")":
            people = _named(line, entities)
            if people:
                return people
    if not any(word.is_noun(listed("order_headings")) for line in top for word in line.words):
        return ()
    copies = (n for n, line in enumerate(lower) if line.words[0].key in listed("copies"))
    lines = lower[: next(copies, len(lower))][-_BOTTOM:]
    for line in reversed(lines):
        people = _named(line, entities)
        if people:
            return people
    for line in reversed(lines):
        role = find_role(line, 0, len(line.words), entities)
        if role is not None and role.start == _first_word(line):
            return (entities.office(line.text(role.start, role.end), role.span),)
    return ()


def _named(line: Sentence, entities: Entities) -> tuple[str, ...]:
    """The person whose name is all that a line says."""
    refs = entities.inside(Span(line.start, line.end))
    people = [r for r in refs if r.kind == "person" and r.mention == "name"]
    if len(people) != 1:
        return ()
    span = people[0].span
    rest = [w for w in line.words if not w.punct and not span.start <= w.start < span.end]
    return (people[0].id,) if all(w.key in closed("honorifics") for w in rest) else ()


def _bare(line: Sentence, most: int) -> bool:
    return 0 < len(line.words) <= most and all(clause.group is None for clause in segment(line))


def _first_word(line: Sentence) -> int:
    return next((i for i, word in enumerate(line.words) if not word.punct), 0)
