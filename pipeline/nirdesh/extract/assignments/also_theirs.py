"""A further duty of somebody who was just given something: दमोह का काम भी वही देखेंगे, वे दल का संयोजन भी करेंगी."""

from __future__ import annotations

from nirdesh.extract.assignments.align import Match
from nirdesh.extract.assignments.lists_of_words import has_word, words
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import find_duty
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.mentions import Assignment, Span

_KEPT = 3  # words of उन्हीं के पास


def also_theirs(clause: Clause, first: int, last: Assignment, entities: Entities) -> Match | None:
    """The duty that a clause in the future adds to what somebody was just given.

    Args:
        clause: The clause whose subject, or keeper, is a pronoun.
        first: Its first word that is not read yet.
        last: What was given before it.
    """
    group = clause.group
    if group is None or group.mood != "fut" or group.passive or group.negative:
        return None
    run = clause.sentence.words
    at, end = _pronoun(clause, first, group)
    if at is None:
        return None
    more = has_word("also", run[first : group.start]) or run[at].key in words("same_person")
    begins = at + 1 if at == first else first
    duty = find_duty(clause.sentence, begins, end, entities) if more and begins < end else None
    if duty is None or not _ends_with(clause, duty.end, end):
        return None
    if group.stem in words("do") and run[duty.end - 1].is_noun(words("works")):
        return None  # वे लोगों का काम भी करेंगे
    regions = places_in(clause.sentence, begins, duty.end, entities)
    return Match(_meant(clause, at, last, entities), duty, regions, None, None, ())


def _pronoun(clause: Clause, first: int, group: VerbGroup) -> tuple[int | None, int]:
    """The word that means the person, and the word past those that can name the duty."""
    run = clause.sentence.words
    before = group.start - 1
    if group.stem in words("be_future"):
        keeps = before - 2 >= first and run[before].key in words("keepers")
        if not keeps:
            return None, first
        whole = run[before - 1].key in words("their_own")  # उनके पास
        at = before - 1 if whole else before - _KEPT + 1
        marked = run[before - 1].key in words("oblique_genitive") and run[at].key in words("same_people")
        return (at, at) if whole or marked else (None, first)
    if group.stem not in words("overseeing") | words("do"):
        return None, first
    subject = words("same_person") | closed("nominative_pronouns")
    if before > first and run[before].key in subject:
        return before, before
    return (first, group.start) if first < group.start and run[first].key in subject else (None, first)


def _ends_with(clause: Clause, after: int, end: int) -> bool:
    """प्रभार | भी, काम | भी फिलहाल: nothing that has a meaning of its own follows the duty."""
    run = clause.sentence.words[after:end]
    return all(w.key in closed("particles") | words("drop") or w.text == "," for w in run)


def _meant(clause: Clause, at: int, last: Assignment, entities: Entities) -> str:
    """Who the pronoun is: who is named before it in its sentence, it is resolved to, or got the last post."""
    start = clause.sentence.words[at].start
    near = entities.inside(Span(clause.sentence.start, start))
    people = [r.id for r in near if r.kind == "person" and r.mention == "name"]
    named = (r.id for r in entities.refs if r.mention == "pronoun" and r.span.start == start)
    return people[-1] if people else next(named, last.assignee)
