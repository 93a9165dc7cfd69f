"""Who gets which post where: people, roles and places of one trigger matched by their order.

Two layouts are told apart by what stands between the last name and the verb. With a role there (A को
संयोजक, B को सह-संयोजक बनाया) each role follows its name, and a missing one is taken from the next. Without
(प्रभारी A को, सह प्रभारी B को बनाया) it stands before the name, and a missing one is taken from the one before.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nirdesh.extract.assignments.coagents import acting_together
from nirdesh.extract.assignments.gaps import dashed_role, led_by_genitive
from nirdesh.extract.assignments.lists_of_words import phrase_at
from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.assignments.roles import (
    Role,
    body_in,
    find_duty,
    find_role,
    given_role,
    is_venue,
    open_role,
    places_in,
    slot_role,
)
from nirdesh.extract.clauses.entities import Entities, Ref
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence


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
    rest: Role | None = None
    whence: bool = False


def word_range(sentence: Sentence, ref: Ref) -> tuple[int, int] | None:
    """Word indices of a mention."""
    inside = [i for i, w in enumerate(sentence.words) if ref.span.start <= w.start < ref.span.end]
    return (inside[0], inside[-1] + 1) if inside else None


def assignees(
    clause: Clause, first: int, last: int, entities: Entities, genitives: bool
) -> list[tuple[str, int, int]]:
    """Named people between two words who can be assignees: no agents (… ने), no genitives (… की जगह)."""
    sentence = clause.sentence
    if first >= last:
        return []
    unique: dict[str, tuple[str, int, int]] = {}
    people = [
        (ref, place)
        for ref in entities.inside(sentence.span(first, last))
        if ref.kind == "person" and ref.mention != "pronoun" and (place := word_range(sentence, ref))
    ]
    agents = acting_together(clause, [(r.id, *place) for r, place in people if r.mention != "post"], last)
    for ref, place in people:
        if ref.id not in agents and _recipient(sentence, ref, place[1], last, entities, genitives):
            unique.setdefault(ref.id, (ref.id, *place))
    return list(unique.values())


def _recipient(
    sentence: Sentence, ref: Ref, after: int, last: int, entities: Entities, genitives: bool
) -> bool:
    """Whether what follows a mention lets the person be the one who is given the post."""
    words = sentence.words
    while after < last and (
        words[after].key in closed("after_names") or words[after].text in listed("quotes")
    ):
        after += 1
    key = words[after].key if after < len(words) else ""
    held = after + 1 < len(words) and words[after + 1].key in listed("keepers")
    if key in listed("ergative") | listed("agentive") | listed("ablative") | listed("superessive"):
        return False
    if key in closed("list_conjunctions") and _shares_genitive(sentence, ref, after, entities):
        return genitives
    if key in closed("genitives"):
        replaced = after + 1 < len(words) and words[after + 1].key in listed("place_of")
        hosting = after + 1 < len(words) and words[after + 1].key in listed("on_behalf")
        kept = key in listed("oblique_genitive") and held
        return kept or (genitives and not replaced and not hosting)
    if ref.mention == "post":
        return key in listed("dative") and not _before_name(ref, entities)
    return True


def _shares_genitive(sentence: Sentence, ref: Ref, joint: int, entities: Entities) -> bool:
    """A और B के साथ: the genitive after the second name holds for the first too."""
    for other in entities.inside(sentence.span(joint + 1, len(sentence.words))):
        place = word_range(sentence, other)
        if other.kind != "person" or place is None or place[0] - joint > 2:
            continue
        return place[1] < len(sentence.words) and sentence.words[place[1]].key in closed("genitives")
    return False


def _before_name(ref: Ref, entities: Entities) -> bool:
    """Whether a post stands right before a name, so that it belongs to that person."""
    return any(
        other.kind == "person"
        and other.mention != "post"
        and 0 <= other.span.start - ref.span.end <= _ADJACENT
        for other in entities.refs
    )


_BRACKET = 5  # words from a bracket to its end
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
    tail = find_role(sentence, tail_from, last, entities)
    trailing = tail is not None and not (tail.duty and _named_as(sentence, first, people[0][1]))
    trailing = trailing or _open_tail(sentence, people, last, entities)
    if trailing and any(w.key in listed("self") for w in sentence.words[tail_from:last]):
        return [], False  # … तथा सागर का प्रभार स्वयं जिलाध्यक्ष संभालेंगे: nobody of those named before
    cuts = [past_agent(sentence, first, people[0][1])]
    for (_, _, end), (_, start, _) in itertools.pairwise(people):
        cuts.append(cut_between(sentence, _past_marker(sentence, end, start), start, trailing))
    cuts.append(last)
    made = []
    for number, (person, start, end) in enumerate(people):
        after = _past_marker(sentence, end, cuts[number + 1])
        stop = max(after, cuts[number + 1])
        made.append(Group(person, start, end, (cuts[number], start), (after, stop)))
    return made, trailing


def _open_tail(
    sentence: Sentence, people: Sequence[tuple[str, int, int]], last: int, entities: Entities
) -> bool:
    """A को सचिव, B को लेखा सहायक चुना: a title that no list has, after others of the same build."""
    if len(people) < 2 or open_role(sentence, people[-1][2], last, entities) is None:
        return False
    (_, _, end), (_, start, _) = people[-2:]
    return (
        _given_to(sentence, end)
        and find_role(sentence, _past_marker(sentence, end, start), start, entities) is not None
    )


def _given_to(sentence: Sentence, end: int) -> bool:
    return end < len(sentence.words) and sentence.words[end].key in listed("dative")


def _past_marker(sentence: Sentence, j: int, limit: int) -> int:
    while j < limit and (
        sentence.words[j].key in closed("after_names") or sentence.words[j].key in listed("dative")
    ):
        j += 1
    return j


def past_agent(sentence: Sentence, first: int, last: int) -> int:
    """First word after the agent of the clause (प्रदेश अध्यक्ष ने | …)."""
    marks = listed("ergative") | listed("agentive")
    return next((j + 1 for j in range(last - 1, first, -1) if sentence.words[j].key in marks), first)


def cut_between(sentence: Sentence, first: int, last: int, trailing: bool) -> int:
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


def adjunct_places(sentence: Sentence, first: int, last: int, entities: Entities) -> tuple[str, ...]:
    """Places before a name that belong to the new role (R के लिए A, R में A), not to the old (R के सचिव A)."""
    if first >= last:
        return ()
    found = places_in(sentence, first, last, entities)
    for place, region in reversed(entities.regions):
        if not sentence.span(first, last).contains(place):
            continue
        after = [w.key for w in sentence.words[first:last] if w.start >= place.end]
        while after and after[0] in listed("place_nouns") | listed("branches") | listed("committees"):
            after = after[1:]
        for_it = len(after) > 1 and after[0] in listed("oblique_genitive") and after[1] in listed("purpose")
        if any(key in listed("posted") for key in after[1:]):
            continue
        if for_it or (after and after[0] in listed("locatives")):
            if region in found:
                return found
            if not is_venue(sentence, place, last):
                return (region,)
    return ()


def _roles_after(clause: Clause, found: Sequence[Group], entities: Entities) -> list[Match]:
    sentence = clause.sentence
    matches: list[Match] = []
    later: Role | None = None
    shared: tuple[str, ...] = ()
    body: str | None = None
    for group in reversed(found):
        own_role = find_role(sentence, *group.after, entities)
        if own_role is None and later is None and len(found) > 1:
            own_role = open_role(sentence, group.end, group.after[1], entities)
        regions = places_in(sentence, group.after[0], _own_end(sentence, *group.after), entities)
        if own_role is not None:
            later, shared = own_role, regions
            body = body_in(sentence, group.after[0], own_role.start, entities)
        adjunct = adjunct_places(sentence, *group.before, entities)
        old = find_role(sentence, *group.before, entities)
        if later is not None and later.duty and old is not None and _by_post(sentence, old):
            later, shared = old, shared or places_in(sentence, *group.before, entities)
        own_regions = places_in(sentence, *group.before, entities) if not adjunct else ()
        listed_on = matches and group.after[1] - group.after[0] <= 1  # A, B को सागर
        rest = matches[-1].regions if listed_on and own_role is None else shared
        made = Match(group.id, later, adjunct or regions or rest, body, old, own_regions, tail=True)
        matches.append(made)
        first = _first_of_two(sentence, group.after[0], own_role, entities)
        if first is not None:
            places = places_in(sentence, group.after[0], first.start, entities)
            matches.append(replace(made, role=first, regions=adjunct or places))
    return _shared_places(sentence, found, list(reversed(matches)), entities)


def _first_of_two(sentence: Sentence, first: int, role: Role | None, entities: Entities) -> Role | None:
    """A को P का डीसी और Q का अधिकारी बनाया: the post before the conjunction."""
    if role is None:
        return None
    joints = [j for j in range(first + 1, role.start) if sentence.words[j].key in closed("list_conjunctions")]
    if len(joints) != 1:
        return None
    found = find_role(sentence, first, joints[0], entities)
    return found if found is not None and found.end == joints[0] and not found.duty else None


def _shared_places(
    sentence: Sentence, found: Sequence[Group], matches: list[Match], entities: Entities
) -> list[Match]:
    """सागर में A एवं B, दमोह में C: a name right after a conjunction shares the place before it."""
    places: tuple[str, ...] = ()
    for k, group in enumerate(found):
        between = sentence.words[found[k - 1].end : group.start] if k else ()
        ends = bool(between) and between[-1].key in closed("list_conjunctions")
        joined = ends and not any(w.punct for w in between)  # सागर में A अध्यक्ष व B सचिव
        joined = joined or [w.text for w in between] == [","]  # सागर में A, B
        own = adjunct_places(sentence, *group.before, entities)
        if joined and places and not own:
            matches[k] = replace(matches[k], regions=places)
        else:
            places = own
    return matches


def _own_end(sentence: Sentence, first: int, last: int) -> int:
    """End of what follows a name up to a further recipient that nobody knew (A को R तथा ? को S का प्रभारी)."""
    words = sentence.words
    marker = next((j for j in range(first, last) if words[j].key in listed("dative")), None)
    if marker is None:
        return last
    joints = [
        j for j in range(first, marker) if words[j].text == "," or words[j].key in closed("list_conjunctions")
    ]
    return joints[0] if joints else last


def _by_post(sentence: Sentence, role: Role) -> bool:
    """अध्यक्ष पद पर A को जिम्मेदारी दी: the post itself is the role."""
    after = sentence.words[role.end : role.end + 3]
    return any(w.is_noun(listed("post_words")) for w in after)


def _roles_before(clause: Clause, found: Sequence[Group], entities: Entities, duty: bool) -> list[Match]:
    sentence = clause.sentence
    matches: list[Match] = []
    earlier: Role | None = None
    earlier_regions: tuple[str, ...] = ()
    shared: Role | None = None
    for group in found:
        role = find_duty(sentence, *group.before, entities) if duty else None
        if role is None and any(
            w.key in listed("dative") for w in sentence.words[group.end : group.after[0]]
        ):
            role = given_role(sentence, *group.before, group.id, entities)
        placed = adjunct_places(sentence, *group.before, entities) or places_in(
            sentence, *group.before, entities
        )
        if role is None and duty and earlier is not None and earlier.duty and placed:
            role = earlier  # सागर की कमान A, दमोह की तहसीलदार B संभालेंगे
        role = role or _held_role(sentence, group, entities)
        slot = slot_role(sentence, *group.before, entities) if role is None else None
        role = role or slot
        role = role or dashed_role(sentence, *group.before, entities)
        named = _named_as(sentence, *group.before)
        if shared is not None and role is not None and not named:
            role = shared  # जोनल मजिस्ट्रेट के रूप में A व उप निदेशक B को: the title at B is B's own
        shared = role if named else shared
        here = role is not None and role.start >= group.before[0]
        until = role.end if role is not None and here else group.before[1]
        regions = places_in(sentence, group.before[0], until, entities)
        regions = regions or adjunct_places(sentence, *group.before, entities)
        if role is not None and not here:
            regions = regions or adjunct_places(sentence, *found[0].before, entities)
        if role is not None:
            kept = earlier_regions if slot is not None or _joined_on(sentence, group) else ()
            earlier, earlier_regions = role, regions or kept
        regions = (
            regions or _bracketed(sentence, group.end, entities) or _given_place(sentence, group, entities)
        )
        body = body_in(sentence, *group.before, entities)
        if role is None and _other_unit(sentence, *group.before):
            earlier_regions = ()
        matches.append(Match(group.id, earlier, regions or earlier_regions, body, role, regions))
    return _shared_back(sentence, found, matches)


def _shared_back(sentence: Sentence, found: Sequence[Group], matches: list[Match]) -> list[Match]:
    """युवा मोर्चा के A, महिला मोर्चा की B और किसान मोर्चा के प्रभारी C होंगे: the post at the last holds for all."""
    first = next((k for k, each in enumerate(matches) if each.role is not None), 0)
    if first == 0 or not all(led_by_genitive(sentence, *g.before) for g in found[:first]):
        return matches
    return [replace(each, role=matches[first].role) for each in matches[:first]] + matches[first:]


def _named_as(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words before a name give the post as one (के रूप में)."""
    return any(phrase_at("as_role", sentence.words, j) for j in range(first, last))


def _held_role(sentence: Sentence, group: Group, entities: Entities) -> Role | None:
    """Role before a name; a number of holders is one only right before the first of them (दो पटवारी A, B)."""
    role = find_role(sentence, *group.before, entities, counted=True)
    if role is None or find_role(sentence, *group.before, entities) is not None:
        return role
    return (
        Role(sentence, role.start + 1, role.end)
        if role.end - role.start > 1 and _only_dropped(sentence, role.end, group.start)
        else None
    )


def _other_unit(sentence: Sentence, first: int, last: int) -> bool:
    """सागर का प्रभारी A को, शहरी मंडल का B को: what the post is of stands before the name, known or not."""
    return last - first > 1 and led_by_genitive(sentence, first, last)


def _only_dropped(sentence: Sentence, first: int, last: int) -> bool:
    """Whether only words like क्रमशः stand between a title and a name."""
    return all(
        w.punct or w.key in listed("drop") | listed("respectively") for w in sentence.words[first:last]
    )


def _joined_on(sentence: Sentence, group: Group) -> bool:
    """सागर के अध्यक्ष A और मंत्री B: only a conjunction and the post part a name from the one before."""
    first, last = group.before
    run = sentence.words[first:last]
    return (
        bool(run)
        and (run[0].text == "," or run[0].key in closed("list_conjunctions"))
        and not any(w.key in closed("case_markers") for w in run)
    )


def _given_place(sentence: Sentence, group: Group, entities: Entities) -> tuple[str, ...]:
    """A को सागर, B को दमोह में लगाया: the place between को and the next name."""
    run = sentence.words
    marker = next((j for j in range(group.end, group.after[1]) if run[j].key in listed("dative")), None)
    return places_in(sentence, marker + 1, group.after[1], entities) if marker is not None else ()


def _bracketed(sentence: Sentence, after: int, entities: Entities) -> tuple[str, ...]:
    """Places in the bracket right after a name: A (सागर), B (दमोह)."""
    words = sentence.words
    if after >= len(words) or words[after].text != "(":
        return ()
    close = next((j for j in range(after, min(after + _BRACKET, len(words))) if words[j].text == ")"), after)
    from_there = any(w.key in listed("native") for w in words[after:close])
    return () if from_there else places_in(sentence, after, close, entities)
