"""Departments that people are given as such: A को गृह विभाग, B को वित्त विभाग दिया; A शिक्षा विभाग देखेंगे."""

from __future__ import annotations

from nirdesh.extract.assignments.align import Match
from nirdesh.extract.assignments.assignees import assignees
from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.assignments.roles import Role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence

_LONGEST = 14  # words of the departments that one person is given


def portfolios(clause: Clause, first: int, last: int, entities: Entities) -> list[Match]:
    """Each person with the departments that are named after them, up to the next one.

    Args:
        clause: Clause whose verb gives.
        first: Its first word that counts.
        last: The verb, right after the last department.
    """
    sentence = clause.sentence
    people = assignees(clause, first, last, entities, genitives=False)
    found = []
    for number, (person, _, end) in enumerate(people):
        limit = people[number + 1][1] if number + 1 < len(people) else last
        role = _departments(sentence, _past_keeper(sentence, end, limit), limit, number + 1 < len(people))
        if role is None:
            return []
        found.append(Match(person, role, (), None, None, ()))
    return found


def _past_keeper(sentence: Sentence, first: int, limit: int) -> int:
    """First word after A को, A के पास, A के जिम्मे अब."""
    run = sentence.words
    while first < limit and (
        run[first].key in closed("after_names") | listed("dative") | listed("keepers") | listed("drop")
        or run[first].key in listed("oblique_genitive")
    ):
        first += 1
    return first


def _departments(sentence: Sentence, first: int, last: int, more: bool) -> Role | None:
    """Words between a recipient and the next or the verb, if they can be nothing but names of departments."""
    run = sentence.words
    if more:
        joints = [
            j for j in range(first, last) if run[j].text == "," or run[j].key in closed("list_conjunctions")
        ]
        last = joints[-1] if joints else first
    plain = all(
        w.text == "," or not (w.punct or w.verbs or w.key in closed("case_markers")) for w in run[first:last]
    )
    return Role(sentence, first, last, duty=True) if plain and 0 < last - first <= _LONGEST else None
