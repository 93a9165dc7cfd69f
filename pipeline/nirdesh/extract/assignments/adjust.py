"""Role, place and change of a matched assignee by what its trigger takes, and what a successor takes over."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nirdesh.extract.assignments.align import Match
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, words
from nirdesh.extract.assignments.roles import Role, find_duty, is_role
from nirdesh.extract.assignments.triggers import TriggerHit
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.segment import Clause
from nirdesh.mentions import Change

_OFFICE = 4  # words of the longest office that somebody is posted to
_LINES = 3  # words of रिजर्व पुलिस लाइन
_NAMED = 8  # words of an office after a title, its charge after it
_LEFT = 12  # words from को to the new post, the one that is left between them


@dataclass(frozen=True, slots=True)
class Adjusted:
    """What is recorded of one assignee."""

    match: Match
    change: Change
    from_role: Role | None = None


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A post that somebody just left, and the sentence that told it."""

    role: Role
    regions: tuple[str, ...]
    sentence: int


def with_role(found: Match, role: Role | None, regions: tuple[str, ...]) -> Match:
    """The match with another role and other places."""
    return replace(found, role=role, regions=regions)


def adjust(
    clause: Clause, hit: TriggerHit, found: Match, transfers: bool, shuffle: bool = False
) -> Adjusted | None:
    """Role and change by what the trigger takes: own post for removals, a place for transfers."""
    if hit.trigger.role in ("own", "expelled"):
        bare = found.role is not None and found.role.duty and found.role.end - found.role.start == 1
        special = found.tail and found.role is not None and not (bare and found.own is not None)
        role = found.role if special else found.own or found.role
        regions = found.regions if special else found.own_regions or found.regions
        return Adjusted(with_role(found, role, regions), "removed") if role else None
    if hit.trigger.role == "posting":
        found = _placed_first(clause, found)
        sent = bool(found.regions) or _at_office(found)
        role = found.role or (found.own if sent else None) or (found.rest if found.whence else None)
        told = shuffle and not _new(clause, role) if role else False
        moved = told or (transfers and bool(found.own_regions)) or (found.whence and bool(found.regions))
        moved = moved or (transfers and found.whence)
        return Adjusted(
            with_role(found, role, found.regions), "transferred" if moved else "appointed", found.own
        )
    if hit.trigger.role in ("place", "shift"):
        if _to_lines(found):
            return Adjusted(with_role(found, found.own, found.own_regions), "removed")
        sent = hit.trigger.hosts <= words("dispatched") and hit.trigger.role == "place"
        if hit.trigger.id == "attach" and found.own is not None:
            return Adjusted(with_role(found, found.own, found.regions or found.own_regions), "transferred")
        posted = _posting(found) or _served(clause, hit, found)
        doubtful = sent and not transfers and (not posted or bool(hit.trigger.hosts))
        return None if doubtful else _moved_to(found)
    if found.role is None:
        return None
    if found.role.duty and found.own is not None and _comes_in(found.own, found.role):
        return Adjusted(with_role(found, found.own, found.own_regions or found.regions), hit.trigger.change)
    called = found.whence and hit.trigger.role == "needed"  # पुलिस लाइन से A को प्रभारी बनाया
    if hit.trigger.change == "appointed" and (called or moves(clause, found, transfers, shuffle)):
        return Adjusted(found, "transferred", found.own)
    return Adjusted(found, hit.trigger.change)


def moves(clause: Clause, found: Match, transfers: bool, shuffle: bool = False) -> bool:
    """In a report of transfers, the holder of a post who gets another moves; an extra charge moves nobody.

    Args:
        shuffle: The headline or the first sentence tells of the transfer.
    """
    if found.role is None or _extra(found.role):
        return False
    if found.tail and (_from_post(found.role) or _changed_over(clause)):
        return True
    if not transfers:
        return False
    if shuffle and (found.tail or _post_itself(found.role)) and not _new(clause, found.role):
        return True
    own = found.own
    if not found.tail or own is None:
        return False
    officer = has_noun("moved_officers", own.sentence.words[own.start : own.end + 2])
    return bool(found.own_regions) or officer


def _from_post(role: Role) -> bool:
    """A को तहसीलदार सागर से उपखंड अधिकारी दमोह लगाया: the post that is left stands before the new one."""
    run = role.sentence.words
    begins = max(role.start - _LEFT, 0)
    told = next((j for j in range(role.start - 1, begins, -1) if run[j].key in words("dative")), None)
    if told is None:
        return False
    source = next((j for j in range(told + 1, role.start) if run[j].key in words("ablative")), None)
    left = run[told + 1 : source] if source is not None else ()
    plain = not any(w.punct or w.verbs for w in run[told + 1 : role.start])
    units = words("posting_places") | words("lines") | words("police_units")  # पुलिस लाइन से
    return plain and any(is_role(word) or word.key in units for word in left)


def _changed_over(clause: Clause) -> bool:
    """A को बदलकर सागर में सचिव लगाया: the participle tells that somebody is moved."""
    run = clause.sentence.words
    kar = (g for g in clause.groups if g.mood == "kar" and g.stem in words("changing") and g.start > 0)
    return any(run[g.start - 1].key in words("dative") for g in kar)


def _post_itself(role: Role) -> bool:
    """सागर की कमान, थाने की कुर्सी: a word for the post that somebody is moved to."""
    return role.duty and has_noun("bare_duties", role.sentence.words[role.start : role.end])


def _comes_in(own: Role, duty: Role) -> bool:
    """नए अध्यक्ष A को पदभार सौंपा: the post that the duty is of stands before the name."""
    bare = duty.end - duty.start == 1 and has_noun("charges", duty.sentence.words[duty.start : duty.end])
    before = own.sentence.words[max(own.start - 1, 0) : own.end]
    return bare and not own.duty and has_word("new_in_office", before)


def _new(clause: Clause, role: Role) -> bool:
    """नवचयनित A: who had no post is not moved."""
    run = clause.sentence.words[clause.start : role.start]
    return has_word("newcomers", run)


def _extra(role: Role) -> bool:
    """Whether the words around a role make it a charge beside the own post, or a task of a committee."""
    run = role.sentence.words
    office = role.end < len(run) and run[role.end].text == ","  # सचिव, गृह विभाग का अतिरिक्त प्रभार
    return has_word("additional", run[max(role.start - 2, 0) : role.end + (_NAMED if office else 3)])


def _placed_first(clause: Clause, found: Match) -> Match:
    """सागर चौकी पर लाइन से आए निरीक्षक A की तैनाती हुई: the place that opens the clause is the new one."""
    run = clause.sentence.words
    own = found.own
    if found.regions or found.rest is not None or not found.own_regions or own is None:
        return found
    before = run[clause.body : own.start]
    marks = [j for j, w in enumerate(before) if w.key in words("title_slots")]
    comes = marks and any(v.form == "perf" for w in before[marks[0] :] for v in w.verbs)
    comes = (
        comes and has_word("ablative", before[marks[0] :]) and not has_word("ablative", before[: marks[0]])
    )
    return with_role(found, found.role or own, found.own_regions) if comes else found


def _posting(found: Match) -> bool:
    """Whether the goal is a place, an office or a post: others are sent papers, or to prison."""
    goal = found.rest
    if goal is None or found.role is not None:
        return goal is not None
    run = goal.sentence.words[goal.start : goal.end]
    if has_word("custody", run) or found.own is None:
        return False
    return bool(found.regions) or has_noun("posting_places", run)


def _served(clause: Clause, hit: TriggerHit, found: Match) -> bool:
    """थाने में तैनात A को सागर भेजा: who is told to serve somewhere goes to a place."""
    if found.rest is None or not found.regions or has_noun("not_roles", clause.sentence.words):
        return False
    return has_word("serving", clause.sentence.words[clause.start : hit.group.start])


def _to_lines(found: Match) -> bool:
    """थाना प्रभारी A को लाइन भेजा: who holds a post loses it; who comes from one (P से पुलिस लाइन) moves."""
    goal = found.rest
    if goal is None or found.own is None or found.whence or found.regions:
        return False
    run = goal.sentence.words[goal.start : goal.end]
    post = bool(found.own_regions) or found.own.end - found.own.start > 1  # a bare rank is kept there
    return post and len(run) <= _LINES and run[-1].key in words("lines") and not found.own.duty


def _at_office(found: Match) -> bool:
    """साइबर सेल में: an officer is posted to an office that has no place of its own."""
    goal, own = found.rest, found.own
    if goal is None or own is None or goal.end - goal.start > _OFFICE:
        return False
    officer = has_noun("moved_officers", own.sentence.words[own.start : own.end])
    return officer and has_noun("posting_places", goal.sentence.words[goal.start : goal.end])


def _moved_to(found: Match) -> Adjusted | None:
    goal = found.rest
    lines = goal is not None and goal.sentence.words[goal.end - 1].key in words("lines")
    role = found.role or (goal if lines and not found.regions else found.own) or goal
    return Adjusted(with_role(found, role, found.regions), "transferred", found.own) if role else None


def vacancy(adjusted: Adjusted) -> Vacancy | None:
    """The post that a removed or moved person leaves."""
    found = adjusted.match
    if adjusted.change == "removed" and found.role is not None:
        return Vacancy(found.role, found.regions, found.role.sentence.index)
    if adjusted.change == "transferred" and found.own is not None:
        return Vacancy(found.own, found.own_regions, found.own.sentence.index)
    return None


def succeeds(clause: Clause, vacant: Vacancy, named: bool = False) -> bool:
    """उनकी जगह, उनके स्थान पर; or the same sentence goes on (A को हटाकर B को …).

    Args:
        named: Whether the words उनकी जगह have to stand there.
    """
    run = clause.sentence.words
    if vacant.sentence == clause.sentence.index and not named:
        return True
    return any(
        run[j].key in words("his_own")
        and (run[j + 1].key in words("place_of") or run[j + 1].is_noun(words("duty")))
        for j in range(clause.start, min(clause.end, len(run) - 1))
    )


def kept_duty(clause: Clause, found: Match, entities: Entities, last: Role | None) -> Role | None:
    """X का प्रभार Y के पास रहेगा; यह प्रभार … is the post named before."""
    run = clause.sentence.words
    first = clause.front[0] if clause.front else clause.body
    duty = find_duty(clause.sentence, first, clause.end, entities)
    if duty is None:
        held = found.role
        told = held is not None and held.end < len(run) and run[held.end].is_noun(words("post_words"))
        return held if told else None  # the key is with सचिव A, the post of सचिव with A
    pointed = duty.duty and run[max(duty.start - 1, 0)].key in words("this")
    return last if pointed and last is not None else duty
