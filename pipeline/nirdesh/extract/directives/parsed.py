"""Whom a frame tells where no list knows the noun: what the parser takes for the one told."""

from __future__ import annotations

from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.phrases import Phrase, head_word, phrase_start
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.frames import Hit
from nirdesh.extract.directives.lexis import affixes, word_class
from nirdesh.extract.directives.roles import as_addressees, phrase_class
from nirdesh.mentions import Addressee

_TOLD = "k4"  # Paninian label of the one told or given something
_LISTED = "ccof"  # of a member, which hangs on the conjunction
_NOUNS = ("NOUN", "PROPN", "ADJ", "")


def told_class(phrase: Phrase, hit: Hit, entities: Entities) -> str | None:
    """Class of a phrase whom a frame may tell; by the parse where no list knows its noun.

    Whom the frame's own verb tells acts as an office does (चूड़ीहारों को … के निर्देश दिए); whom an infinitive
    under it has beside it is one of the public, who may only get something (चूड़ीहारों को दस्ताने देने के निर्देश).
    """
    return phrase_class(phrase, entities) or parsed_class(phrase, hit, entities)


def parsed_class(phrase: Phrase, hit: Hit, entities: Entities) -> str | None:
    """``office`` or ``public`` for a noun that the parser takes for the one told, else None."""
    words = phrase.sentence.words
    noun = words[head_word(phrase)]
    if noun.pos not in _NOUNS or entities.in_date(noun) or _placed(noun, entities):
        return None
    joint = next((w for w in words[phrase.start : phrase.end] if w.token == noun.head), None)
    linked = joint if noun.dep == _LISTED and joint is not None else noun
    if linked.dep != _TOLD:
        return None
    many = noun.key.endswith(affixes("oblique_plural_endings"))
    alone = phrase.end - phrase.start == 1 or any(
        actor_class(w) == "office" for w in words[phrase.start : phrase.end]
    )
    frame = {words[hit.noun].token, *(w.token for w in words[hit.group.start : hit.group.end])}
    if linked.head in frame and (many or alone):
        return "office"
    return "public" if many else None


def called_upon(clause: Clause, hit: Hit, floor: int, entities: Entities) -> tuple[Addressee, ...]:
    """कार्यकर्ताओं का आह्वान किया कि …: the genitive is whom the call is made to."""
    words = clause.sentence.words
    j = hit.noun - 1
    if hit.frame.cls != "request" or j <= floor or words[j - 1].verbs:
        return ()
    if words[j].key not in word_class("direct_genitive"):
        return ()
    phrase = Phrase(clause.sentence, phrase_start(clause, j, floor, entities), j, j, words[j].key)
    many = words[j - 1].pos == "NOUN" and words[j - 1].key.endswith(affixes("oblique_plural_endings"))
    return as_addressees(phrase, entities) if many or phrase_class(phrase, entities) else ()


def _placed(noun: Word, entities: Entities) -> bool:
    """Whether a noun is a place."""
    return any(place.start <= noun.start < place.end for place, _ in entities.regions)
