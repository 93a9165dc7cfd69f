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
        found: list[Match] = []
        for person in people:
            role = _last_post(person, clause.sentence, read, entities)
            regions = place_of_post(role, entities) if role is not None else ()
            if role is None and found and before is not None and _shares(person, found[-1], before, entities):
                role, regions = found[-1].role, found[-1].regions
            if role is not None:
                found.append(Match(person, role, regions, None, role, regions))
        return found
    return []


def place_of_post(role: Role, entities: Entities) -> tuple[str, ...]:
    """सागर के | पटवारी, हल्का दमोह की | पटवारी: the place that stands right before a post."""
    run = role.sentence.words
    last = role.start
    if last > 1 and run[last - 1].key in closed("genitives"):
        last -= 1
    while last > 1 and run[last - 1].key in words("place_nouns") | words("police_units"):
        last -= 1
    if last < 1 or not any(place.end == run[last - 1].end for place, _ in entities.regions):
        return ()
    return places_in(role.sentence, last - 1, last, entities) or _whole_place(role.sentence, last, entities)


def _whole_place(sentence: Sentence, last: int, entities: Entities) -> tuple[str, ...]:
    """The place of several words that ends before a word."""
    end = sentence.words[last - 1].end
    found = (region for place, region in entities.regions if place.end == end)
    return tuple(found)[:1]


def _shares(person: str, last: Match, line: Sentence, entities: Entities) -> bool:
    """पंचायत सचिव A, B और C: whether only joints part a name from the one before, whose post is told."""
    named = _named(line, len(line.words), entities)
    if person not in named or last.id not in named:
        return False
    between = [w for w in line.words if named[last.id][1] <= w.start < named[person][0]]
    joined = any(w.text == "," or w.key in closed("list_conjunctions") for w in between)
    return joined and all(w.punct or w.key in _between() for w in between)


def _between() -> frozenset[str]:
    return closed("list_conjunctions") | closed("honorifics")


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
    noun = j + 2 < len(run) and run[j + 1].key.endswith(tuple(words("plural_endings")))  # दोनों शिक्षकों को
    if following in words("dative") or (noun and run[j + 2].key in words("dative")):
        for number, name in _NUMBERS.items():
            if key in words(name):
                told = (_acted_on(sentence, j, entities), _acted_on(before, None, entities))
                held = [[p for p in people if _has_post(p, sentence, before, entities)] for people in told]
                return next((p for p in (*told, *held) if len(p) == number), []), j + 2
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


def _acted_on(sentence: Sentence | None, last: int | None, entities: Entities) -> list[str]:
    """People named in a sentence, up to a word, of whom none acts (A ने)."""
    if sentence is None or last == 0:
        return []
    named = _named(sentence, len(sentence.words) if last is None else last, entities)
    after = {
        person: next((w.key for w in sentence.words if w.start >= end), "")
        for person, (_, end) in named.items()
    }
    return [person for person in named if last is None or after[person] not in words("ergative")]


def _has_post(person: str, sentence: Sentence, before: Sentence | None, entities: Entities) -> bool:
    """Whether a sentence, or the one before it, tells a post that a person holds."""
    first = before.start if before is not None else sentence.start
    return any(first <= span.start < sentence.end for span in entities.held.get(person, ()))


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
