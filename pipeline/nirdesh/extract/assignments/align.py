"""Who gets which post where: people, roles and places of one trigger matched by their order.

Two layouts are told apart by what stands between the last name and the verb. With a role there (A को
संयोजक, B को सह-संयोजक बनाया) each role follows its name, and a missing one is taken from the next. Without
(प्रभारी A को, सह प्रभारी B को बनाया) it stands before the name, and a missing one is taken from the one before.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from nirdesh.extract.assignments.roles import Role, body_in, find_duty, find_role, places_in
from nirdesh.extract.assignments.triggers import words as listed
from nirdesh.extract.clauses.entities import Entities, Ref, actor_class
from nirdesh.extract.clauses.lexis import closed, fold
from nirdesh.extract.clauses.phrases import Phrase, head_word, phrase_start
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence

_KO, _NE, _KE, _LIE, _MEN, _SE, _DVARA = (fold(w) for w in ("को", "ने", "के", "लिए", "में", "से", "द्वारा"))


@dataclass(frozen=True, slots=True)
class Group:
    """One assignee: id, words of the name, words before it and after it that are its own."""

    id: str
    start: int
    end: int
    before: tuple[int, int]
    after: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """One assignee with the role and place found for it."""

    id: str
    role: Role | None
    regions: tuple[str, ...]
    body: str | None
    own: Role | None
    own_regions: tuple[str, ...]
    tail: bool = False


def word_range(sentence: Sentence, ref: Ref) -> tuple[int, int] | None:
    """Word indices of a mention."""
    inside = [i for i, w in enumerate(sentence.words) if ref.span.start <= w.start < ref.span.end]
    return (inside[0], inside[-1] + 1) if inside else None


def assignees(
    clause: Clause, first: int, last: int, entities: Entities, genitives: bool
) -> list[tuple[str, int, int]]:
    """Named people between two words who can be assignees: no agents (… ने), no genitives (… की जगह)."""
    sentence = clause.sentence
    found = []
    if first >= last:
        return []
    for ref in entities.inside(sentence.span(first, last)):
        place = word_range(sentence, ref)
        if ref.kind != "person" or place is None or ref.mention == "pronoun":
            continue
        after = place[1]
        while after < last and (sentence.words[after].key in closed("after_names")):
            after += 1
        key = sentence.words[after].key if after < len(sentence.words) else ""
        held = after + 1 < len(sentence.words) and sentence.words[after + 1].key in listed("hands")
        kept = key == _KE and held
        if key in (_NE, _DVARA) or (key in closed("genitives") and not kept and not genitives):
            continue
        if ref.mention == "post" and (key != _KO or _before_name(ref, entities)):
            continue
        if key == _SE:
            continue
        found.append((ref.id, place[0], place[1]))
    unique: dict[str, tuple[str, int, int]] = {}
    for person, a, b in found:
        unique.setdefault(person, (person, a, b))
    return list(unique.values())


def _before_name(ref: Ref, entities: Entities) -> bool:
    """Whether a post stands right before a name, so that it belongs to that person."""
    return any(
        other.kind == "person"
        and other.mention != "post"
        and 0 <= other.span.start - ref.span.end <= _ADJACENT
        for other in entities.refs
    )


_ADJACENT = 8  # code points: a space, श्री and the like


def groups(
    clause: Clause, first: int, last: int, entities: Entities, genitives: bool
) -> tuple[list[Group], bool]:
    """Assignees with the words that are theirs, and whether roles follow the names."""
    people = assignees(clause, first, last, entities, genitives)
    sentence = clause.sentence
    if not people:
        return [], False
    tail_from = _past_marker(sentence, people[-1][2], last)
    trailing = find_role(sentence, tail_from, last, entities) is not None
    cuts = [first]
    for (_, _, end), (_, start, _) in itertools.pairwise(people):
        cuts.append(_cut(sentence, _past_marker(sentence, end, start), start, trailing))
    cuts.append(last)
    made = []
    for number, (person, start, end) in enumerate(people):
        after = _past_marker(sentence, end, cuts[number + 1])
        made.append(Group(person, start, end, (cuts[number], start), (after, max(after, cuts[number + 1]))))
    return made, trailing


def _past_marker(sentence: Sentence, j: int, limit: int) -> int:
    while j < limit and (sentence.words[j].key in closed("after_names") or sentence.words[j].key == _KO):
        j += 1
    return j


def _cut(sentence: Sentence, first: int, last: int, trailing: bool) -> int:
    """Comma or conjunction between two assignees: the last one where roles follow names, else the first."""
    joints = [
        j
        for j in range(first, last)
        if sentence.words[j].text in (",", ";") or sentence.words[j].key in closed("list_conjunctions")
    ]
    if not joints:
        return first
    return joints[-1] if trailing else joints[0]


def match(
    clause: Clause,
    first: int,
    last: int,
    entities: Entities,
    genitives: bool = False,
    duty: bool = False,
) -> list[Match]:
    """Assignees between words ``first`` and ``last`` with their roles and places."""
    found, trailing = groups(clause, first, last, entities, genitives)
    if trailing:
        return _roles_after(clause, found, entities)
    return _roles_before(clause, found, entities, duty)


def _adjunct_places(sentence: Sentence, first: int, last: int, entities: Entities) -> tuple[str, ...]:
    """Places before a name that belong to the new role (R के लिए A, R में A), not to the old (R के सचिव A)."""
    if first >= last:
        return ()
    found = places_in(sentence, first, last, entities)
    for place, region in reversed(entities.regions):
        if not sentence.span(first, last).contains(place):
            continue
        after = [w.key for w in sentence.words[first:last] if w.start >= place.end][:4]
        while after and after[0] in listed("place_nouns"):
            after = after[1:]
        if after[:2] == [_KE, _LIE] or (after and after[0] in (_MEN, _SE, fold("हेतु"))):
            return found if found and found[-1] == region else (region,)
    return ()


def _roles_after(clause: Clause, found: Sequence[Group], entities: Entities) -> list[Match]:
    sentence = clause.sentence
    matches: list[Match] = []
    later: Role | None = None
    shared: tuple[str, ...] = ()
    body: str | None = None
    for group in reversed(found):
        own_role = find_role(sentence, *group.after, entities)
        regions = places_in(sentence, *group.after, entities)
        if own_role is not None:
            later, shared = own_role, regions
            body = body_in(sentence, group.after[0], own_role.start, entities)
        adjunct = _adjunct_places(sentence, *group.before, entities)
        old = find_role(sentence, *group.before, entities)
        if later is not None and later.duty and old is not None and _by_post(sentence, old):
            later, shared = old, shared or places_in(sentence, *group.before, entities)
        own_regions = places_in(sentence, *group.before, entities) if not adjunct else ()
        matches.append(
            Match(group.id, later, adjunct or regions or shared, body, old, own_regions, tail=True)
        )
    return list(reversed(matches))


def _by_post(sentence: Sentence, role: Role) -> bool:
    """अध्यक्ष पद पर A को जिम्मेदारी दी: the post itself is the role."""
    after = sentence.words[role.end : role.end + 3]
    return any(w.is_noun(listed("post_words")) for w in after)


def _roles_before(clause: Clause, found: Sequence[Group], entities: Entities, duty: bool) -> list[Match]:
    sentence = clause.sentence
    matches: list[Match] = []
    earlier: Role | None = None
    earlier_regions: tuple[str, ...] = ()
    for group in found:
        role = find_duty(sentence, *group.before, entities) if duty else None
        role = role or find_role(sentence, *group.before, entities)
        regions = places_in(sentence, *group.before, entities)
        if role is not None:
            earlier, earlier_regions = role, regions
        body = body_in(sentence, *group.before, entities)
        matches.append(Match(group.id, earlier, regions or earlier_regions, body, role, regions))
    return matches


def unnamed(clause: Clause, first: int, last: int, entities: Entities) -> tuple[Phrase, Role] | None:
    """A post-holder without a name as assignee: संबंधित एसडीएम को ओवरऑल इंचार्ज नियुक्त किया."""
    words = clause.sentence.words
    for j in range(last - 1, first, -1):
        if words[j].key != _KO:
            continue
        phrase = Phrase(clause.sentence, phrase_start(clause, j, first, entities), j, j, _KO)
        head = words[head_word(phrase)]
        generic = head.is_noun(listed("generic"))
        role = find_role(clause.sentence, j + 1, last, entities)
        if role is None or generic or actor_class(head) != "office":
            return None
        return phrase, role
    return None
