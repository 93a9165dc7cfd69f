"""What the trained tagger of names sees of a text: vectors, classes and numbers of its words.

It sees what the rules found, so that it goes on where they stop: in lists whose layout no rule knows.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Protocol, get_args

import numpy as np
import numpy.typing as npt
from spacy import attrs
from spacy.tokens import Doc

from nirdesh.extract.clauses.words import text_of
from nirdesh.extract.lexis import (
    closed,
    common,
    composed,
    first_like,
    name_share,
    place_ending,
    place_like,
    surname_like,
    unknown,
)
from nirdesh.extract.people.names import Names
from nirdesh.extract.people.runs import Marks
from nirdesh.extract.people.segment import initials, name_odds
from nirdesh.extract.sequence import Floats
from nirdesh.extract.words import Gap
from nirdesh.lexicon.gazetteer import gazetteer, villages
from nirdesh.lexicon.names import NO_COUNTS, honorifics, name_counts, second_parts, surnames
from nirdesh.lexicon.posts import post_grammar, post_words

VERSION: Final = 1  # of the inputs; a model that was made for others can't be read
LABELS: Final = ("", "post", "organisation", "region")
NER: Final = ("", "PERSON", "POST", "TIMEX", "LOCATION", "ORGANIZATION")
RULES: Final = ("post", "role", "honorific", "run", "lists", "single", "slot", "list")
GAPS: Final[tuple[Gap, ...]] = get_args(Gap)
POS: Final = (
    *("", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN"),
    *("PUNCT", "SCONJ", "SYM", "VERB", "X"),
)
CLOSED: Final = (
    *("postpositions", "conjunctions", "verbs", "ends", "demonstrative", "dative", "agent", "genitive"),
    *("copula", "human_verbs", "bearers", "abbreviations", "kin_links", "area_words", "item_ends"),
)
# Classes: gap before, gap after, label, entity of the analyser, rule of a name, title, part of speech.
VALUES: Final = (len(GAPS) + 1, len(GAPS), len(LABELS), 2 * len(NER), 2 * len(RULES) + 1, 3, len(POS))
_COLUMNS: Final = (attrs.ENT_TYPE, attrs.ENT_IOB, attrs.POS, attrs.LENGTH, attrs.SPACY)
_BEGINS: Final = 3  # spaCy's number of B
_AROUND: Final = ("\t", "  ", "|", ":")
NUMBERS: Final = 3 + 6 + 18 + len(CLOSED) + 5 + 2 * len(_AROUND) + 2


class Vectors(Protocol):
    """Word vectors of an analyser."""

    def of(self, words: Sequence[str]) -> Floats:
        """Vectors of words, ``(n, width)``."""
        ...


@dataclass(frozen=True, slots=True)
class Inputs:
    """One text as the network reads it; ``n`` words.

    Attributes:
        vectors: ``(n, width)``.
        classes: ``(n, len(VALUES))``.
        numbers: ``(n, NUMBERS)``.
    """

    vectors: Floats
    classes: npt.NDArray[np.int64]
    numbers: Floats


@lru_cache(maxsize=16384)
def _lexical(key: str, text: str) -> tuple[float, ...]:
    """What the lists say of a word by itself."""
    counts = name_counts().get(key, NO_COUNTS)
    flags = (
        *(unknown(key), key in surnames(), key in second_parts(), key in honorifics().before),
        *(key in honorifics().after, key in honorifics().doubtful, key in post_words()),
        *(key in post_grammar().given, common(key), place_like(key), place_ending(key), composed(key)),
        *(initials(text), key in villages(), key in gazetteer().by_key, name_share(key)),
        *(first_like(key), surname_like(key)),
    )
    return (
        *((odds + 12) / 6 for odds in name_odds(key)),
        *(math.log1p(count) / 6 for count in counts),
        *map(float, flags),
        *(float(key in closed(name)) for name in CLOSED),
    )


@lru_cache(maxsize=16384)
def _built(text: str) -> tuple[float, float]:
    """Whether a digit stands in a word, and how long it is."""
    return float(any(char.isdigit() for char in text)), len(text) / 10


@lru_cache(maxsize=1024)
def _around(before: str, after: str) -> tuple[float, ...]:
    """Marks between a word and its neighbours."""
    flags = (mark in gap for mark in _AROUND for gap in (before, after))
    return (*map(float, flags), float("(" in before), float("'" in before or '"' in before))


def _numbers(marks: Marks, index: int, before: str, after: str) -> tuple[float, ...]:
    word = marks.words[index]
    first = index == 0 or marks.words[index - 1].gap == "line"
    return (
        *_lexical(word.key, word.text),
        *(word.dotted, *_built(word.text), first),
        *_around(before, after),
        marks.seen[index],
    )


def inputs_of(names: Names, doc: Doc, vectors: Vectors) -> Inputs:
    """A text as the network reads it, with the names that the rules found in it."""
    marks, words = names.marks, names.words
    rule = [0] * len(words)
    for hit in names.hits:
        number = 1 + 2 * RULES.index(hit.rule)
        rule[hit.first : hit.last] = [number, *[number + 1] * (hit.last - hit.first - 1)]
    title = [0] * len(words)
    for post in names.posts:
        title[post.first : post.last] = [1 if post.role else 2] * (post.last - post.first)
    tokens = _tokens(doc)
    seen = [tokens.get(word.start, (0, 0)) for word in words]
    text = text_of(doc)
    edges = [0, *(edge for word in words for edge in (word.start, word.end)), len(text)]
    gaps = [text[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2)]
    classes = [
        (
            GAPS.index(words[i - 1].gap) + 1 if i else 0,
            GAPS.index(word.gap),
            LABELS.index(marks.label[i]),
            *(entity, rule[i], title[i], part),
        )
        for i, (word, (entity, part)) in enumerate(zip(words, seen, strict=True))
    ]
    return Inputs(
        vectors.of([word.text for word in words]).astype(np.float32),
        np.array(classes, dtype=np.int64).reshape(-1, len(VALUES)),
        np.array(
            [_numbers(marks, i, gaps[i], gaps[i + 1]) for i in range(len(words))], dtype=np.float32
        ).reshape(-1, NUMBERS),
    )


def _tokens(doc: Doc) -> dict[int, tuple[int, int]]:
    """Entity and part of speech of the token that begins at each offset, as the network numbers them."""
    strings = doc.vocab.strings
    labels = {strings[name]: i for i, name in enumerate(NER) if name in strings}
    parts = {strings[name]: i for i, name in enumerate(POS)}
    found = {}
    start = 0
    for label, iob, part, length, space in doc.to_array([*_COLUMNS]).tolist():
        number = labels.get(label, 0)
        found[start] = (number * 2 + (iob == _BEGINS) if number else 0, parts.get(part, 0))
        start += length + space
    return found
