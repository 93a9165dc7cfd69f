"""Who resigns: the post that people leave by their own act, from the words of the sentence that tells it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from nirdesh.extract.assignments.align import Match
from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.lists_of_words import words
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import Role, find_duty, find_role, is_role
from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence, Word


def resigned(clause: Clause, last: int, agents: Sequence[str], entities: Entities) -> list[Match]:
    """A ने सचिव पद से इस्तीफा दिया, सचिव A ने इस्तीफा दिया: people leave the post that is named."""
    sentence = clause.sentence
    run = sentence.words
    people = {r.id for r in entities.refs if r.kind == "person"}
    mark = next((j for j in range(clause.start, last) if run[j].key in words("ergative")), None)
    if mark is None or not agents or not people.issuperset(agents):
        return []
    sources = [j for j in range(mark + 1, last) if run[j].key in words("ablative")]
    left = [run[j - 1] for j in sources]
    of_body = any(actor_class(word) == "body" or word.is_noun(words("membership")) for word in left)
    of_post = any(word.is_noun(words("posts_of_bodies")) for word in left)
    if of_body and not of_post and not _post_too(run[mark + 1 : last]):
        return []  # पार्टी से इस्तीफा: no post is left
    told = [_post_left(sentence, mark + 1, j, entities) for j in reversed(sources)]
    told += [_post_left(sentence, clause.start, j, entities) for j in _posts_before(clause, mark)]
    told.append(_post_given_up(sentence, mark + 1, last, entities))
    role = next((post for post in told if post is not None and not post.duty), None)
    duty = next((post for post in told if post is not None), None)
    found = []
    for agent in agents:
        own = role or _held_before(sentence, clause.start, mark, agent, entities) or duty
        if own is not None:
            first = mark + 1 if role is not None and role.start > mark else clause.start
            regions = places_in(sentence, first, own.start, entities)
            found.append(Match(agent, own, regions, None, own, regions))
    return found


def _post_too(run: Sequence[Word]) -> bool:
    """अपने पद और पार्टी की सदस्यता से: the post is left with what follows it."""
    return any(
        word.is_noun(words("post_words")) and after.key in closed("list_conjunctions")
        for word, after in itertools.pairwise(run)
    )


def _post_given_up(sentence: Sentence, first: int, last: int, entities: Entities) -> Role | None:
    """सचिव का | पद छोड़ दिया: the post whose genitive stands before the word ``last``."""
    run = sentence.words
    given_up = last < len(run) and run[last].is_noun(words("post_words"))
    owned = given_up and last - 1 > first and run[last - 1].key in closed("genitives")
    return find_role(sentence, first, last + 1, entities) if owned else None


def _posts_before(clause: Clause, mark: int) -> list[int]:
    """सचिव पद से A ने इस्तीफा दिया: the marks of posts that stand before who leaves them."""
    run = clause.sentence.words
    return [
        j
        for j in range(clause.start + 1, mark)
        if run[j].key in words("ablative") and run[j - 1].is_noun(words("post_words"))
    ]


def _post_left(sentence: Sentence, first: int, source: int, entities: Entities) -> Role | None:
    """The post before पद से or right before से, a duty too (सचिव की जिम्मेदारी से)."""
    run = sentence.words
    if run[source - 1].is_noun(words("post_words")):
        return find_role(sentence, first, source, entities)
    if run[source - 1].is_noun(words("duty")):
        return find_duty(sentence, first, source, entities)
    return find_role(sentence, first, source, entities) if is_role(run[source - 1]) else None


def _held_before(sentence: Sentence, first: int, mark: int, person: str, entities: Entities) -> Role | None:
    """The post that stands right before the agent's name, or that the name is known with."""
    whole = sentence.span(first, mark)
    for ref in entities.inside(whole):
        place = word_range(sentence, ref) if ref.id == person else None
        before = find_role(sentence, first, place[0], entities) if place is not None else None
        if before is not None and place is not None and before.end == place[0]:
            return before
    for span in entities.posts.get(person, ()):
        if whole.contains(span):
            inside = [j for j, w in enumerate(sentence.words) if span.start <= w.start < span.end]
            return Role(sentence, inside[0], inside[-1] + 1)
    return None
