"""What the trained tagger of names sees of a text: vectors, classes and numbers of its words.

It sees what the rules found, so that it goes on where they stop: in lists whose layout no rule knows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Protocol, get_args

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Token

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
from nirdesh.extract.words import Gap, Word
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


def _numbers(marks: Marks, index: int, before: str, after: str) -> tuple[float, ...]:
    word = marks.words[index]
    first = index == 0 or marks.words[index - 1].gap == "line"
    flags = (
        *(word.dotted, any(char.isdigit() for char in word.text), len(word.text) / 10, first),
        *(mark in gap for mark in _AROUND for gap in (before, after)),
        *("(" in before, "'" in before or '"' in before, marks.seen[index]),
    )
    return (*_lexical(word.key, word.text), *map(float, flags))


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
    tokens = {token.idx: token for token in doc}
    text = doc.text
    edges = [0, *(edge for word in words for edge in (word.start, word.end)), len(text)]
    gaps = [text[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2)]
    classes = [
        (
            GAPS.index(words[i - 1].gap) + 1 if i else 0,
            GAPS.index(word.gap),
            LABELS.index(marks.label[i]),
            *(_entity(tokens, word), rule[i], title[i], _part(tokens, word)),
        )
        for i, word in enumerate(words)
    ]
    return Inputs(
        vectors.of([word.text for word in words]).astype(np.float32),
        np.array(classes, dtype=np.int64).reshape(-1, len(VALUES)),
        np.array(
            [_numbers(marks, i, gaps[i], gaps[i + 1]) for i in range(len(words))], dtype=np.float32
        ).reshape(-1, NUMBERS),
    )


def _entity(tokens: Mapping[int, Token], word: Word) -> int:
    token = tokens.get(word.start)
    if token is None or token.ent_type_ not in NER[1:]:
        return 0
    return NER.index(token.ent_type_) * 2 + (token.ent_iob_ == "B")


def _part(tokens: Mapping[int, Token], word: Word) -> int:
    token = tokens.get(word.start)
    return POS.index(token.pos_) if token is not None and token.pos_ in POS else 0
