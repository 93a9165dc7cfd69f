"""Orders, letters and notices that speak: what they are called, and whose they are."""

from __future__ import annotations

from functools import cache

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed, fold, table
from nirdesh.extract.clauses.phrases import Phrase, marked, phrase_start
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.ids import ids_of
from nirdesh.extract.directives.lexis import sequence_at, sequences, stands_at, word_class
from nirdesh.extract.directives.roles import clause_start, phrase_class

_SHORTEST = 3  # words of the shortest phrase that names an author: X के आदेश
_NEAR = 8  # words of a clause among which the document stands that speaks


@cache
def documents() -> frozenset[str]:
    """Nouns for what somebody issues: orders, letters, notices."""
    return _speaking() | word_class("order_nouns")


@cache
def _speaking() -> frozenset[str]:
    return frozenset(map(fold, table("frames/attribution.toml")["document"]["nouns"]))


def document_speaks(clause: Clause, first: int, limit: int) -> bool:
    """परिपत्र में … अनुरोध किया गया है: who sent it spoke before."""
    if clause.sentence.words[first].key in word_class("document_pronouns"):
        return True  # … दिशा-निर्देश जारी किए हैं। इसमें कहा गया है कि …
    return _speaks_at(clause, first, limit) is not None


def _speaks_at(clause: Clause, first: int, limit: int) -> int | None:
    words = clause.sentence.words
    for j in range(first, min(limit, first + _NEAR)):
        inside = any(w.key in word_class("inessive") for w in words[j + 1 : j + 2])
        if inside and words[j].is_noun(_speaking()):
            return j
    return None


def speaking_author(clause: Clause, first: int, limit: int, entities: Entities) -> tuple[str, ...]:
    """निदेशक के पत्र में कहा गया है कि …: whose the document is that speaks."""
    j = _speaks_at(clause, first, limit)
    return author(clause, first, j + 1, entities) if j is not None else ()


def author(clause: Clause, first: int, last: int, entities: Entities) -> tuple[str, ...]:
    """Whose order or letter it is: विभाग के आदेश के मुताबिक, सचिव की ओर से जारी नोटिस के अनुसार."""
    words = clause.sentence.words
    if last - first < _SHORTEST or not words[last - 1].is_noun(documents()):
        return ()
    j = last - 1
    issued = [g.start for g in clause.groups if g.end == j and g.mood == "part"]
    j = issued[0] if issued and issued[0] > first else j  # निकाले गए आदेश
    while j > first and (
        words[j - 1].key in word_class("issued") | word_class("received")
        or words[j - 1].key in word_class("hours")
        or entities.in_date(words[j - 1])
        or (words[j - 1].key in closed("date_markers") and entities.in_date(words[j - 2]))
    ):
        j -= 1
    own = ((key,) for key in word_class("passive_agent") | closed("genitives"))
    places = sequences("issued_from") if j < last - 1 else ()  # मुख्यालय से जारी आदेश
    for mark in (*sequences("on_behalf"), *own, *places):
        begin = j - len(mark)
        if begin > first and stands_at(words, begin, mark):
            phrase = Phrase(clause.sentence, phrase_start(clause, begin, first, entities), begin, begin, "")
            return ids_of(phrase, entities, speaks=True) if phrase_class(phrase, entities) else ()
    return ()


def _own(clause: Clause) -> tuple[Word, ...]:
    return clause.sentence.words[clause_start(clause) : clause.end]


def issues(clause: Clause) -> bool:
    """आदेश जारी कर, जारी पत्र में, चिट्ठी निकाल दी गई: whether a clause tells of a document that is issued."""
    words = clause.sentence.words[clause_start(clause) : clause.end]
    issued = any(w.key in word_class("issued") for w in words)
    issued = issued or any(g.stem in word_class("issuing_verbs") for g in clause.groups)
    return issued and any(w.is_noun(documents()) for w in words)


def announced_by(
    clause: Clause, known: tuple[str, ...], entities: Entities, *, only_told: bool = True
) -> tuple[str, ...]:
    """पुलिस ने एडवाइजरी जारी की है।: whose text follows a main clause that only tells of a document.

    Args:
        known: Who issued the last document, where it was a person.
        only_told: Whether it may neither be told by somebody else nor say what the document is for.
    """
    told = clause.group is not None and clause.group.mood == "perf"
    inside = clause.content and (only_told or not any(w.key in word_class("ergative") for w in _own(clause)))
    if inside or clause.kind != "main" or not told or not issues(clause):
        return ()
    if not word_class("genitive_pointers").isdisjoint(clause.word_keys()):
        return ()
    words = clause.sentence.words
    infinitives = [
        g.start
        for g in clause.groups
        if g.mood == "inf" and (only_told or not sequence_at(words, g.end, len(words), "for_doing"))
    ]
    for phrase in marked(clause, clause_start(clause), clause.end, entities, word_class("ergative")):
        if any(start > phrase.marker for start in infinitives):
            return ()
        person = phrase_class(phrase, entities) in ("person", "office")
        return known if person else ids_of(phrase, entities)
    return () if infinitives else known
