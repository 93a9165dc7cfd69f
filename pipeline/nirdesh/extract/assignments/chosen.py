"""People who get a post that their own sentence does not name: A को मौका मिला, B ने उनकी जगह ली."""

from __future__ import annotations

from nirdesh.extract.assignments.align import Match, match
from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.coagents import acting_together
from nirdesh.extract.assignments.lists_of_words import words
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.triggers import TriggerHit
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause


def chosen(clause: Clause, first: int, last: int, entities: Entities) -> list[Match]:
    """सागर में A, दमोह में B पर भरोसा जताया: people with को or पर, and those listed before them; their places."""
    named = _named(clause, first, last, entities)
    run = clause.sentence.words
    if last - 2 > first and run[last - 1].key in closed("genitives") and run[last - 2].verbs:
        return []  # A को बोलने का मौका मिला
    made: list[Match] = []
    waiting: list[Match] = []
    for number, (person, start, end) in enumerate(named):
        floor = named[number - 1][2] if number else first
        before = places_in(clause.sentence, floor, start, entities)
        waiting.append(Match(person, None, before, None, None, ()))
        mark = clause.sentence.words[end].key if end < last else ""
        if mark in words("dative") | words("superessive"):
            made += waiting
            waiting = []
        elif mark in closed("case_markers"):
            waiting = []
    return made


def successors(clause: Clause, first: int, hit: TriggerHit, entities: Entities) -> list[Match]:
    """Those who take a place: before the verb (उनका स्थान A लेंगे), acting (A ने … ली), or behind it (… लेंगे A)."""
    run = clause.sentence.words
    found = match(clause, first, hit.end, entities)
    if found:
        return found
    named = _named(clause, first, hit.end, entities)
    acting = acting_together(clause, named, hit.end)
    if acting:
        return [Match(person, None, (), None, None, ()) for person, _, _ in named if person in acting]
    last = next((j for j in range(hit.group.end, len(run)) if run[j].punct or run[j].verbs), len(run))
    return match(clause, hit.group.end, last, entities) if hit.group.end < last else []


def _named(clause: Clause, first: int, last: int, entities: Entities) -> list[tuple[str, int, int]]:
    """People named between two words: id, first word and the one past the last, words of respect included."""
    run = clause.sentence.words
    found = []
    for ref in entities.inside(clause.sentence.span(first, last)) if first < last else ():
        place = word_range(clause.sentence, ref)
        if ref.kind != "person" or ref.mention not in ("name", "short") or place is None:
            continue
        start, end = place
        while end < last and run[end].key in closed("after_names"):
            end += 1
        found.append((ref.id, start, end))
    return found
