"""Who gets which post where: people, roles and places of one trigger matched by their order.

Two layouts are told apart by what stands between the last name and the verb. With a role there (A को
संयोजक, B को सह-संयोजक बनाया) each role follows its name, and a missing one is taken from the next. Without
(प्रभारी A को, सह प्रभारी B को बनाया) it stands before the name, and a missing one is taken from the one before.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nirdesh.extract.assignments.after_names import (
    first_post,
    place_of_office,
    to_lines,
    to_unit,
    unit_after,
)
from nirdesh.extract.assignments.assignees import Group, groups, named_as, past_station
from nirdesh.extract.assignments.gaps import (
    dashed_role,
    genitive_matter,
    genitive_role,
    is_trade,
    led_by_genitive,
)
from nirdesh.extract.assignments.lists_of_words import has_word
from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.assignments.name_places import (
    adjunct_places,
    bracketed,
    comes_from,
    given_place,
    own_places,
    polled_place,
    slot_place,
)
from nirdesh.extract.assignments.places import body_in, places_in
from nirdesh.extract.assignments.roles import (
    Role,
    find_duty,
    find_role,
    is_role,
    open_role,
    open_title,
    slot_role,
)
from nirdesh.extract.assignments.two_posts import (
    first_of_two,
    given_role,
    has_former,
    held_under,
    holds_now,
    own_seat,
    placed_role,
)
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence


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
    turn = _turn(clause.sentence, found, entities)
    if turn is not None:
        halves = ((first, turn), (turn + 1, last))
        return [each for half in halves for each in match(clause, *half, entities, genitives, duty)]
    if len(found) == 1 and _speaks(clause, found[0]):
        return []
    return _roles_before(clause, found, entities, duty)


def _speaks(clause: Clause, group: Group) -> bool:
    """डीएम A : सागर में कक्ष बनाए गए हैं: the only name opens an answer in an interview."""
    run = clause.sentence.words
    label = group.end + 1 < len(run) and run[group.end].text == ":"
    titled = label and group.start > 0 and is_role(run[group.start - 1])
    told = clause.group is not None and clause.group.start > group.end + 2
    return titled and told and not has_word("dative", run[group.end :])


def _turn(sentence: Sentence, found: Sequence[Group], entities: Entities) -> int | None:
    """A को मंत्री, कोषाध्यक्ष पद पर B को बनाया: the comma from which on the post stands before the name."""
    words = sentence.words
    for one, other in itertools.pairwise(found):
        comma = next((j for j in range(one.end + 1, other.start) if words[j].text == ","), None)
        if comma is not None and one is found[0] and _posts_cross(sentence, one, other, comma, entities):
            return comma
        if comma is None or comma < one.end + 2 or words[one.end].key not in listed("dative"):
            continue
        told = find_role(sentence, one.end + 1, comma, entities)
        told_next = any(w.is_noun(listed("post_words")) for w in words[comma : other.start])
        if told is not None and told.end == comma and told_next:
            return comma
    return None


def _posts_cross(sentence: Sentence, one: Group, other: Group, comma: int, entities: Entities) -> bool:
    """A फिर से सदर, नायब सदर B, खजांची C चुने गए: only the first post stands behind its name."""
    words = sentence.words
    if has_word("dative", words[one.end : other.start]) or find_role(sentence, *one.before, entities):
        return False
    behind = find_role(sentence, one.end, comma, entities)
    ahead = find_role(sentence, comma + 1, other.start, entities)
    return (
        behind is not None
        and ahead is not None
        and behind.end == comma
        and ahead.end == other.start
        and not (behind.duty or ahead.duty)
    )


def _roles_after(clause: Clause, found: Sequence[Group], entities: Entities) -> list[Match]:
    sentence = clause.sentence
    matches: list[Match] = []
    later: Role | None = None
    shared: tuple[str, ...] = ()
    body: str | None = None
    slot = False  # whether the place of the next one stands before that name (सागर में B)
    for group in reversed(found):
        own_role = find_role(sentence, *group.after, entities)
        if own_role is None and later is None and len(found) > 1:
            own_role = open_role(sentence, group.end, group.after[1], entities)
        ends = _own_end(sentence, *group.after)
        regions = places_in(sentence, _past_source(sentence, group.after[0], own_role), ends, entities)
        line = to_lines(sentence, *group.after) or to_unit(sentence, *group.after, later)
        if own_role is None and line is not None:
            old = find_role(sentence, *group.before, entities)
            matches.append(Match(group.id, line, (), None, old, (), tail=True))
            continue
        if own_role is not None:
            later, shared = own_role, regions
            body = body_in(sentence, group.after[0], own_role.start, entities)
        adjunct = own_places(sentence, *group.before, later, entities)
        if own_role is not None and not (regions or adjunct):
            regions = place_of_office(sentence, own_role, group.after[1], entities)
            regions = regions or places_in(sentence, group.after[0], ends, entities)
        if own_role is None and later is not None and not (regions or adjunct):
            regions = unit_after(sentence, *group.after, entities)
        old = find_role(sentence, *group.before, entities)
        if later is not None and later.duty and old is not None and _by_post(sentence, old):
            later, shared = old, shared or places_in(sentence, *group.before, entities)
        own_regions = places_in(sentence, *group.before, entities) if not adjunct else ()
        listed_on = matches and group.after[1] - group.after[0] <= 1  # A, B को सागर
        rest = matches[-1].regions if listed_on and own_role is None and not slot else shared
        rest = () if slot and own_role is None else rest
        slot = bool(adjunct)
        placed = regions or adjunct if own_role is not None else adjunct or regions
        whence = comes_from(sentence, *group.before, later, entities) is not None
        made = Match(group.id, later, placed or rest, body, old, own_regions, tail=True, whence=whence)
        matches.append(made)
        first = first_post(sentence, group.after[0], own_role, entities)
        if first is not None:
            places = places_in(sentence, group.after[0], first.start, entities)
            matches.append(replace(made, role=first, regions=adjunct or places))
    polled = polled_place(sentence, *found[0].before, entities)
    matches = [each if each.regions else replace(each, regions=polled) for each in reversed(matches)]
    return _shared_places(sentence, found, matches, entities)


def _shared_places(
    sentence: Sentence, found: Sequence[Group], matches: list[Match], entities: Entities
) -> list[Match]:
    """सागर में A एवं B, दमोह में C: a name right after a conjunction shares the place before it."""
    places: tuple[str, ...] = ()
    roles = {each.id: each.role for each in matches}
    told = [own_places(sentence, *group.before, roles[group.id], entities) for group in found]
    for k, group in enumerate(found):
        between = sentence.words[found[k - 1].end : _before_title(sentence, group, entities)] if k else ()
        ends = bool(between) and between[-1].key in closed("list_conjunctions")
        joined = ends and not any(w.punct for w in between)  # सागर में A अध्यक्ष व B सचिव
        joined = joined or [w.text for w in between] == [","]  # सागर में A, B
        own = told[k]
        if any(told) and not own and (place := slot_place(sentence, *group.before, entities)):
            own = (place,)
            matches[k] = replace(matches[k], regions=own)
        for_place = joined and not own and not matches[k].regions and has_word("purpose", between)
        if for_place:
            own = matches[k - 1].regions  # A को सागर के लिए प्रभारी और B को सह प्रभारी
            matches[k] = replace(matches[k], regions=own)
        if joined and places and not own:
            matches[k] = replace(matches[k], regions=places)
        else:
            places = own
    return matches


def _before_title(sentence: Sentence, group: Group, entities: Entities) -> int:
    """… तथा | तहसीलदार B को: first word of the title that stands right before a name, else of the name."""
    held = find_role(sentence, *group.before, entities)
    if held is None or held.end < group.start:
        held = open_title(sentence, *group.before, entities)  # व | नगर सैनिक C
    return held.start if held is not None and held.end == group.start else group.start


def _past_source(sentence: Sentence, first: int, role: Role | None) -> int:
    """A सागर से | थाना प्रभारी दमोह बनाए गए: from where somebody comes is no place of the post that follows."""
    if role is None or role.duty:
        return first
    marks = (j for j in range(role.start - 1, first, -1) if sentence.words[j].key in listed("ablative"))
    return next(marks, first - 1) + 1


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
        seat = duty and own_seat(earlier, group.before, group.start, entities)
        if seat:
            placed = ()
        elif duty and earlier is not None:
            role = genitive_role(sentence, *group.before, entities) or role
            if role is None and earlier.duty:
                role = genitive_matter(sentence, *group.before, entities)
        if role is None and duty and earlier is not None and earlier.duty and placed:
            role = earlier  # सागर की कमान A, दमोह की तहसीलदार B संभालेंगे
        role = role or _held_role(sentence, group, entities)
        role = first_of_two(role, entities) if role is not None else None
        trade = role if role is not None and _only_trade(role, earlier) else None
        role = None if trade is not None else role
        elsewhere = _other_unit(sentence, *group.before)
        if role is not None and earlier is not None:
            held = held_under(role, group.start, earlier)
            elsewhere = elsewhere or held
            if held or has_former(role):
                role = None  # सागर का प्रभारी A, दमोह का पूर्व सचिव B को
        slot = slot_role(sentence, *group.before, entities) if role is None else None
        role = role or slot
        role = role or dashed_role(sentence, *group.before, entities)
        named = named_as(sentence, *group.before)
        if shared is not None and role is not None and not named and not _of_body(shared, role):
            seat = seat or _of_place(role)
            role = shared  # जोनल मजिस्ट्रेट के रूप में A व उप निदेशक B को: the title at B is B's own
        titled = placed_role(sentence, *group.before, entities)
        role = titled or role
        shared = role if named or titled is not None else shared
        here = role is not None and role.start >= group.before[0]
        until = role.end if role is not None and here else group.before[1]
        regions = places_in(sentence, group.before[0], until, entities)
        holds = role is not None and holds_now(role)
        if holds:
            regions = given_place(sentence, group, entities)
        regions = () if seat else regions or adjunct_places(sentence, *group.before, entities)
        if role is not None and not here:
            regions = regions or adjunct_places(sentence, *found[0].before, entities)
        if role is not None:
            kept = earlier_regions if slot is not None or _joined_on(sentence, group) else ()
            earlier, earlier_regions = role, regions or kept
        regions = (
            regions
            or bracketed(sentence, group.end, entities)
            or places_in(sentence, group.end, past_station(sentence, group.end, group.after[1]), entities)
            or given_place(sentence, group, entities)
        )
        body = body_in(sentence, *group.before, entities)
        if role is None and elsewhere:
            earlier_regions = ()
        own = role or trade
        made = Match(group.id, earlier, regions or earlier_regions, body, own, regions, whence=holds)
        matches.append(made)
    return _shared_back(sentence, found, matches)


def _only_trade(role: Role, earlier: Role | None) -> bool:
    """महिला मोर्चा का अध्यक्ष A, विधि प्रकोष्ठ का अधिवक्ता B: what B is by trade, beside the post of A."""
    return earlier is not None and is_trade(role) and not is_trade(earlier)


def _of_place(role: Role) -> bool:
    """सागर के | तहसीलदार A: what stands before a title is the place of that title."""
    return role.start > 0 and role.sentence.words[role.start - 1].key in closed("genitives")


def _shared_back(sentence: Sentence, found: Sequence[Group], matches: list[Match]) -> list[Match]:
    """युवा मोर्चा के A, महिला मोर्चा की B और किसान मोर्चा के प्रभारी C होंगे: the post at the last holds for all.

    So does a duty, where each has a place (सागर में A, दमोह का काम B देखेंगे).
    """
    first = next((k for k, each in enumerate(matches) if each.role is not None), 0)
    if first == 0:
        return matches
    duty = matches[first].role
    placed = duty is not None and duty.duty and all(matches[k].regions for k in range(first + 1))
    if not placed and not all(led_by_genitive(sentence, *g.before) for g in found[:first]):
        return matches
    return [replace(each, role=matches[first].role) for each in matches[:first]] + matches[first:]


def _of_body(one: Role, other: Role) -> bool:
    """अध्यक्ष के रूप में A, कोषाध्यक्ष B: two posts of a body, so that none is what somebody is by trade."""
    return all(r.sentence.words[r.end - 1].is_noun(listed("body_posts")) for r in (one, other))


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
    run = [
        w
        for j, w in enumerate(sentence.words[first:last], first)
        if w.key not in listed("superessive") or not sentence.words[j - 1].is_noun(listed("post_words"))
    ]  # उपाध्यक्ष पद पर B
    return (
        bool(run)
        and (run[0].text == "," or run[0].key in closed("list_conjunctions"))
        and not any(w.key in closed("case_markers") for w in run)
    )
