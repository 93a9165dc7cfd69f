"""A matter for each of several people: A को पार्किंग, B को सुरक्षा की जिम्मेदारी; A मंच, B भोजन देखेंगे."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.assignments.align import Match
from nirdesh.extract.assignments.assignees import assignees, cut_between, past_agent, word_range
from nirdesh.extract.assignments.gaps import matter, own_post_at
from nirdesh.extract.assignments.lists_of_words import words
from nirdesh.extract.assignments.roles import Role, is_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence

People = Sequence[tuple[str, int, int]]


def each_a_matter(clause: Clause, first: int, group: VerbGroup, entities: Entities) -> list[Match]:
    """Several people, each with a matter of their own right behind or before the name.

    One of the matters has to be known as one (``matters``), so that places, posts and things seen are none.
    """
    last = group.start
    sees = group.mood == "fut" and group.stem in words("overseeing")
    gives = group.mood == "perf" and group.stem in words("handing_stems")
    sentence = clause.sentence
    run = sentence.words
    keeps = group.mood == "fut" and group.stem in words("go_on") and last - 2 > first
    keeps = keeps and run[last - 1].key in words("keepers") and run[last - 2].key in words("oblique_genitive")
    held = not keeps and group.mood in ("fut", "pres") and group.stem in words("be_now")
    if not (sees or gives or keeps or held) or group.negative or first >= last:
        return []
    if held:
        return _held(sentence, first, last, entities)
    last -= 2 * keeps
    begins = past_agent(sentence, first, last)
    people = assignees(clause, begins, last, entities, genitives=False)
    if len(people) < 2:
        return []
    behind = _behind(sentence, people, last, gives, entities) if not keeps else []
    found = behind or _before(sentence, people, begins, last, gives, entities)
    found = found or (_crossed(sentence, people, last, entities) if gives else [])
    return [] if gives and group.stem not in words("entrust") and not _duties(found) else found


def _held(sentence: Sentence, first: int, last: int, entities: Entities) -> list[Match]:
    """A के पास स्थापना, B के पास नजारत शाखा रहेगी: the matter behind each one's keeping."""
    run = sentence.words
    named = [
        (ref.id, *place)
        for ref in entities.inside(sentence.span(first, last))
        if ref.kind == "person" and ref.mention == "name" and (place := word_range(sentence, ref))
    ]
    found: list[tuple[str, Role | None]] = []
    limits = [*(start for _, start, _ in named[1:]), last]
    for (person, _, end), limit in zip(named, limits, strict=False):
        keeps = end + 2 < limit and run[end].key in words("oblique_genitive")
        if not keeps or run[end + 1].key not in words("keepers"):
            return []
        ends = limit if limit == last else _last_joint(sentence, end + 2, limit)
        found.append((person, matter(sentence, end + 2, ends, entities)))
    return _shared(found) if len(found) > 1 and all(role for _, role in found) else []


def _duties(found: Sequence[Match]) -> bool:
    """Whether one of the matters is told as a duty, so that no things are given (A को भोजन, B को कपड़े दिए)."""
    nouns = words("duty") | words("units_given") | words("whole_duty")
    roles = [each.role for each in found if each.role is not None]
    return any(w.is_noun(nouns) for r in roles for w in r.sentence.words[r.start : r.end])


def _behind(sentence: Sentence, people: People, last: int, gives: bool, entities: Entities) -> list[Match]:
    """A व B मंच, C भोजन: a name without a matter shares that of the next one."""
    found: list[tuple[str, Role | None]] = []
    limits = [*(start for _, start, _ in people[1:]), last]
    for number, ((person, _, end), limit) in enumerate(zip(people, limits, strict=True)):
        begins, marked = _past_mark(sentence, end, limit)
        ends = limit if number + 1 == len(people) else _last_joint(sentence, begins, limit)
        if begins < ends and marked is not gives:
            return []
        role = matter(sentence, begins, ends, entities) if begins < ends else None
        if role is None and begins < ends:
            return []
        found.append((person, role))
    return _shared(_with_later(found))


def _with_later(found: list[tuple[str, Role | None]]) -> list[tuple[str, Role | None]]:
    """Each person with the own matter or that of the next one who has one."""
    later: Role | None = None
    made: list[tuple[str, Role | None]] = []
    for person, role in reversed(found):
        later = role or later
        made.append((person, later))
    return made[::-1]


def _before(
    sentence: Sentence, people: People, first: int, last: int, gives: bool, entities: Entities
) -> list[Match]:
    """मंच A व B को, भोजन C को: a name without a matter shares that of the one before."""
    run = sentence.words
    found: list[tuple[str, Role | None]] = []
    begins = first
    for number, (person, start, end) in enumerate(people):
        start = max(own_post_at(sentence, person, start, entities), begins)
        role = matter(sentence, begins, start, entities, before_name=True)
        if role is None and (not number or not _only_joint(sentence, begins, start)):
            return []
        found.append((person, role or found[-1][1]))
        begins, marked = _past_mark(sentence, end, last)
        shares = begins < last and run[begins].key in closed("list_conjunctions")
        if marked is not gives and not shares and number + 1 < len(people) and run[begins].text != ",":
            return []
    rest = run[begins:last]
    if gives and not marked:
        return []
    return _shared(found) if not rest else []


def _crossed(sentence: Sentence, people: People, last: int, entities: Entities) -> list[Match]:
    """A को जल सेवा और मंच सज्जा का काम B को: the first matter stands behind its name, the second before it."""
    if len(people) != 2:
        return []
    (one, _, end), (other, start, ends) = people
    begins, given = _past_mark(sentence, end, start)
    rest, marked = _past_mark(sentence, ends, last)
    joint = cut_between(sentence, begins, start, trailing=False)
    if not given or not marked or rest != last or joint == begins:
        return []
    behind = matter(sentence, begins, joint, entities)
    before = matter(sentence, joint, start, entities, before_name=True)
    return _shared([(one, behind), (other, before)])


def _only_joint(sentence: Sentence, first: int, last: int) -> bool:
    return all(
        w.text == "," or w.key in closed("list_conjunctions") or is_role(w)
        for w in sentence.words[first:last]
    )


def _shared(found: Sequence[tuple[str, Role | None]]) -> list[Match]:
    roles = [role for _, role in found if role is not None]
    known = any(
        w.is_noun(words("matters") | words("units_given"))
        for r in roles
        for w in r.sentence.words[r.start : r.end]
    )
    served = any(r.sentence.words[r.end - 1].is_noun(words("whole_duty")) for r in roles)
    if len(roles) < len(found) or len({r.start for r in roles}) < 2 or not (known or served):
        return []
    return [Match(person, role, (), None, None, ()) for person, role in found]


def _past_mark(sentence: Sentence, first: int, limit: int) -> tuple[int, bool]:
    """First word after a name and what belongs to it, and whether को marks it."""
    run = sentence.words
    while first < limit and run[first].key in closed("after_names"):
        first += 1
    marked = first < limit and run[first].key in words("dative")
    first += marked
    while first < limit and run[first].key in words("drop") | closed("particles"):
        first += 1
    return first, marked


def _last_joint(sentence: Sentence, first: int, last: int) -> int:
    """The comma or conjunction that parts a matter from the next name and the post before it."""
    run = sentence.words
    joints = [
        j for j in range(first, last) if run[j].text == "," or run[j].key in closed("list_conjunctions")
    ]
    return joints[-1] if joints else first
