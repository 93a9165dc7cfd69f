"""Committees of inquiry: who leads one (A की अध्यक्षता में तीन सदस्यीय समिति), and who sits in it."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.assignments.align import Match
from nirdesh.extract.assignments.assignees import assignees, word_range
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, words
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import Role, is_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word

_WHAT = 5  # words before a body's noun that tell what it is for


def formed(clause: Clause) -> Role | None:
    """The noun of a committee of inquiry that a clause forms (तीन सदस्यीय समिति बनाई, जांच दल का गठन किया)."""
    group = clause.group
    if group is None or group.mood != "perf" or group.negative or not group.finite:
        return None
    run = clause.sentence.words
    host = run[group.host] if group.host is not None else None
    makes = group.stem in words("make") or (host is not None and host.is_noun(words("forming")))
    if not makes:
        return None
    for j in range(group.start - 1, clause.start, -1):
        if run[j].is_noun(words("inquirers")) and run[j + 1].key not in words("ergative"):
            what = run[max(j - _WHAT, clause.start) : j + 1]
            headed = any(_headed(run, n) for n in range(max(j - _WHAT, clause.start + 1), j))
            known = has_noun("inquiring", what) or headed
            return Role(clause.sentence, j, j + 1, duty=True) if known else None
    return None


def _headed(run: Sequence[Word], j: int) -> bool:
    """A की अध्यक्षता | वाली समिति: the body is told by who leads it."""
    return run[j].key in words("headed_by") and run[j - 1].is_noun(words("leading"))


def led(clause: Clause, body: Role, entities: Entities) -> list[Match]:
    """A की अध्यक्षता में, B के नेतृत्व में: who leads the body, told right before it."""
    run = clause.sentence.words
    found = []
    for ref in entities.inside(clause.sentence.span(clause.start, body.start)):
        place = word_range(clause.sentence, ref)
        if ref.kind != "person" or ref.mention != "name" or place is None:
            continue
        j = place[1]
        while j < body.start and run[j].key in closed("after_names"):
            j += 1
        if j + 2 > body.start or run[j].key not in closed("genitives"):
            continue
        at = j + 1 + (run[j + 1].key in words("jointly_led"))
        if at + 1 >= body.start or not run[at].is_noun(words("leading")):
            continue
        leads = run[at + 1].key in words("locative") or run[at + 1].key in words("headed_by")
        if leads and not any(w.verbs or w.text == "," for w in run[at + 2 : body.start]):
            found.append(Match(ref.id, Role(clause.sentence, j + 1, at + 1, duty=True), (), None, None, ()))
    return found


def manned(clause: Clause, entities: Entities) -> list[Match]:
    """बूथों की निगरानी के लिए A, B और C की टीम बनाई: each gets what the team is for, or a seat in it."""
    group = clause.group
    if group is None or group.mood != "perf" or group.negative or not group.finite:
        return []
    sentence = clause.sentence
    run = sentence.words
    host = run[group.host] if group.host is not None else None
    if group.stem not in words("make") and (host is None or not host.is_noun(words("forming"))):
        return []
    teams = words("inquirers") | words("squads")
    body = next((j for j in range(group.start - 1, clause.start + 1, -1) if run[j].is_noun(teams)), None)
    if body is None or run[body + 1].key in closed("case_markers"):
        return []
    if any(w.punct or w.verbs for w in run[body + 1 : group.start - (host is not None)]):
        return []
    people = _right_before(clause, body - 1, entities)
    if len(people) < 2:
        return []
    duty = _purpose(clause, people[0][1])
    role = duty or Role(sentence, body, body + 1, duty=True)
    places = places_in(sentence, clause.start, duty.end, entities) if duty is not None else ()
    return [Match(person, role, places, None, None, ()) for person, _, _ in people]


def _right_before(clause: Clause, genitive: int, entities: Entities) -> list[tuple[str, int, int]]:
    """The names that a list before a genitive is made of, their posts between them."""
    sentence = clause.sentence
    run = sentence.words
    if run[genitive].key not in words("feminine_genitive") | words("genitive"):
        return []
    found: list[tuple[str, int, int]] = []
    ends = genitive
    named = [
        (ref.id, *place)
        for ref in entities.inside(sentence.span(clause.start, genitive))
        if ref.kind == "person" and ref.mention == "name" and (place := word_range(sentence, ref))
    ]
    for person, start, end in reversed(named):
        between = run[end:ends]
        parted = not found or any(w.text == "," or w.key in closed("list_conjunctions") for w in between)
        if not parted or any(w.verbs or w.key in closed("case_markers") for w in between):
            break
        if not found and between:
            break
        found.append((person, start, end))
        ends = start
    return found[::-1]


def _purpose(clause: Clause, last: int) -> Role | None:
    """बूथों की | निगरानी | के लिए: the duty that a team is made for, told before its names."""
    run = clause.sentence.words
    for j in range(last - 1, clause.start + 1, -1):
        if run[j].key in words("purpose"):
            at = j - 2 if run[j - 1].key in words("oblique_genitive") else j - 1
            duty = at >= clause.start and run[at].is_noun(words("duty") | words("matters"))
            return Role(clause.sentence, at, at + 1, duty=True) if duty else None
    return None


def will_chair(clause: Clause, entities: Entities) -> list[Match]:
    """समिति की अध्यक्षता A करेंगे: who is told to lead a body that is there."""
    group = clause.group
    run = clause.sentence.words
    if group is None or group.mood != "fut" or group.stem not in words("do") or group.negative:
        return []
    for lead in range(clause.start + 2, group.start):
        body = run[lead - 2].is_noun(words("inquirers")) and run[lead - 1].key in words("feminine_genitive")
        if not body or not run[lead].is_noun(words("leading")):
            continue
        people = assignees(clause, lead + 1, group.start, entities, genitives=False)
        role = Role(clause.sentence, lead, lead + 1, duty=True)
        return [Match(person, role, (), None, None, ()) for person, _, _ in people]
    return []


def members(clause: Clause, first: int, body: Role | None, entities: Entities) -> list[Match]:
    """समिति में A, B और C शामिल हैं: who sits in the body that was just formed, or in one of inquiry."""
    group = clause.group
    run = clause.sentence.words
    if group is None:
        return []
    included = group.host is not None and run[group.host].key in words("included")
    sits = included and group.stem in words("be_now") | words("do")
    sits = sits or (group.passive and group.stem in words("keep_stems"))
    slot = next((j for j in range(clause.start, group.start) if run[j].key in words("locative")), None)
    told = slot is not None and slot > clause.start and run[slot - 1].is_noun(words("inquirers"))
    led_here = told and group.stem in words("be_future") and has_noun("leading", run[: clause.start])
    plain = led_here and not any(map(is_role, run[slot or 0 : group.start]))
    sits = sits or (plain and group.mood == "fut")  # दल का नेतृत्व A करेंगे, टीम में B रहेंगे
    if not sits or group.negative or group.mood not in ("pres", "fut", "perf"):
        return []
    if told and slot is not None:
        of_inquiry = slot - 1 > clause.start and run[slot - 2].is_noun(words("inquiring"))
        role = Role(clause.sentence, slot - 1 - of_inquiry, slot, duty=True)
        body = role if of_inquiry or led_here or body is not None else None
    elif has_word("among_them", run[clause.start : clause.start + 2]) and body is not None:
        role = body
    else:
        return []
    if body is None:
        return []
    people = assignees(clause, first, group.start, entities, genitives=False)
    return [Match(person, role, (), None, None, ()) for person, _, _ in people]
