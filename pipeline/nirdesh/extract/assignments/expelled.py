"""Who is expelled from a body: what they lose, and lists of them after the sentence that tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nirdesh.extract.assignments.align import Match, match
from nirdesh.extract.assignments.gates import lost_membership
from nirdesh.extract.assignments.list_heads import line_people
from nirdesh.extract.assignments.lists_of_words import has_word, words
from nirdesh.extract.assignments.roles import Role
from nirdesh.extract.assignments.triggers import TriggerHit
from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.mentions import Assignment, Span

_NEAR = 3  # sentences after one that tells of an expulsion within which others name the people
_LINE = 20  # words of the longest line of a list of names
_CLASS = 6  # words between the word for the expelled, or इन, and its में
_CONFIDENCE = 0.7


def expels(clause: Clause, hit: TriggerHit) -> bool:
    """Whether a trigger puts somebody out of a body (निष्कासित किया, निकाल दिया)."""
    host = clause.sentence.words[hit.group.host] if hit.group.host is not None else None
    return hit.trigger.role == "expelled" or (host is not None and host.is_noun(words("expelled_words")))


def expelled_from(clause: Clause, first: int, hit: TriggerHit, entities: Entities) -> Role | None:
    """What people lose who are expelled: the membership, else the body (दल से निकाला); None without one."""
    if not expels(clause, hit):
        return None
    run = clause.sentence.words
    lost = lost_membership(clause, first, hit.end)
    if lost is not None:
        return lost
    for j in range(first + 1, hit.end):
        if run[j].key in words("ablative") and _body(run, j - 1, entities):
            return Role(clause.sentence, j - 1, j)
    return None


def _body(run: Sequence[Word], j: int, entities: Entities) -> bool:
    word = run[j]
    if word.key in words("bare_bodies") or actor_class(word) == "body":
        return True
    end = word.end
    return any(r.kind == "organisation" and r.span.end == end for r in entities.refs)


def with_lost(found: Match, lost: Role) -> Match:
    """The match of who is expelled: the membership is lost by all, the body by who holds no post now."""
    run = lost.sentence.words
    membership = run[lost.end - 1].is_noun(words("membership"))
    held = found.own
    if not membership and held is not None and not _former(held) and not _generic(held):
        return found
    return replace(found, role=lost, regions=(), own=None, own_regions=(), tail=False)


def _former(role: Role) -> bool:
    return has_word("former", role.sentence.words[max(role.start - 1, 0) : role.end])


def _generic(role: Role) -> bool:
    return role.end - role.start == 1 and role.sentence.words[role.start].is_noun(words("generic"))


def named_later(clause: Clause, near: bool, entities: Entities) -> list[Match]:
    """निष्कासित होने वालों में A, B शामिल हैं; after the sentence that tells it also इन नेताओं में A, B शामिल हैं and
    निष्कासित कार्यकर्ता हैं – A, B.

    Args:
        near: Whether people were expelled shortly before.
    """
    run = clause.sentence.words
    group = clause.group
    if group is None:
        return []
    told = [j for j in range(clause.body, group.start) if run[j].is_noun(words("removed_words"))]
    if group.host is not None and run[group.host].key in words("included"):
        starts = told[:1] or ([clause.start] if near and _points(clause) else [])
        for start in starts:
            marks = range(start, min(start + _CLASS + 1, group.host))
            first = next((j + 1 for j in marks if _among(clause, j)), None)
            if first is not None:
                return match(clause, first, group.host, entities)
    after = group.end < len(run) and run[group.end].punct
    if told and after and group.stem in words("be_now"):
        return match(clause, group.end + 1, len(run), entities)
    return []


def _points(clause: Clause) -> bool:
    key = clause.sentence.words[clause.start].key
    return key in words("among_them") or key in words("these")


def _among(clause: Clause, j: int) -> bool:
    word = clause.sentence.words[j]
    return word.key in words("among_them") or word.key in words("locative")


def expelled_lines(
    read: Sequence[Sentence], at: int, lost: Role, by: tuple[str, ...], entities: Entities
) -> list[Assignment]:
    """One removal for each name in the lines right after the sentence ``at`` that tells of the expulsion."""
    found = []
    for line in read[at + 1 :]:
        finite = any(clause.group is not None for clause in segment(line))
        if finite or len(line.words) > _LINE or has_word("dative", line.words):
            break
        for ref in line_people(line, entities):
            found.append(
                Assignment(
                    evidence=Span(line.start, line.end),
                    assignee=ref.id,
                    role=lost.span,
                    change="removed",
                    by=tuple(b for b in by if b != ref.id),
                    confidence=_CONFIDENCE,
                    rules=("assign:expelled-line",),
                )
            )
    return found


def is_near(clause: Clause, lost: Role | None) -> bool:
    """Whether a clause stands shortly after the one in which people who were not named lost something."""
    if lost is None:
        return False
    after = clause.sentence.index - lost.sentence.index
    return 0 < after <= _NEAR or (after == 0 and lost.end <= clause.start)
