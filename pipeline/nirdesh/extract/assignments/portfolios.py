"""Departments that people are given as such: A को गृह विभाग, B को वित्त विभाग दिया; A शिक्षा विभाग देखेंगे."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.assignments.align import Match
from nirdesh.extract.assignments.assignees import assignees
from nirdesh.extract.assignments.lists_of_words import words
from nirdesh.extract.assignments.roles import Role, in_name
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence

_LONGEST = 14  # words of the departments that one person is given
_NAME = 5  # words of a department before its head


def portfolios(clause: Clause, first: int, last: int, entities: Entities) -> list[Match]:
    """Each person with the departments that are named after them, up to the next one.

    Args:
        clause: Clause whose verb gives.
        first: Its first word that counts.
        last: The verb, right after the last department.
    """
    sentence = clause.sentence
    people = assignees(clause, first, last, entities, genitives=False)
    if sentence.words[last - 1].key in words("dative"):
        return _before_names(sentence, people, first, entities)
    people = people or _meant(sentence, first, last, entities)
    found = []
    for number, (person, _, end) in enumerate(people):
        limit = people[number + 1][1] if number + 1 < len(people) else last
        role = _departments(sentence, _past_keeper(sentence, end, limit), limit, number + 1 < len(people))
        if role is None:
            return []
        found.append(Match(person, role, (), None, None, ()))
    return found


def _meant(sentence: Sentence, first: int, last: int, entities: Entities) -> list[tuple[str, int, int]]:
    """उन्हें गृह विभाग दिया: whom the pronoun means."""
    at = next((j for j in range(first, last) if sentence.words[j].key in words("pronoun_dative")), None)
    if at is None:
        return []
    refs = entities.inside(sentence.span(at, at + 1))
    people = [ref.id for ref in refs if ref.kind == "person" and ref.mention == "pronoun"]
    return [(people[0], at, at + 1)] if len(people) == 1 else []


def inherited(clause: Clause, first: int, last: int, role: Role, entities: Entities) -> list[Match]:
    """खनन विभाग A से लेकर B को दिया: B gets the department that A just lost."""
    run = clause.sentence.words
    people = assignees(clause, first, last, entities, genitives=False)
    given = [
        person
        for person, _, end in people
        if any(w.key in words("dative") for w in run[end : min(end + 2, last)])
    ]
    return [Match(person, role, (), None, None, ()) for person in given]


def _before_names(
    sentence: Sentence, people: Sequence[tuple[str, int, int]], first: int, entities: Entities
) -> list[Match]:
    """गृह विभाग सचिव A को, खनन विभाग B को दिया: the department before each name."""
    run = sentence.words
    found = []
    for person, start, end in people:
        unit = next(
            (j for j in range(start - 1, first - 1, -1) if run[j].is_noun(words("units_given"))), None
        )
        given = next((j for j in range(end, len(run)) if run[j].key not in closed("after_names")), end)
        if unit is None or run[unit + 1].key in closed("case_markers") - words("ablative"):
            return []
        if run[given].key in words("dative") | closed("list_conjunctions") or run[given].text == ",":
            role = _named_unit(sentence, first, unit, entities)
            found.append(Match(person, role, (), None, None, ()))
        first = end
    return found


def unit_taken(sentence: Sentence, first: int, last: int, entities: Entities) -> Role | None:
    """A से | खनन विभाग वापस लिया: the department that somebody loses."""
    run = sentence.words
    unit = next((j for j in range(last - 1, first - 1, -1) if run[j].is_noun(words("units_given"))), None)
    if unit is None or (unit + 1 < last and run[unit + 1].key in closed("case_markers")):
        return None
    return _named_unit(sentence, first, unit, entities)


def _named_unit(sentence: Sentence, first: int, unit: int, entities: Entities) -> Role:
    """The words up to a department's head that are its name."""
    run = sentence.words
    start = unit
    while start > max(first, unit - _NAME):
        word = run[start - 1]
        if word.punct or word.verbs or word.key in closed("case_markers") | words("drop"):
            break
        if in_name(word, entities):
            break
        start -= 1
    while start < unit and run[start].key in closed("list_conjunctions"):
        start += 1
    return Role(sentence, start, unit + 1, duty=True)


def _past_keeper(sentence: Sentence, first: int, limit: int) -> int:
    """First word after A को, A के पास, A के जिम्मे अब."""
    run = sentence.words
    while first < limit and (
        run[first].key in closed("after_names") | words("dative") | words("keepers") | words("drop")
        or run[first].key in words("oblique_genitive")
    ):
        first += 1
    return first


def _departments(sentence: Sentence, first: int, last: int, more: bool) -> Role | None:
    """Words between a recipient and the next or the verb, if they can be nothing but names of departments."""
    run = sentence.words
    instead = (j for j in range(last - 1, first, -1) if run[j].key in words("instead"))
    at = next(instead, None)
    if at is not None and run[at - 1].key in closed("genitives"):
        first = at + 1  # पेयजल के बजाय | शहरी विकास विभाग
        while first < last and run[first].key in words("superessive") | closed("particles"):
            first += 1
    if more:
        joints = [
            j for j in range(first, last) if run[j].text == "," or run[j].key in closed("list_conjunctions")
        ]
        last = joints[-1] if joints else first
    plain = all(
        w.text == "," or not (w.punct or w.verbs or w.key in closed("case_markers")) for w in run[first:last]
    )
    return Role(sentence, first, last, duty=True) if plain and 0 < last - first <= _LONGEST else None
