"""Members of a noun phrase that lists several who may act."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.lexis import affixes, word_class


def members_of(phrase: Phrase, entities: Entities) -> list[tuple[int, int]]:
    """Coordinated members; a conjunction splits only between members that can both act."""
    words = phrase.sentence.words
    placed = phrase.end - phrase.start > 1 and any(p.end == phrase.span.end for p, _ in entities.regions)
    last = actor_class(words[phrase.end - 1]) or (placed and actor_class(words[phrase.end - 2]))
    cuts = []
    for j in range(phrase.start + 1, phrase.end - 1):
        joins = words[j].key in closed("list_conjunctions") or words[j].text == ","
        inside = (last == "body" and _opens_name(words, j)) or (not phrase.case and oblique(words[j - 1]))
        known = actor_class(words[j - 1]) and last
        mixed = not last and _several_bodies(phrase, j)
        if joins and not inside and (known or mixed or _alike(phrase, j)):
            cuts.append(j)
    if len(cuts) == 1 and words[cuts[0]].text == "," and cuts[0] - phrase.start == 1 and last == "body":
        cuts = []  # सचिव, आपदा प्रबंधन को
    edges = [phrase.start, *cuts, phrase.end]
    members = []
    for position, (left, right) in enumerate(itertools.pairwise(edges)):
        first = left + 1 if position else left
        if first < right:
            members.append((first, _closed_bracket(words, first, right)))
    return members


def _alike(phrase: Phrase, joint: int) -> bool:
    """चूड़ीहारों और पानी विक्रेताओं को: two oblique plurals, of which no genitive makes one phrase."""
    words = phrase.sentence.words
    told = phrase.case in word_class("dative") | word_class("ablative")
    rest = words[joint + 1 : phrase.end]
    owned = any(w.key in closed("genitives") or w.punct for w in rest)
    return told and not owned and oblique(words[joint - 1]) and oblique(words[phrase.end - 1])


def _several_bodies(phrase: Phrase, joint: int) -> bool:
    """केंद्र सरकार और राज्यों को: a body that acts and, after it, one oblique plural that no list knows."""
    words = phrase.sentence.words
    return actor_class(words[joint - 1]) == "body" and joint + 2 == phrase.end and oblique(words[joint + 1])


def _opens_name(words: Sequence[Word], joint: int) -> bool:
    """महिला एवं बाल विकास विभाग: a bare noun for one of the public opens the name of a body."""
    before = words[joint - 1]
    bare = actor_class(before) == "public" and not oblique(before)
    return bare and words[joint].key in closed("list_conjunctions")


def oblique(word: Word) -> bool:
    """विभागों: no member of a subject, but of what stands before its genitive (विभागों और निगमों के कर्मी)."""
    return word.key.endswith(affixes("oblique_plural_endings"))


def _closed_bracket(words: Sequence[Word], first: int, last: int) -> int:
    """मुख्य विकास अधिकारी (सीडीओ): the end of a member with the bracket that closes right after it."""
    opened = sum(w.text == "(" for w in words[first:last]) - sum(w.text == ")" for w in words[first:last])
    return last + 1 if opened > 0 and last < len(words) and words[last].text == ")" else last
