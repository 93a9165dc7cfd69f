"""What stands over or under a list of names: a post or title for all of them, or that posts are filled."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from nirdesh.extract.assignments.announced import listed_as, names_recipient, opens_posts, title_over
from nirdesh.extract.assignments.assignees import past_agent, word_range
from nirdesh.extract.assignments.line_roles import SEPARATORS, approves, heading_role
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, words
from nirdesh.extract.assignments.roles import Role, find_role, is_role
from nirdesh.extract.assignments.triggers import copula_future, find_triggers
from nirdesh.extract.clauses.entities import Entities, Ref
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence
from nirdesh.mentions import Span

_PEOPLE = 3  # people of one line that make it a list by itself
_TITLED = 3  # sentences before a list of names and places among which its title is looked for


@dataclass(frozen=True, slots=True)
class Head:
    """What a list is told under.

    Attributes:
        role: Post or duty that a sentence or heading beside the list gives to all.
        title: Post that was announced for those named here; what stands beside a name is then its own.
        opened: Whether posts are filled here.
        place: Place of all of them (शहर के केंद्रों पर), the report's own.
        bare: Whether the role is a mere duty (जिम्मेदारी), so that the labels of the lines say which.
    """

    role: Span | None
    title: Span | None
    opened: bool
    bare: bool = False
    place: str | None = None


def head_of(read: Sequence[Sentence], first: int, last: int, entities: Entities) -> Head:
    """Head of the list that the sentences ``first`` to ``last`` (excluded) are."""
    before = read[first - 1] if first else None
    role = (given_to_all(before, entities) or listed_as(before, entities)) if before is not None else None
    if role is None and last < len(read) and has_word("everybody", read[last].words[:3]):
        role = given_to_all(read[last], entities)
    if role is None and _pairs(read[first], entities) >= _PEOPLE:
        role = _title_before(read[max(0, first - _TITLED) : first])
    columns = before is not None and has_word("column_heads", before.words)
    listed = last - first > 1 or len(line_people(read[first], entities)) >= _PEOPLE
    if role is None and before is not None and listed and not line_people(before, entities):
        role = heading_role(read[first - 2] if columns and first > 1 else before, entities)
    if role is not None and of_several(role):
        return Head(None, None, True)
    if role is not None:
        bare = role.duty and role.end - role.start == 1
        return Head(role.span, None, True, bare or _of_workers(role), _at_home(role, entities))
    title = title_over(read, first, entities) if listed else None
    if title is not None:
        return Head(None, title.span, True)
    around = read[max(first - 1, 0) : last]
    if any(has_noun("contests", s.words) or has_noun("present", s.words) for s in around):
        return Head(None, None, False)
    return Head(None, None, before is not None and (opens_posts(before) or (columns and last - first > 1)))


def _at_home(role: Role, entities: Entities) -> str | None:
    """शहर के केंद्रों पर दंडाधिकारी: the town that the report is about, which a heading does not name again."""
    run = role.sentence.words[: role.start]
    town = any(
        one.key in words("town_levels") and other.key in words("genitive")
        for one, other in itertools.pairwise(run)
    )
    named = entities.regions_in(Span(role.sentence.start, role.span.start))
    return entities.home if town and not named else None


def of_several(role: Role) -> bool:
    """निम्न पदाधिकारी चुने गए: no post, the lines tell which each has."""
    return role.end - role.start == 1 and role.sentence.words[role.start].is_noun(words("office_bearers"))


def _of_workers(role: Role) -> bool:
    """पालिका कर्मी, स्वयंसेवक: who those under a heading are; their labels say what they do."""
    return role.sentence.words[role.end - 1].is_noun(words("workers"))


def line_people(sentence: Sentence, entities: Entities) -> list[Ref]:
    """People that a line names, without those that act (A द्वारा जारी आदेश के अनुसार, A की ओर से)."""
    span = Span(sentence.start, sentence.end)
    run = sentence.words
    marks = words("ergative") | words("agentive")
    acting = {name.end for name, mark in itertools.pairwise(run) if mark.key in marks}
    acting |= {
        run[j].end
        for j in range(len(run) - 2)
        if run[j + 1].key in words("genitive") and run[j + 2].key in words("behalf")
    }
    named = [r for r in entities.inside(span) if r.kind == "person" and r.mention in ("name", "short")]
    return [r for r in named if r.span.end not in acting]


def given_to_all(sentence: Sentence, entities: Entities) -> Role | None:
    """Role that a sentence gives to people who stand in a list before or after it."""
    if names_recipient(sentence, entities):
        return None
    for clause in segment(sentence):
        ends = [
            hit.end
            for hit in find_triggers(clause)
            if hit.trigger.change == "appointed" and (hit.group.finite or hit.group.mood == "perf")
        ]
        future = copula_future(clause)
        if future is not None:
            ends.append(future.start)
        for end in ends:
            role = find_role(sentence, past_agent(sentence, clause.body, end), end, entities)
            if role is not None and not approves(role):
                return role
    return None


def _pairs(line: Sentence, entities: Entities) -> int:
    """People of a line who each have a place behind a dash (क ख-सागर, ग घ-दमोह एवं पन्ना)."""
    run = line.words
    ends = [place[1] for ref in line_people(line, entities) if (place := word_range(line, ref)) is not None]
    dashed = [end + 1 for end in ends if end + 1 < len(run) and run[end].text in SEPARATORS]
    return sum(any(place.start == run[j].start for place, _ in entities.regions) for j in dashed)


def _title_before(before: Sequence[Sentence]) -> Role | None:
    """What the nearest sentence before a list calls those in it (ये प्रभारी अपने जिलों में …)."""
    for sentence in reversed(before):
        for this, title in itertools.pairwise(sentence.words):
            if this.key in words("this") and is_role(title):
                at = sentence.words.index(title)
                return Role(sentence, at, at + 1)
    return None
