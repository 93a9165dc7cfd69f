"""Who is to act where no list knows the noun: the subject of a transitive verb, as the parser sees it."""

from __future__ import annotations

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase, phrase_start
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.compounds import titles_stranger
from nirdesh.extract.directives.lexis import affixes, word_class
from nirdesh.extract.directives.roles import as_addressees
from nirdesh.mentions import Addressee

_SUBJECT = "k1"  # Paninian label of the one who acts
_OBJECT = "k2"
_HOST = "pof"
_OF_ACT = "r6-k2"  # of what a noun with a light verb acts on (शर्तों का पालन करें)
_NOUNS = ("NOUN", "PROPN")
_WISHED = ("hort", "fut")


def parsed_subject(clause: Clause, first: int, entities: Entities) -> tuple[Addressee, ...]:
    """सर्राफ दुकानों में अलार्म लगवाएं: a noun without a case marker that opens a clause with an object."""
    group = clause.group
    if group is None or group.passive or group.mood not in _WISHED:
        return ()
    words = clause.sentence.words
    if group.stem in closed("intransitive") | word_class("stative_verbs"):
        return ()
    if not words[group.end - 1].key.endswith(affixes("plural_verb_endings")):
        return ()
    verb = {w.token for w in words[group.start : group.end]}
    found = [j for j in range(first, group.start - 1) if words[j].dep == _SUBJECT and words[j].head in verb]
    if len(found) != 1 or not _can_act(words[found[0]], words[found[0] + 1], entities):
        return ()
    if titles_stranger(words, found[0]):
        return ()
    if group.mood == "fut" and words[found[0]].key.endswith(affixes("plural_of_things_endings")):
        return ()  # मशीनें काम आसान बनाएंगी
    after = found[0] + 1
    start = phrase_start(clause, after, first, entities)
    between = words[after : group.start]
    if start != first or any(w.key in word_class("dative") for w in between):
        return ()
    light = group.stem in word_class("light_verbs_of_acts")
    if not any(_acted_on(w, verb, light=light) for w in between):
        return ()
    return as_addressees(Phrase(clause.sentence, start, after, after, ""), entities, named=False)


def _can_act(word: Word, following: Word, entities: Entities) -> bool:
    """Whether a word is a noun without a case marker, no place and no time."""
    marks = closed("case_markers") | closed("after_genitive") | closed("negation")
    if word.pos not in _NOUNS or following.punct or following.key in marks:
        return False
    if word.key.endswith(affixes("oblique_plural_endings") + affixes("direct_singular_endings")):
        return False
    return not entities.in_date(word) and not any(p.start <= word.start < p.end for p, _ in entities.regions)


def _acted_on(word: Word, verb: set[int], *, light: bool) -> bool:
    """Whether a word is an object of the verb: not the noun of a light verb, but what that acts on."""
    if word.dep == _OF_ACT:
        return True
    return (
        word.pos in _NOUNS
        and word.head in verb
        and (word.dep == _OBJECT or (word.dep == _HOST and not light))
    )
