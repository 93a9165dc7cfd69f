"""Whose post somebody gets: A की जगह B को सचिव बनाया; सागर की कमान A से लेकर B को सौंपी. A loses it."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from dataclasses import replace

from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.lists_of_words import has_word, words
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import Role, is_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence
from nirdesh.mentions import Assignment, Span

_TAKEN = 4  # words from A से to लेकर


def replaced(read: Sequence[Sentence], entities: Entities, found: Sequence[Assignment]) -> list[Assignment]:
    """Removals of those in whose place others are named.

    Who gets another post in the report is moved and not removed, and a duty may be shared; but one from
    whom it is said to be taken loses it.
    """
    given = {a.assignee for a in found}
    made: list[Assignment] = []
    for sentence in read:
        here = [a for a in found if Span(sentence.start, sentence.end).contains(a.evidence)]
        gains = {a.assignee: a for a in here if a.change != "removed"}
        if not gains:
            continue
        people = _people(sentence, entities)
        for (person, _, end), (heir, start, _) in itertools.pairwise(people):
            gain = gains.get(heir)
            if gain is None or person == heir or any(a.assignee == person for a in made):
                continue
            taken = _taken_from(sentence, end, start)
            post = not _is_duty(read, gain) and person not in given
            if taken or (post and (_in_place_of(sentence, end) or _put_out(sentence, end, start))):
                made.append(
                    replace(
                        gain, assignee=person, change="removed", from_role=None, rules=("assign:replaced",)
                    )
                )
    gone = given | {each.assignee for each in made}
    return [*made, *_followed(read, entities, found, gone)]


def _followed(
    read: Sequence[Sentence], entities: Entities, found: Sequence[Assignment], known: Collection[str]
) -> list[Assignment]:
    """B को सचिव बनाया है. वे A की जगह लेंगे: A loses the post that B was just given.

    Args:
        known: Who is given, moved or removed already.
    """
    made: list[Assignment] = []
    for before, sentence in itertools.pairwise(read):
        gains = [a for a in found if before.start <= a.evidence.start < before.end and a.change != "removed"]
        gain = gains[-1] if gains else None
        run = sentence.words
        if gain is None or _is_duty(read, gain) or run[0].key not in closed("nominative_pronouns"):
            continue
        for person, _, end in _people(sentence, entities)[:1]:
            place = _past_name(sentence, end) + 2
            follows = _in_place_of(sentence, end) and place < len(run)
            takes = follows and any(f.stem in words("taking_place") for f in run[place].verbs)
            if takes and person not in known:
                rules = ("assign:replaced",)
                made.append(replace(gain, assignee=person, change="removed", from_role=None, rules=rules))
    return made


def places_replaced(clause: Clause, role: Role, entities: Entities) -> tuple[str, ...]:
    """सागर के थाना प्रभारी A की जगह B को थाना प्रभारी बनाया: the place of the post, told at A."""
    sentence = clause.sentence
    run = sentence.words
    last = role.start if role.sentence is sentence else clause.end
    for j in range(clause.body + 1, last - 1):
        if run[j].key not in closed("genitives") or run[j + 1].key not in words("place_of"):
            continue
        named = [place for _, *place in _people(sentence, entities) if place[1] <= j]
        if not named or _past_name(sentence, named[-1][1]) != j:
            continue
        held = any(is_role(word) for word in run[clause.body : named[-1][0]])
        return places_in(sentence, clause.body, named[-1][0], entities) if held else ()
    return ()


def _is_duty(read: Sequence[Sentence], gain: Assignment) -> bool:
    """Whether what somebody gets is a duty (काम, कमान), which others may go on with."""
    ends = (word for line in read for word in line.words if word.end == gain.role.end)
    return any(word.is_noun(words("duty")) for word in ends)


def _people(sentence: Sentence, entities: Entities) -> list[tuple[str, int, int]]:
    """People named in a sentence, with the words of each name."""
    refs = entities.inside(sentence.span(0, len(sentence.words)))
    named = [r for r in refs if r.kind == "person" and r.mention in ("name", "short")]
    return [(r.id, *place) for r in named if (place := word_range(sentence, r)) is not None]


def _past_name(sentence: Sentence, end: int) -> int:
    run = sentence.words
    while end < len(run) and (run[end].key in closed("after_names") or run[end].text in words("quotes")):
        end += 1
    return end


def _in_place_of(sentence: Sentence, end: int) -> bool:
    """A की जगह, A के स्थान पर."""
    run = sentence.words
    j = _past_name(sentence, end)
    return j + 1 < len(run) and run[j].key in closed("genitives") and run[j + 1].key in words("place_of")


def _put_out(sentence: Sentence, end: int, start: int) -> bool:
    """A को हटाकर, before the name of who gets the post."""
    run = sentence.words
    j = _past_name(sentence, end)
    if j + 1 >= start or run[j].key not in words("dative"):
        return False
    return any(form.form == "kar" and form.stem in words("ousting") for form in run[j + 1].verbs)


def _taken_from(sentence: Sentence, end: int, start: int) -> bool:
    """A से लेकर, A से काम वापस लेकर, before the name of who gets it."""
    run = sentence.words
    j = _past_name(sentence, end)
    if j >= start or run[j].key not in words("ablative"):
        return False
    return any(
        form.form == "kar" and form.stem in words("taking")
        for word in run[j + 1 : min(start, j + 2 + _TAKEN)]
        for form in word.verbs
    ) and not has_word("dative", run[j:start])
