"""Posts that people are told to have now: संरक्षक मंडल में A रखे गए; नई टीम में A सचिव, B प्रवक्ता हैं."""

from __future__ import annotations

from nirdesh.extract.assignments.align import Match, match
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, phrase_at, words
from nirdesh.extract.assignments.roles import Role, is_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.directives.roles import clause_start

_OPENS = 6  # words of a clause before its new team (संघ की नई टीम में)


def past_relative(clause: Clause) -> int:
    """First word that belongs to a clause; a relative one that it only goes on with is past.

    Example:
        ``समिति बनी, जिसके सचिव A रहेंगे तथा B सदस्य होंगे``: the clause of ``होंगे`` begins at ``B``.
    """
    run = clause.sentence.words
    joined = clause.front is not None and clause.body > 0
    if joined and run[clause.body - 1].key in closed("list_conjunctions") and run[clause.body - 2].verbs:
        return clause.body
    return clause_start(clause)


def body_of_titles(clause: Clause, last: int) -> Role | None:
    """संरक्षक मंडल में, सलाहकार समिति में: a body that bears the title of its members."""
    run = clause.sentence.words
    for j in range(last - 2, clause.body + 1, -1):
        titled = run[j - 1].is_noun(words("bodies_of_titles")) and is_role(run[j - 2])
        if titled and run[j].key in words("locative"):
            return Role(clause.sentence, j - 2, j)
    return None


def body_of_seats(clause: Clause, group: VerbGroup, names: str = "seated") -> Role | None:
    """कार्यकारिणी में A को रखा गया: a body of which only its own word tells the seat.

    Args:
        names: Class of such bodies.
    """
    run = clause.sentence.words
    told = group.mood == "pres" and group.host is not None and run[group.host].key in words("included")
    if group.negative or not (group.passive or told or group.stem in words("got")):
        return None
    for j in range(clause.start + 1, group.start):
        if run[j].key in words("locative") and run[j - 1].is_noun(words(names)):
            return Role(clause.sentence, j - 1 - (j > 1 and run[j - 2].key in words("inner")), j)
    return None


def seated(clause: Clause, group: VerbGroup, entities: Entities, names: str = "seated") -> list[Match]:
    """संरक्षक मंडल में A, B और C रखे गए: those who are taken into such a body, and posts told before it.

    Args:
        names: Class of the bodies whose own word is the seat.
    """
    last = _until(clause, group)
    body = body_of_titles(clause, group.start)
    if body is not None:
        other = body_of_titles(clause, body.start)  # संरक्षक मंडल में A एवं सलाहकार मंडल में B
        found = _seats(match(clause, body.end + 1, last, entities), body)
        return (_seats(match(clause, other.end + 1, body.start, entities), other) if other else []) + found
    body = body_of_seats(clause, group, names)
    if body is None:
        return []
    inside = match(clause, body.end + 1, last, entities)
    if any(each.role is not None and _post_of_body(each.role) for each in inside):
        return [each for each in inside if each.role is not None]
    before = match(clause, clause.start, body.start, entities)
    if not inside and has_word("dative", clause.sentence.words[clause.start : body.start]):
        return _seats(before, body)  # A को कार्यकारिणी में जगह मिली
    posts = [each for each in before if each.role is not None and _post_of_body(each.role)]
    return (posts if len(posts) == len(before) else []) + _seats(inside, body)


def _seats(found: list[Match], body: Role) -> list[Match]:
    return [Match(each.id, body, (), None, each.own, ()) for each in found]


def _post_of_body(role: Role) -> bool:
    return not role.duty and role.sentence.words[role.end - 1].is_noun(words("body_posts"))


def in_new_team(clause: Clause, first: int, entities: Entities) -> list[Match]:
    """नई टीम में अध्यक्ष A, सचिव B और प्रवक्ता C हैं: several posts in a body that is new."""
    group = clause.group
    if group is None or group.stem not in words("be_now") or group.mood != "pres" or group.negative:
        return []
    run = clause.sentence.words
    for j in range(clause.start, group.start):
        if named := phrase_at("chosen_ones", run, j):  # शपथ लेने वालों में अध्यक्ष A, सचिव B शामिल हैं
            found = match(clause, j + named, _until(clause, group), entities)
            return found if _each_a_post(found) else []
    told = any(g.mood == "part" and g.stem in words("filling_stems") for g in clause.groups)
    stop = group.start if told else min(first + _OPENS, group.start)
    team = next((j for j in range(first, stop) if run[j].is_noun(words("teams"))), None)
    if team is None or run[team + 1].key not in words("locative"):
        return []
    if not has_word("fresh", run[clause.start : team]) and not told:
        return []
    found = match(clause, team + 2, _until(clause, group), entities)
    return found if _each_a_post(found) else []


def of_new_body(clause: Clause, first: int, entities: Entities) -> list[Match]:
    """कंट्रोल रूम बनाया गया है, जिसके प्रभारी A हैं: the post of a body that the sentence says is new."""
    group = clause.group
    run = clause.sentence.words
    begins = run[clause.start].key in closed("relative_genitives")
    if group is None or not begins or group.mood != "pres" or group.stem not in words("be_now"):
        return []
    made = any(
        each.group is not None
        and each.end <= clause.start
        and each.group.mood == "perf"
        and each.group.passive
        and (
            each.group.stem in words("make")
            or (each.group.host is not None and run[each.group.host].is_noun(words("forming")))
        )
        for each in segment(clause.sentence)
    )
    if group.negative or not made:
        return []
    found = match(clause, first, group.start, entities)
    return [each for each in found if each.role is not None and not each.role.duty]


def ends_filled(clause: Clause, first: int, entities: Entities) -> list[Match]:
    """A मंच के संयोजक, B सह संयोजक और C कोषाध्यक्ष मनोनीत: several posts and the act, without its verb."""
    sentence = clause.sentence
    run = sentence.words
    last = clause.end
    while last > first and run[last - 1].punct:
        last -= 1
    act = last > first and run[last - 1].key in words("acted") | words("elected")
    while act and run[last - 2].key in words("elected"):
        last -= 1  # निर्वाचित घोषित
    if clause.group is not None or not act or sentence.block in ("headline", "subheadline"):
        return []
    found = match(clause, first, last - 1, entities)
    posted = len(found) == 1 and found[0].role is not None and has_noun("post_words", run[first:last])
    return found if posted or _each_a_post(found) else []


def _until(clause: Clause, group: VerbGroup) -> int:
    """The verb, or the word before it that says that people are included."""
    host = group.host
    given = words("included") | words("rooms")
    return host if host and clause.sentence.words[host].key in given else group.start


def _each_a_post(found: list[Match]) -> bool:
    """Whether several people have a post each, of at least two titles."""
    posts = {each.role.start for each in found if each.role is not None and not each.role.duty}
    return len(posts) > 1 and all(each.role is not None for each in found)
