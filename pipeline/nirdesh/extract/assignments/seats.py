"""Posts that people are told to have now: संरक्षक मंडल में A रखे गए; नई टीम में A सचिव, B प्रवक्ता हैं."""

from __future__ import annotations

from nirdesh.extract.assignments.align import Match, match
from nirdesh.extract.assignments.lists_of_words import has_word, words
from nirdesh.extract.assignments.roles import Role, is_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.segment import Clause

_OPENS = 4  # words of a clause before its new team (संघ की नई टीम में)


def body_of_titles(clause: Clause, last: int) -> Role | None:
    """संरक्षक मंडल में, सलाहकार समिति में: a body that bears the title of its members."""
    run = clause.sentence.words
    for j in range(clause.body + 2, last - 1):
        titled = run[j - 1].is_noun(words("bodies_of_titles")) and is_role(run[j - 2])
        if titled and run[j].key in words("locative"):
            return Role(clause.sentence, j - 2, j)
    return None


def seated(clause: Clause, group: VerbGroup, entities: Entities) -> list[Match]:
    """संरक्षक मंडल में A, B और C रखे गए: those who are taken into such a body."""
    body, last = body_of_titles(clause, group.start), _until(clause, group)
    if body is None:
        return []
    return [
        Match(each.id, body, (), None, each.own, ()) for each in match(clause, body.end + 1, last, entities)
    ]


def in_new_team(clause: Clause, first: int, entities: Entities) -> list[Match]:
    """नई टीम में अध्यक्ष A, सचिव B और प्रवक्ता C हैं: several posts in a body that is new."""
    group = clause.group
    if group is None or group.stem not in words("be_now") or group.mood != "pres" or group.negative:
        return []
    run = clause.sentence.words
    team = next(
        (j for j in range(first, min(first + _OPENS, group.start)) if run[j].is_noun(words("teams"))), None
    )
    if team is None or run[team + 1].key not in words("locative") or not has_word("fresh", run[first:team]):
        return []
    found = match(clause, team + 2, _until(clause, group), entities)
    return found if _each_a_post(found) else []


def ends_filled(clause: Clause, first: int, entities: Entities) -> list[Match]:
    """A मंच के संयोजक, B सह संयोजक और C कोषाध्यक्ष मनोनीत: several posts and the act, without its verb."""
    sentence = clause.sentence
    run = sentence.words
    last = clause.end
    while last > first and run[last - 1].punct:
        last -= 1
    act = last > first and run[last - 1].key in words("acted")
    if clause.group is not None or not act or sentence.block in ("headline", "subheadline"):
        return []
    found = match(clause, first, last - 1, entities)
    return found if _each_a_post(found) else []


def _until(clause: Clause, group: VerbGroup) -> int:
    """The verb, or the word before it that says that people are included."""
    host = group.host
    return host if host and clause.sentence.words[host].key in words("included") else group.start


def _each_a_post(found: list[Match]) -> bool:
    """Whether several people have a post each, of at least two titles."""
    posts = {each.role.start for each in found if each.role is not None and not each.role.duty}
    return len(posts) > 1 and all(each.role is not None for each in found)
