"""Where a fair is held that a directive names again (सोनपुर में लगने वाले मेले की तैयारी …; मेले में …)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from spacy.tokens import Doc

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.words import Word, sentences
from nirdesh.extract.directives.lexis import affixes, sequence_at, word_class

_PARTICIPLE = 8  # words from the place to होने वाले
_NOUN = 4  # words from there to the fair


def fair_place(doc: Doc, words: Sequence[Word], entities: Entities) -> str | None:
    """Id of the one place of the fair that ``words`` say something is done at, or None."""
    named = {
        noun
        for j, word in enumerate(words)
        if _at(words, j) and not (j and words[j - 1].key in word_class("other_homes"))
        for noun in word.nouns & word_class("fairs")
    }
    if not named:
        return None
    start = words[0].start
    held: set[str] = set()
    for place, region in entities.regions:
        if place.end > start:
            continue
        sentence = next((s for s in sentences(doc) if s.start <= place.start < s.end), None)
        after = [w for w in sentence.words if w.start >= place.end] if sentence is not None else []
        if named & _held(after):
            held.add(region)
    return held.pop() if len(held) == 1 else None


def _at(words: Sequence[Word], j: int) -> bool:
    """मेले में, मेले के दौरान."""
    if j + 1 >= len(words):
        return False
    return words[j + 1].key in word_class("inessive") or sequence_at(words, j + 1, len(words), "during") > 0


def _held(after: Sequence[Word]) -> frozenset[str]:
    """Nouns of the fair that is to be held at the place before ``after`` (में 5 से 9 मई तक लगने वाले मेले)."""
    if not after or after[0].key not in word_class("held_at"):
        return frozenset()
    for k, (verb, word) in enumerate(itertools.pairwise(after[:_PARTICIPLE])):
        if verb.verbs and word.key.startswith(affixes("agentive_stems")):
            nouns = (w.nouns & word_class("fairs") for w in after[k + 2 : k + 2 + _NOUN])
            return next((found for found in nouns if found), frozenset())
    return frozenset()
