"""Rows of a person and the matters of an office that are theirs now: उपायुक्त क ख – स्वास्थ्य से मुक्त, जलकल."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.gaps import matter
from nirdesh.extract.assignments.line_roles import SEPARATORS
from nirdesh.extract.assignments.list_heads import line_people
from nirdesh.extract.assignments.lists_of_words import has_noun, words
from nirdesh.extract.assignments.roles import Role, is_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.mentions import Assignment, Change

_FEWEST = 2  # rows that make a list
_APART = 2  # lines between two rows of one list
_CONFIDENCE = 0.7


@dataclass(frozen=True, slots=True)
class Portfolio:
    """What a row gives: a matter, and whether the person is freed of it."""

    line: Sentence
    person: str
    given: tuple[tuple[Role, Change], ...]


def portfolio_rows(
    read: Sequence[Sentence], entities: Entities, announcer: tuple[str, ...]
) -> tuple[list[Assignment], list[Sentence]]:
    """What such rows give, and the lines that they are."""
    rows = [row for line in read if (row := _row(line, entities)) is not None]
    kept: list[Portfolio] = []
    for run in _runs(rows):
        roles = [role for row in run for role, _ in row.given]
        told = sum(has_noun("matters", _words(r)) or has_noun("units_given", _words(r)) for r in roles)
        if len(run) >= _FEWEST and told > 1:
            kept += run
    found = [
        Assignment(
            evidence=role.sentence.span(0, len(role.sentence.words)),
            assignee=row.person,
            role=role.span,
            change=change,
            by=tuple(a for a in announcer if a != row.person),
            confidence=_CONFIDENCE,
            rules=("assign:portfolio-row",),
        )
        for row in kept
        for role, change in row.given
    ]
    return found, [row.line for row in kept]


def _words(role: Role) -> Sequence[Word]:
    return role.sentence.words[role.start : role.end]


def _runs(rows: Sequence[Portfolio]) -> Iterator[list[Portfolio]]:
    """Rows that stand near each other."""
    run: list[Portfolio] = []
    for row in rows:
        if run and row.line.index - run[-1].line.index > _APART:
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _row(line: Sentence, entities: Entities) -> Portfolio | None:
    """A line with a post, a name, a dash and nothing but matters behind it."""
    run = line.words
    if line.block == "headline" or not any(w.text in SEPARATORS for w in run[1:]):
        return None
    people = line_people(line, entities)
    place = word_range(line, people[0]) if people else None
    if place is None or len({ref.id for ref in people}) != 1:
        return None
    start, end = place
    while start > 0 and run[start - 1].key in closed("honorifics"):
        start -= 1
    if not start or not is_role(run[start - 1]) or end >= len(run) - 1 or run[end].text not in SEPARATORS:
        return None
    given: list[tuple[Role, Change]] = []
    for first, last in _items(line, end + 1):
        one = _given(line, first, last, entities)
        if one is None:
            return None
        given.append(one)
    return Portfolio(line, people[0].id, tuple(given)) if given else None


def _items(line: Sentence, first: int) -> Iterator[tuple[int, int]]:
    """The words between commas and conjunctions, brackets left out."""
    run = line.words
    last = next((j for j in range(first, len(run)) if run[j].text == "("), len(run))
    while last > first and run[last - 1].punct:
        last -= 1
    joints = [
        j for j in range(first, last) if run[j].text == "," or run[j].key in closed("list_conjunctions")
    ]
    yield from ((a + 1, b) for a, b in itertools.pairwise([first - 1, *joints, last]) if a + 1 < b)


def _given(line: Sentence, first: int, last: int, entities: Entities) -> tuple[Role, Change] | None:
    """स्वास्थ्य से मुक्त: removed; अतिक्रमण के साथ उद्यान: what is new."""
    run = line.words
    freed = (
        last - first > 2 and run[last - 1].key in words("freed") and run[last - 2].key in words("ablative")
    )
    if freed:
        last -= 2
    beside = (j for j in range(last - 1, first, -1) if run[j].is_noun(words("instead")))
    at = next(beside, None)
    if at is not None and run[at - 1].key in closed("genitives"):
        first = at + 1
    role = matter(line, first, last, entities)
    return (role, "removed" if freed else "appointed") if role is not None else None
