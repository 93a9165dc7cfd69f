"""Terms that are set: जवाब देने के लिए चार सप्ताह का समय दिया, तीन दिन में रिपोर्ट मांगी."""

from __future__ import annotations

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase, marked, phrase_start
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.frames import Hit
from nirdesh.extract.directives.lexis import is_purposive, purposive_ends_at, sequences, word_class
from nirdesh.extract.directives.members import Content, members
from nirdesh.extract.directives.roles import as_addressees, phrase_class
from nirdesh.extract.directives.target import number
from nirdesh.mentions import Addressee

GRANTED = "grant-time"  # frame in which a term is what is given


def timed(clause: Clause, first: int, last: int, entities: Entities) -> bool:
    """Whether a date or a length of time (तीन दिन, दो सप्ताह) stands between two words."""
    words = clause.sentence.words
    if first >= last:
        return False
    if entities.dates_in(clause.sentence.span(first, last)):
        return True
    return any(
        words[j].is_noun(word_class("time_units")) and number(words[j - 1].text) is not None
        for j in range(first + 1, last)
    )


def granted(clause: Clause, hit: Hit, floor: int, entities: Entities) -> list[Content]:
    """What somebody is given time to do (दुकानदारों को किराया जमा करने के लिए 15 मई तक का समय दिया)."""
    words = clause.sentence.words
    for group in clause.groups:
        ends = group.end
        if group.mood != "inf" or group.start < floor or ends >= hit.noun:
            continue
        if words[ends].key in closed("genitives") and _pleads(clause, group.start, floor):
            return members(clause, hit, floor, ends, _for_whom(clause, floor, group, entities), entities)
        if ends + 1 >= hit.noun:
            continue
        bare = words[ends].key in word_class("benefactive") | word_class("bare_purposive")
        if not bare and not purposive_ends_at(words, ends + 1):
            continue
        after = ends + 1 if is_purposive(words[ends]) else ends + 2
        if not timed(clause, after, hit.noun, entities):
            continue
        told = next(
            (
                as_addressees(phrase, entities)
                for phrase in marked(clause, after, hit.noun, entities, word_class("dative"))
                if phrase_class(phrase, entities)
            ),
            (),
        ) or _for_whom(clause, floor, group, entities)
        return members(clause, hit, floor, ends, told, entities)
    for j in range(floor + 1, hit.noun):
        ends = j - 1 if purposive_ends_at(words, j) else j
        if is_purposive(words[j]) and words[ends - 1].is_noun(word_class("own_answers")):
            timely = timed(clause, j + 1, hit.noun, entities)
            return members(clause, hit, floor, ends, (), entities) if timely else []  # जवाब के लिए दो सप्ताह
    return []


def _pleads(clause: Clause, end: int, floor: int) -> bool:
    """जवाब (देने), हलफनामा (दाखिल करने): what a court waits for stands right before ``end``."""
    before = clause.sentence.words[max(end - 2, floor) : end]
    return any(w.is_noun(word_class("own_answers") | word_class("court_papers")) for w in before)


def _for_whom(clause: Clause, floor: int, group: VerbGroup, entities: Entities) -> tuple[Addressee, ...]:
    """निगम की ओर से जवाब देने के लिए समय दिया: on whose behalf the act is to be done."""
    words = clause.sentence.words
    for sequence in sequences("on_behalf"):
        for j in range(floor + 1, group.start - len(sequence) + 1):
            if [w.key for w in words[j : j + len(sequence)]] == list(sequence):
                start = phrase_start(clause, j, floor, entities)
                phrase = Phrase(clause.sentence, start, j, j, "")
                return as_addressees(phrase, entities) if phrase_class(phrase, entities) else ()
    return ()
