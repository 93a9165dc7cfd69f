"""Lists of people who go or come: what the others of a list share with the first, and who comes whence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nirdesh.extract.assignments.align import Match
from nirdesh.extract.assignments.assignees import assignees
from nirdesh.extract.assignments.lists_of_words import words
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import Role, find_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence

_GOAL = 3  # words of the place before the verb


def all_moved(found: Sequence[Match]) -> list[Match]:
    """तहसीलदार A को सागर से दमोह, B को पन्ना, पटवारी C को गुना पदस्थ किया: B has the rank of A, and all move."""
    made: list[Match] = []
    moved = False
    for each in found:
        last = made[-1] if made else None
        listed = last is not None and bool(last.regions) and bool(each.regions) and each.role is None
        if listed and last is not None and last.role is None:
            each = replace(each, own=each.own or last.own, whence=each.whence or moved)
        moved = moved or (each.whence and bool(each.regions))
        made.append(each)
    return made


def unparted(sentence: Sentence, first: int, last: int, entities: Entities) -> int:
    """A को दमोह | B को पन्ना: first word past the place between names that no comma parts, or ``first``."""
    run = sentence.words
    if first == 0 or run[first - 1].key not in words("dative"):
        return first
    ends = [place.end for place, _ in entities.regions if place.start == run[first].start]
    return next((j for j in range(first, last) if run[j].start >= max(ends)), last) if ends else first


def coming(clause: Clause, first: int, entities: Entities) -> list[Match]:
    """सागर से तहसीलदार A, दमोह से B और पन्ना से C गुना आ रहे हैं: whence before each, the place before the verb."""
    group = clause.group
    if group is None or group.negative or group.passive or group.stem not in words("coming"):
        return []
    if group.mood not in ("fut", "prog"):
        return []
    sentence = clause.sentence
    people = assignees(clause, first, group.start, entities, genitives=False)
    goal = places_in(sentence, people[-1][2], group.start, entities) if people else ()
    if not goal or group.start - people[-1][2] > _GOAL:
        return []
    made: list[Match] = []
    rank: Role | None = None
    for person, start, end in people:
        left = _whence(sentence, first, start, entities)
        if left is None:
            return []
        held = find_role(sentence, first, start, entities)
        rank = held if held is not None and held.end == start else rank
        made.append(Match(person, rank, goal, None, rank, left, tail=True, whence=True))
        first = end
    return made


def _whence(sentence: Sentence, first: int, name: int, entities: Entities) -> tuple[str, ...] | None:
    """The place before the से in front of a name; nothing where there is none or a case marker follows it."""
    run = sentence.words
    mark = next((j for j in range(name - 1, first, -1) if run[j].key in closed("case_markers")), None)
    if mark is None or run[mark].key not in words("ablative"):
        return None
    return places_in(sentence, mark - 1, mark, entities) or None
