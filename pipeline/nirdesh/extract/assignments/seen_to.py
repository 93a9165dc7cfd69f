"""Duties without a noun of their own: after duties were shared out, A X मंडी देखेंगे, पेयजल B संभालेंगे."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from nirdesh.extract.assignments.align import Match
from nirdesh.extract.assignments.assignees import assignees, cut_between, past_agent, word_range
from nirdesh.extract.assignments.gaps import matter, own_post_at
from nirdesh.extract.assignments.lists_of_words import words
from nirdesh.extract.assignments.open_places import open_place
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import Role, find_duty, is_role, role_at
from nirdesh.extract.assignments.triggers import TriggerHit
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence, Word

_NEAR = 4  # sentences after one that shares duties out
_MATTER = 4  # words of the longest matter that somebody sees to
_KEPT = 9  # words of what somebody keeps


def shared_duty(sentence: Sentence) -> Role | None:
    """The duty that a sentence shares out among several (अफसरों की जिम्मेदारी तय की, काम बांटे)."""
    run = sentence.words
    if not any(_shares(sentence, clause.group) for clause in segment(sentence) if clause.group is not None):
        return None
    at = next((j for j, w in enumerate(run) if w.is_noun(words("dealt")) and w.is_noun(words("duty"))), None)
    return Role(sentence, at, at + 1, duty=True) if at is not None else None


def _shares(sentence: Sentence, group: VerbGroup) -> bool:
    if group.mood != "perf" or group.negative:
        return False
    host = sentence.words[group.host] if group.host is not None else None
    return group.stem in words("dealing_stems") or (host is not None and host.is_noun(words("dealing_hosts")))


def seen_to(
    clause: Clause, first: int, duty: Role | None, entities: Entities, lately: Role | None = None
) -> list[Match]:
    """Who sees to a place or a matter, where duties were shared out shortly before.

    Args:
        clause: The clause that is read.
        first: Its first word that is not read yet.
        duty: The duty that was shared out last.
        entities: Those of the document.
        lately: What somebody was just given.
    """
    group = clause.group
    near = duty is not None and 0 < clause.sentence.index - duty.sentence.index <= _NEAR
    if not near and lately is not None and group is not None:
        return _before_seer(clause, first, group, lately, entities)
    if group is None or not near or group.mood != "fut" or group.passive or group.negative:
        return []
    host = group.host if group.stem in words("do") else None
    acted = host is not None and clause.sentence.words[host].is_noun(words("duty"))
    given = Role(clause.sentence, host, host + 1, duty=True) if acted and host is not None else duty
    if group.stem not in words("overseeing") and not acted:
        return []
    people = assignees(clause, first, group.start, entities, genitives=False)
    people = [p for p in people if clause.sentence.words[p[2]].key not in words("dative")]
    if len(people) > 1:
        return each_a_place(clause.sentence, people, group.start, given, entities)
    if len(people) != 1 or given is not duty:
        return []
    person, start, end = people[0]
    span = (end, group.start) if end < group.start else (first, start)
    regions = places_in(clause.sentence, *span, entities)
    role = duty if regions else _matter(clause.sentence, *span, entities)
    return [Match(person, role, regions, None, None, ())] if role is not None else []


def _before_seer(
    clause: Clause, first: int, group: VerbGroup, lately: Role, entities: Entities
) -> list[Match]:
    """खेलकूद A देखेंगे: what stands before the one who will see to it, the name right before the verb.

    Nothing but places there gives the same duty in them (सागर का प्रभार A को मिला है, दमोह और पन्ना B देखेंगे).
    """
    if group.mood != "fut" or group.negative or group.stem not in words("overseeing"):
        return []
    people = assignees(clause, first, group.start, entities, genitives=False)
    if len(people) != 1 or people[0][2] != group.start:
        return []
    person, start, _ = people[0]
    start = own_post_at(clause.sentence, person, start, entities)
    places = _only_places(clause.sentence, first, start, entities) if lately.duty else ()
    if places:
        return [Match(person, lately, places, None, None, ())]
    role = matter(clause.sentence, first, start, entities, before_name=True)
    return [Match(person, role, (), None, None, ())] if role is not None else []


def _only_places(sentence: Sentence, first: int, last: int, entities: Entities) -> tuple[str, ...]:
    """सागर और दमोह मंडल: the places of a run of words, where all of them are places and what they are.

    Names that nobody knew are places before a count of such (झिरनाव और बरकोट दोनों हल्के).
    """
    run = sentence.words
    passed = words("drop") | words("contrast") | words("from_now")
    while first < last and (run[first].key in passed or run[first].punct):
        first += 1
    while last > first and run[last - 1].key in passed:
        last -= 1
    counted = last - 2 > first and run[last - 1].key in words("place_nouns")
    counted = counted and run[last - 2].key in words("both") | words("all_three")
    last -= 2 * counted
    cuts = [j for j in range(first, last) if _joint(run[j])]
    found: list[str] = []
    for begins, ends in itertools.pairwise([first - 1, *cuts, last]):
        span = sentence.span(begins + 1, ends) if begins + 1 < ends else None
        if span is None:
            return ()
        known = entities.regions_in(span)
        whole = all(_of_place(w, entities) for w in run[begins + 1 : ends])
        opened = None if known or not counted else open_place(sentence, begins + 1, ends, entities)
        if not (known and whole) and opened is None:
            return ()
        found += known or [opened or ""]
    return tuple(dict.fromkeys(found))


def _joint(word: Word) -> bool:
    return word.text == "," or word.key in closed("list_conjunctions")


def _of_place(word: Word, entities: Entities) -> bool:
    inside = any(place.start <= word.start < place.end for place, _ in entities.regions)
    return inside or word.key in words("place_nouns") | words("drop") | words("from_now")


def matter_after(clause: Clause, hit: TriggerHit, entities: Entities) -> Role | None:
    """A के जिम्मे पेयजल और साफ-सफाई रहेगी: what somebody keeps, told between the word for it and the verb."""
    run = clause.sentence.words
    last = hit.group.start
    at = next((j for j in range(last - 1, clause.body, -1) if run[j].is_noun(hit.trigger.hosts)), last)
    first = at + 1
    while first < last and (run[first].punct or run[first].key in words("drop")):
        first += 1
    if not 0 < last - first <= _KEPT or run[at - 1].key not in words("oblique_genitive"):
        return None
    plain = not any(w.verbs or w.key in words("dative") | words("locatives") for w in run[first:last])
    span = clause.sentence.span(first, last)
    named = any(r.kind == "person" for r in entities.inside(span))
    return Role(clause.sentence, first, last, duty=True) if plain and not named else None


def dealt_out(clause: Clause, first: int, duty: Role | None, entities: Entities) -> list[Match]:
    """भोजन व्यवस्था A व B को, पार्किंग C को दी गई: what each gets stands before the names.

    Args:
        duty: The duty that was shared out last.
    """
    group = clause.group
    near = duty is not None and 0 <= clause.sentence.index - duty.sentence.index <= _NEAR
    if group is None or not near or group.mood != "perf" or group.stem not in words("handing_stems"):
        return []
    sentence = clause.sentence
    run = sentence.words
    found: list[Match] = []
    waiting: list[str] = []
    begins = past_agent(sentence, first, group.start)
    matter: Role | None = None
    given = 0
    for person, start, end in assignees(clause, begins, group.start, entities, genitives=False):
        if not waiting:
            matter = _matter(sentence, begins, start, entities)
        waiting.append(person)
        while end < group.start and run[end].key in closed("after_names"):
            end += 1
        if end < len(run) and run[end].key in words("dative"):
            if matter is None:
                return []
            found += [Match(each, matter, (), None, None, ()) for each in waiting]
            waiting, given, begins = [], given + 1, end + 1
    return found if given > 1 and not waiting else []


def answers_for(clause: Clause, first: int, future: VerbGroup, entities: Entities) -> list[Match]:
    """शिविर की जिम्मेदारी A और B की होगी, पार्किंग का जिम्मा A पर होगा: the duty of those before the marker."""
    sentence = clause.sentence
    run = sentence.words
    marker = future.start - 1
    if kept := _in_whose_charge(sentence, first, marker, entities):
        return kept
    if marker <= first or run[marker].key not in words("genitive") | words("superessive"):
        return []
    duty = find_duty(sentence, first, marker, entities)
    if duty is None or not run[duty.end - 1].is_noun(words("bare_duties") | words("duty")):
        return []
    if not duty.duty or any(w.verbs or w.key in words("dative") for w in run[duty.end : marker]):
        return []
    of_thing = duty.start > first + 1 and run[duty.start - 1].key in closed("genitives")
    if not of_thing or run[duty.start - 2].verbs:
        return []  # होने पर जिम्मेदारी, लौटाने की जिम्मेदारी A की होगी: who is held to account
    refs = entities.inside(sentence.span(duty.end, marker)) if duty.end < marker else ()
    people = [
        (ref.id, place)
        for ref in refs
        if ref.kind == "person" and ref.mention == "name" and (place := word_range(sentence, ref))
    ]
    if not people or people[-1][1][1] != marker:
        return []
    regions = places_in(sentence, first, duty.end, entities)
    return [Match(person, duty, regions, None, None, ()) for person in dict(people)]


def _in_whose_charge(sentence: Sentence, first: int, marker: int, entities: Entities) -> list[Match]:
    """सागर अंचल निरीक्षक A के प्रभार में रहेगा: the duty of the one in the genitive before it."""
    run = sentence.words
    last = marker - 2
    if (
        last <= first
        or run[marker].key not in words("locative")
        or run[last].key not in words("oblique_genitive")
    ):
        return []
    if not run[marker - 1].is_noun(words("charges")):
        return []
    for ref in entities.inside(sentence.span(first, last)):
        place = word_range(sentence, ref)
        if ref.kind == "person" and ref.mention == "name" and place is not None and place[1] == last:
            regions = tuple(entities.regions_in(sentence.span(first, last)))  # first what is kept, then whose
            role = Role(sentence, marker - 1, marker, duty=True)
            return [Match(ref.id, role, regions[:1], None, None, ())] if regions else []
    return []


def in_charge(clause: Clause, group: VerbGroup, entities: Entities) -> Role | None:
    """मेले के वरीय प्रभार में A रहेंगे, A ड्यूटी पर रहेंगे: the duty that somebody will be in."""
    run = clause.sentence.words
    on = group.start - 2
    if on >= clause.body and run[on].is_noun(words("details")) and run[on + 1].key in words("superessive"):
        return Role(clause.sentence, on, on + 1, duty=True)
    for j in range(clause.body, group.start - 1):
        if run[j].is_noun(words("bare_duties")) and run[j + 1].key in words("locative"):
            start = j
            while start > clause.body and run[start - 1].key in words("kept_before"):
                start -= 1
            post = start - 1 - (run[start - 1].key in closed("particles"))  # सचिव के भी प्रभार में
            if post > clause.body + 1 and run[post].key in words("genitive") and is_role(run[post - 1]):
                return role_at(clause.sentence, clause.body, post - 1, entities)
            return Role(clause.sentence, start, j + 1, duty=True)
    return None


def put_on_duty(clause: Clause, group: VerbGroup, held: Role | None, entities: Entities) -> Role | None:
    """A को मेला ड्यूटी पर लगाया, ड्यूटी के लिए A को लगाया: the duty that somebody is put on.

    Args:
        held: The post before the name, which is given only where no duty stands before it
            (भोजन की व्यवस्था के लिए मंत्री A को लगाया).
    """
    run = clause.sentence.words
    if group.stem not in words("put") - words("make"):
        return None
    if held is not None and held.sentence is not clause.sentence:
        return None
    if held is not None:
        at = next((j for j in range(held.start - 1, 1, -1) if run[j].key in words("purpose")), 0)
        led = at > 1 and run[at - 1].key in words("oblique_genitive") and run[at - 2].is_noun(words("duty"))
        plain = not any(w.verbs or w.key in closed("case_markers") for w in run[at + 1 : held.start])
        return find_duty(clause.sentence, clause.start, at - 1, entities) if led and plain else None
    for j in range(clause.start, group.start - 1):
        if run[j].is_noun(words("details")) and run[j + 1].key in words("locatives") | words(
            "oblique_genitive"
        ):
            return Role(clause.sentence, j, j + 1, duty=True)
    return None


def each_a_place(
    sentence: Sentence,
    people: Sequence[tuple[str, int, int]],
    last: int,
    duty: Role | None,
    entities: Entities,
) -> list[Match]:
    """A सागर, तहसीलदार B दमोह और C पन्ना की निगरानी करेंगे: a place right behind each name."""
    starts = [start for _, start, _ in people[1:]]
    found = []
    for (person, _, end), limit in zip(people, [*starts, last][: len(people)], strict=True):
        stop = limit if limit == last else cut_between(sentence, end, limit, trailing=True)
        found.append(Match(person, duty, places_in(sentence, end, stop, entities), None, None, ()))
    return found if all(each.regions for each in found) else []


def _matter(sentence: Sentence, first: int, last: int, entities: Entities) -> Role | None:
    """The plain noun that somebody sees to (पेयजल, प्रचार प्रसार), without the person's own post."""
    run = sentence.words
    while last > first and (is_role(run[last - 1]) or run[last - 1].punct):
        last -= 1
    while first < last and (
        run[first].punct or run[first].key in words("drop") | closed("list_conjunctions")
    ):
        first += 1
    plain = not any(
        w.punct or w.verbs or w.key in closed("case_markers") or entities.in_date(w) or is_role(w)
        for w in run[first:last]
    )
    named = first < last and entities.inside(sentence.span(first, last))
    return (
        Role(sentence, first, last, duty=True)
        if 0 < last - first <= _MATTER and plain and not named
        else None
    )
