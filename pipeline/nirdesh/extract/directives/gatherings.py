"""Whose meeting a report tells of: what is decided there without an agent is that body's decision."""

from __future__ import annotations

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase, phrase_start
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.frames import Hit
from nirdesh.extract.directives.ids import ids_of
from nirdesh.extract.directives.lexis import word_class
from nirdesh.extract.directives.roles import clause_start, phrase_class
from nirdesh.extract.directives.voices import Speaker, Voice

GATHERED = "issuer:gathering"
_BETWEEN = 6  # words between the genitive and the meeting (समिति की आज यहां हुई मासिक बैठक)


def note_gathering(clause: Clause, speaker: Speaker, entities: Entities) -> None:
    """Remember the body whose meeting a clause tells of; that of anybody else ends it."""
    if clause.group is not None and clause.group.mood == "fut":
        return
    words = clause.sentence.words
    first = clause_start(clause)
    for j in range(first, clause.end):
        gathers = words[j].key in word_class("gatherings") | word_class("assemblies")
        if gathers and not _owns(clause, j):
            held = _assembly(clause, j, entities) or _held_by(clause, j, first, entities)
            speaker.gathering = speaker.gathering if held is None else held


def _assembly(clause: Clause, j: int, entities: Entities) -> tuple[str, ...]:
    """ग्रामसभा रखी गई, ग्राम सभा हुई: the word is a body and its meeting at once."""
    words = clause.sentence.words
    opened = j > clause.start and words[j - 1].key in word_class("assembly_openers")
    if not opened and words[j].key not in word_class("assemblies"):
        return ()
    first = j - opened
    return (entities.office(clause.sentence.text(first, j + 1), clause.sentence.span(first, j + 1)),)


def decided(clause: Clause, hit: Hit, spoken: Voice, speaker: Speaker) -> Voice:
    """बैठक में तय हुआ कि …, ऐलान किया गया कि …: the body whose meeting it was, where nobody is named."""
    bare = spoken.rule == "issuer:passive" and not spoken.ids
    resolves = hit.frame.cls == "plan" or clause.sentence.words[hit.noun].is_noun(word_class("resolutions"))
    if not bare or not resolves or not speaker.gathering:
        return spoken
    return Voice(speaker.gathering, spoken.end, GATHERED)


def _owns(clause: Clause, j: int) -> bool:
    """किसान सभा की बैठक: the word is the end of a body's name."""
    words = clause.sentence.words
    after = words[j + 1 : min(j + 2 + _BETWEEN, clause.end)]
    owned = bool(after) and after[0].key in closed("genitives")
    return owned and any(w.key in word_class("gatherings") for w in after[1:])


def _held_by(clause: Clause, noun: int, first: int, entities: Entities) -> tuple[str, ...] | None:
    """Ids of the body whose meeting stands at ``noun``; none if it is somebody else's, None if nobody's."""
    words = clause.sentence.words
    near = range(noun - 1, max(first, noun - _BETWEEN) - 1, -1)
    mark = next((j for j in near if words[j].key in closed("genitives")), noun)
    if mark == noun:
        one = Phrase(clause.sentence, phrase_start(clause, noun, first, entities), noun, noun, "")
        alone = noun > first and phrase_class(one, entities) == "body"
        return ids_of(one, entities, speaks=True) if alone else None
    if any(w.key in word_class("reviews") for w in words[mark:noun]):
        return ()
    if any(w.key in word_class("ergative") for w in words[first:mark]):
        return ()  # कलेक्टर ने समिति की बैठक ली
    if words[mark - 1].key in word_class("gatherings") and mark - 1 > first:
        inner = _held_by(clause, mark - 1, first, entities)  # परिषद की साधारण सभा की बैठक
        if inner:
            return inner
    owner = Phrase(clause.sentence, phrase_start(clause, mark, first, entities), mark, mark, "")
    if owner.start >= mark:
        return None
    found = phrase_class(owner, entities)
    community = words[mark - 1].key in word_class("communities")
    if community:
        return (entities.office(owner.text, owner.span),)
    return ids_of(owner, entities, speaks=True) if found == "body" else ()
