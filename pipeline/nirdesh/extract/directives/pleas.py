"""What parties and their counsel ask of a court, which binds nobody: याचिका में … की मांग की गई है."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import marked
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence
from nirdesh.extract.directives.frames import Hit
from nirdesh.extract.directives.lexis import sequence_at, word_class
from nirdesh.extract.directives.roles import clause_start, phrase_class

_ASKING = ("request", "demand", "refuse")


def is_plea(clause: Clause, hit: Hit, entities: Entities, *, pleaded: bool) -> bool:
    """Whether a frame tells what somebody pleads for, in a petition or before a court.

    Args:
        pleaded: Whether the report tells of pleadings in a case.
    """
    words = clause.sentence.words
    first = clause_start(clause)
    own = words[first : min(clause.end, max(hit.group.end, hit.noun + 1))]
    speaking = [
        w
        for phrase in marked(clause, first, clause.end, entities, word_class("ergative"))
        for w in words[phrase.start : phrase.end]
    ]
    if hit.group.forms[0].form == "inf":  # कंपनी के वकील का कहना है
        speaking += words[first : hit.group.start]
    behalf = [words[j] for j in range(first, hit.noun) if sequence_at(words, j + 1, hit.noun, "on_behalf")]
    if hit.frame.cls == "say" and any(w.is_noun(word_class("litigants")) for w in (*speaking, *behalf)):
        return True
    by_counsel = any(w.is_noun(word_class("pleaders")) for w in speaking)
    if hit.frame.cls == "say":
        if any(w.is_noun(word_class("prosecutors")) for w in speaking):
            return True
        return by_counsel and (pleaded or _to_court(clause, hit, entities) or _argues(clause))
    if hit.frame.cls not in _ASKING:
        return False
    if any(w.is_noun(word_class("prosecutors")) for w in speaking):
        return True
    if _to_heaven(clause, hit, entities):
        return True
    petition = any(
        w.is_noun(word_class("court_petitions")) and after.key in word_class("inessive")
        for w, after in pairwise(own)
    )
    court = any(w.is_noun(closed("benches") | closed("named_courts")) for w in words)
    relative = words[first].key in word_class("document_pronouns") and any(
        w.is_noun(word_class("court_petitions")) for w in words[:first]
    )
    return petition or relative or (by_counsel and court) or _to_court(clause, hit, entities)


def _to_heaven(clause: Clause, hit: Hit, entities: Entities) -> bool:
    """प्रभु से प्रार्थना की कि …, प्रार्थना की गई: a prayer, unless people are asked."""
    words = clause.sentence.words
    if not words[hit.noun].is_noun(word_class("prayers")):
        return False
    for phrase in marked(clause, clause_start(clause), hit.noun, entities, word_class("ablative")):
        own = words[phrase.start : phrase.end]
        if not any(w.is_noun(word_class("deities")) for w in own) and phrase_class(phrase, entities):
            return False
    return True


def tells_of_pleading(read: Iterable[Sentence]) -> bool:
    """Whether a report tells of a case in court: याचिका, बहस, सुनवाई, and a court."""
    words = [w for sentence in read for w in sentence.words]
    courts = closed("benches") | closed("named_courts")
    heard = word_class("court_petitions") | word_class("arguments")
    return any(w.is_noun(courts) for w in words) and any(w.is_noun(heard) for w in words)


def _argues(clause: Clause) -> bool:
    """दलील दी कि …, तर्क दिया कि …"""
    words = clause.sentence.words[clause_start(clause) : clause.end]
    return any(w.is_noun(word_class("arguments")) for w in words)


def _to_court(clause: Clause, hit: Hit, entities: Entities) -> bool:
    """कोर्ट को बताया कि …, अदालत से … का अनुरोध किया: whether a court is told or asked."""
    words = clause.sentence.words
    cases = word_class("dative") | word_class("ablative")
    courts = closed("benches") | closed("named_courts")
    last = max(hit.group.start, hit.noun)
    return any(
        words[phrase.end - 1].is_noun(courts)
        for phrase in marked(clause, clause_start(clause), last, entities, cases)
    )
