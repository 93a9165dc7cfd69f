"""Bodies at the end of a noun phrase: several that are listed, and people who only stand in its modifiers."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.clauses.entities import Ref
from nirdesh.extract.clauses.lexis import closed, fold
from nirdesh.extract.clauses.words import Word

_TAIL = 3  # code points after the last mention: a bracket or a quotation mark
_JOINTS = closed("list_conjunctions") - {fold("या"), fold("अथवा")}


def _at_end(words: Sequence[Word], refs: Sequence[Ref]) -> list[Ref]:
    return [r for r in refs if r.span.end >= words[-1].end - _TAIL]


def last_bodies(words: Sequence[Word], refs: Sequence[Ref]) -> list[Ref]:
    """The mentions at the end of a phrase, and bodies listed right before (वन विभाग और लोक निर्माण विभाग ने).

    Args:
        words: The words of the phrase.
        refs: What the phrase may be about, in order.
    """
    last = _at_end(words, refs)
    if not last or last[0].kind != "organisation":
        return last
    for ref in reversed(refs[: len(refs) - len(last)]):
        keys = [w.key for w in words if ref.span.end <= w.start < last[0].span.start]
        joint = len(keys) == 1 and (keys[0] in _JOINTS or (keys[0] == "," and len(last) > 1))
        if not joint or ref.kind != "organisation":
            break
        last.insert(0, ref)
    return last


def outside_modifiers(words: Sequence[Word], refs: Sequence[Ref]) -> list[Ref]:
    """The people of a phrase; not those in a modifier of a body at its end (रमा देवी मेले का प्रबंधक न्यास)."""
    people = [r for r in refs if r.kind == "person"]
    bodies = [r for r in _at_end(words, refs) if r.kind == "organisation"]
    if not people or not bodies:
        return people
    first = bodies[0].span.start
    return [
        person
        for person in people
        if not any(
            w.verbs or w.key in closed("genitives") for w in words if person.span.end <= w.start < first
        )
    ]
