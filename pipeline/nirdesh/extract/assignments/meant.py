"""Assignees who stand as a pronoun: उन्हें सचिव बनाया, वे सचिव होंगे, जिन्हें …, दोनों को …."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.assignments.align import Match
from nirdesh.extract.assignments.lists_of_words import words
from nirdesh.extract.assignments.moved import goal
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import Role, find_role
from nirdesh.extract.clauses.entities import Entities, Ref
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence

_GAP = 2  # words that may part two names of one list, titles and honorifics included
_NUMBERS = {2: "both", 3: "all_three", 4: "all_four"}


def pronoun_matches(
    clause: Clause, first: int, last: int, before: Sentence | None, entities: Entities
) -> list[Match]:
    """Assignees whom a pronoun between two words means, with the post and places after it.

    Args:
        before: The sentence before, in which दोनों and जिन्हें of a sentence of its own have their people.
    """
    sentence = clause.sentence
    for j in range(first, last):
        people, after = _meant(sentence, j, before, entities)
        if not people:
            continue
        role = find_role(sentence, after, last, entities)
        if role is None:
            return []
        regions = places_in(sentence, after, role.end, entities)
        if role.duty and not regions:
            return []
        return [Match(person, role, regions, None, None, (), tail=True) for person in people]
    return []


def moved_by_pronoun(clause: Clause, first: int, last: int, entities: Entities) -> list[Match]:
    """A, जिन्हें सागर भेजा गया है: who is meant, with the goal behind the pronoun."""
    sentence = clause.sentence
    for j in range(first, last):
        if sentence.words[j].key not in words("relative_dative"):
            continue
        people, after = _meant(sentence, j, None, entities)
        rest = goal(sentence, after, last)
        if not people or rest is None:
            return []
        role = find_role(sentence, rest.start, rest.end, entities)
        regions = places_in(sentence, rest.start, rest.end, entities)
        return [Match(person, role, regions, None, None, (), tail=True, rest=rest) for person in people]
    return []


def removed_by_pronoun(
    clause: Clause, last: int, before: Sentence | None, read: Sequence[Sentence], entities: Entities
) -> list[Match]:
    """उन्हें निलंबित किया गया: people whom a pronoun means, with the post that each was last told to hold.

    Args:
        read: All sentences.
    """
    for j in range(clause.start, last):
        people, _ = _meant(clause.sentence, j, before, entities)
        if not people:
            continue
        roles = [(person, _last_post(person, clause.sentence, read, entities)) for person in people]
        return [Match(person, role, (), None, role, ()) for person, role in roles if role is not None]
    return []


def _last_post(person: str, sentence: Sentence, read: Sequence[Sentence], entities: Entities) -> Role | None:
    spans = [span for span in entities.held.get(person, ()) if span.end <= sentence.end]
    for span in reversed(spans):
        for line in read:
            inside = [k for k, word in enumerate(line.words) if span.start <= word.start < span.end]
            if inside:
                return Role(line, inside[0], inside[-1] + 1)
    return None


def _meant(sentence: Sentence, j: int, before: Sentence | None, entities: Entities) -> tuple[list[str], int]:
    """People whom the word ``j`` means, and the word after it and its को."""
    run = sentence.words
    key = run[j].key
    following = run[j + 1].key if j + 1 < len(run) else ""
    if key in words("relative_dative"):
        found = _last_list(sentence, j, entities)
        return (found or (_last_list(before, len(before.words), entities) if before else [])), j + 1
    if following in words("dative") and before is not None:
        for number, name in _NUMBERS.items():
            if key in words(name):
                named = _named(before, len(before.words), entities)
                return (list(named) if len(named) == number else []), j + 2
    if key in words("pronoun_dative") or key in closed("nominative_pronouns"):
        ref = _pronoun(sentence, j, entities)
        return ([ref.id] if ref is not None else []), j + 1
    return [], j + 1


def _pronoun(sentence: Sentence, j: int, entities: Entities) -> Ref | None:
    """The person that a pronoun was resolved to."""
    start = sentence.words[j].start
    return next(
        (r for r in entities.refs if r.kind == "person" and r.mention == "pronoun" and r.span.start == start),
        None,
    )


def _named(sentence: Sentence, last: int, entities: Entities) -> dict[str, tuple[int, int]]:
    """People named before a word, with the offsets of their last mention."""
    span = sentence.span(0, last)
    named = [r for r in entities.inside(span) if r.kind == "person" and r.mention in ("name", "short")]
    return {r.id: (r.span.start, r.span.end) for r in named}


def _last_list(sentence: Sentence, last: int, entities: Entities) -> list[str]:
    """The names that stand last before a word, as far as only commas, conjunctions and titles part them."""
    found: list[str] = []
    begins: int | None = None
    for person, (start, end) in sorted(_named(sentence, last, entities).items(), key=lambda i: -i[1][0]):
        if begins is not None:
            between = [w for w in sentence.words if end <= w.start < begins]
            joined = any(w.text == "," or w.key in closed("list_conjunctions") for w in between)
            marked = any(w.verbs or w.key in closed("case_markers") for w in between)
            if not joined or marked or len(between) > _GAP + 1:
                break
        found.insert(0, person)
        begins = start
    return found
