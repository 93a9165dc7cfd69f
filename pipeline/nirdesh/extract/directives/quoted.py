"""What is only printed somewhere (बिल के पीछे छपा है कि …) or went round as a hoax (मैसेज आया - '…')."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence
from nirdesh.extract.directives.lexis import sequence_at, word_class

_QUOTES = ("'", '"', "‘", "’", "“", "”")
_CLOSED = 4  # sentences in which a quotation that a message opens ends


def printed(clause: Clause) -> bool:
    """बिल पर छपा है, फार्म में लिखा आता है, दीवार पर लिखा है: read there, laid down by nobody who speaks now."""
    group = clause.group
    if group is None or not group.finite or group.mood not in ("perf", "pres", "past"):
        return False
    words = clause.sentence.words
    if any(w.key in word_class("ergative") for w in words[clause.body : group.start]):
        return False
    if not group.passive and group.stem in word_class("printing_verbs"):
        return True
    if group.stem not in word_class("written_verbs"):
        return False
    if group.passive or any(f.form == "impf" for f in group.forms):
        return not group.passive
    return _surface(clause)


def _surface(clause: Clause) -> bool:
    """दफ्तर के बोर्ड पर | साफ लिखा है: what the verb stands on is a wall, a board or a slip."""
    group = clause.group
    words = clause.sentence.words
    for j in range((group.start if group is not None else clause.end) - 1, clause.body, -1):
        if words[j].key in word_class("printed_at"):
            before = words[j - 2] if words[j - 1].key in word_class("oblique_genitive") else words[j - 1]
            if before.is_noun(word_class("letters_of_writing")):
                continue
            return before.is_noun(word_class("surfaces"))
    return False


def hoaxed(read: Sequence[Sentence]) -> frozenset[int]:
    """Indices of the sentences of a message that the report calls a hoax (मैसेज आया - '…'; शरारत निकली)."""
    if not any(_unmasks(s) for s in read):
        return frozenset()
    found: set[int] = set()
    for number, sentence in enumerate(read):
        if not _goes_round(sentence):
            continue
        found.add(sentence.index)
        if _quotes(sentence) % 2:
            for later in read[number + 1 : number + 1 + _CLOSED]:
                found.add(later.index)
                if _quotes(later) % 2:
                    break
    return frozenset(found)


def _quotes(sentence: Sentence) -> int:
    return sum(w.text in _QUOTES for w in sentence.words)


def _unmasks(sentence: Sentence) -> bool:
    """अप्रैल फूल, शरारत; ऐसा कोई आदेश नहीं दिया."""
    words = sentence.words
    if any(w.key in word_class("hoaxes") for w in words):
        return True
    return any(sequence_at(words, j, len(words), "hoax_signs") for j in range(len(words)))


def _goes_round(sentence: Sentence) -> bool:
    """ग्रुप में मैसेज आया, पोस्ट वायरल हुई, एक संदेश में."""
    return any(
        (word.is_noun(word_class("messages")) and after.key in word_class("going_round"))
        or (word.is_noun(word_class("notes")) and after.key in word_class("inessive"))
        for word, after in pairwise(sentence.words)
    )
