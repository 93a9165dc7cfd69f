"""What the trained tagger of names sees of a text: vectors, classes and numbers of its words.

It sees what the rules found, so that it goes on where they stop: in lists whose layout no rule knows.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, Protocol, get_args

import numpy as np
import numpy.typing as npt
from spacy import attrs
from spacy.strings import get_string_id
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
_FORM: Final = 2  # numbers of a word's form, after what the lists say
_GAP_NUMBER: Final = {gap: i for i, gap in enumerate(GAPS)}
_LABEL_NUMBER: Final = {label: i for i, label in enumerate(LABELS)}
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
def _lexical(key: str, text: str) -> bytes:
    """What the lists and its form say of a word by itself; as bytes, for they are joined faster than rows."""
    counts = name_counts().get(key, NO_COUNTS)
    flags = (
        *(unknown(key), key in surnames(), key in second_parts(), key in honorifics().before),
        *(key in honorifics().after, key in honorifics().doubtful, key in post_words()),
        *(key in post_grammar().given, common(key), place_like(key), place_ending(key), composed(key)),
        *(initials(text), key in villages(), key in gazetteer().by_key, name_share(key)),
        *(first_like(key), surname_like(key)),
    )
    return _row(
        *((odds + 12) / 6 for odds in name_odds(key)),
        *(math.log1p(count) / 6 for count in counts[:6]),  # not whether it is listed
        *flags,
        *(key in words for words in _closed()),
        *(any(char.isdigit() for char in text), len(text) / 10),
    )


@lru_cache(maxsize=1)
def _closed() -> tuple[frozenset[str], ...]:
    return tuple(map(closed, CLOSED))


@lru_cache(maxsize=1024)
def _around(before: str, after: str) -> bytes:
    """Marks between a word and its neighbours."""
    flags = (mark in gap for mark in _AROUND for gap in (before, after))
    return _row(*flags, "(" in before, "'" in before or '"' in before)


def _row(*values: float) -> bytes:
    return struct.pack(f"{len(values)}f", *values)


def _rows(rows: list[bytes]) -> Floats:
    """Rows that :func:`_row` made, as one array."""
    return np.frombuffer(b"".join(rows), dtype=np.float32).reshape(len(rows), -1)


def _columns(*columns: Sequence[int]) -> npt.NDArray[np.uint8]:
    """Columns of small numbers as one array; by way of bytes, which is ten times as fast."""
    return np.frombuffer(b"".join(map(bytes, columns)), dtype=np.uint8).reshape(len(columns), -1).T


def _numbers(marks: Marks, gaps: list[str]) -> Floats:
    """Numbers of the words; ``gaps`` stand before, between and after them."""
    words = marks.words
    if not words:
        return np.empty((0, NUMBERS), dtype=np.float32)
    lexical = _rows([_lexical(word.key, word.text) for word in words])
    opens = [True, *(word.gap == "line" for word in words[:-1])]
    flags = _columns([word.dotted for word in words], opens, marks.seen)
    around = _rows([_around(*pair) for pair in pairwise(gaps)])
    parts: list[npt.NDArray[Any]] = [
        lexical[:, :-_FORM],
        flags[:, :1],
        lexical[:, -_FORM:],
        flags[:, 1:2],
        around,
        flags[:, 2:],
    ]
    return np.concatenate(parts, axis=1, dtype=np.float32)


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
    text = text_of(doc)
    starts = [word.start for word in words]
    edges = zip([0, *(word.end for word in words)], [*starts, len(text)], strict=True)
    gaps = [text[end:start] for end, start in edges]
    after = [_GAP_NUMBER[word.gap] for word in words]
    entities, parts = _tokens(doc, starts)
    before = [0, *(gap + 1 for gap in after)][: len(words)]
    labels = [_LABEL_NUMBER[label] for label in marks.label]
    return Inputs(
        vectors.of([word.text for word in words]).astype(np.float32, copy=False),
        _columns(before, after, labels, entities, rule, title, parts).astype(np.int64),
        _numbers(marks, gaps),
    )


@lru_cache(maxsize=1)
def _codes() -> tuple[dict[int, int], dict[int, int]]:
    """spaCy's numbers of the kinds of entities and parts of speech -> ours."""
    entities = {get_string_id(name): 2 * i for i, name in enumerate(NER)}
    return entities, {get_string_id(name): i for i, name in enumerate(POS)}


def _tokens(doc: Doc, starts: list[int]) -> tuple[list[int], list[int]]:
    """Entity and part of speech of the token that begins at each offset, as the network numbers them."""
    kinds, tags = _codes()
    columns = doc.to_array([*_COLUMNS])
    begins = np.cumsum(columns[:, 3] + columns[:, 4]) - (columns[:, 3] + columns[:, 4])
    at = {start: i for i, start in enumerate(begins.tolist())}
    ents, iobs, poses = ([*column, 0] for column in columns[:, :3].T.tolist())
    places = [at.get(start, -1) for start in starts]
    entities = [kinds.get(ents[i], 0) for i in places]
    return (
        [kind + (kind > 0 and iobs[i] == _BEGINS) for kind, i in zip(entities, places, strict=True)],
        [tags.get(poses[i], 0) for i in places],
    )
