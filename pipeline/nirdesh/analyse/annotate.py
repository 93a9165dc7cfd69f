"""Writes what a model says about words into a spaCy ``Doc``, for both engines alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

import numpy as np
from spacy.tokens import Doc

LONGEST: Final = 200
_ATTRIBUTES: Final[list[int | str]] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE"]
_SPACE: Final = "_SP"
_WRAP: Final = 1 << 64


@dataclass(frozen=True, slots=True)
class Words:
    """What a model says about the words of one sentence, one entry a word.

    Attributes:
        heads: Head of each word, counted from 1; 0 for the root.
        entities: ``(start, end, label)`` spans of words.
    """

    tags: list[str]
    upos: list[str]
    feats: list[str]
    lemmas: list[str]
    heads: list[int]
    deps: list[str]
    entities: list[tuple[int, int, str]]


def sentence_places(doc: Doc) -> list[list[int]]:
    """Token indices of each sentence without white space; beyond ``LONGEST`` words it is cut."""
    found: list[list[int]] = []
    current: list[int] = []
    for i, token in enumerate(doc):
        if current and (token.is_sent_start or len(current) == LONGEST):
            found.append(current)
            current = []
        if not token.is_space:
            current.append(i)
    if current:
        found.append(current)
    return found


def annotate(doc: Doc, places: Sequence[Sequence[int]], sentences: Sequence[Words]) -> Doc:
    """Set tag, pos, morph, lemma, dep, head and entities of every token."""
    strings, morphology = doc.vocab.strings, doc.vocab.morphology
    morphs: dict[str, int] = {}
    rows: list[tuple[int, ...]] = [()] * len(doc)
    kinds: dict[int, tuple[int, int]] = {}
    add = strings.add
    for place, words in zip(places, sentences, strict=True):
        for start, end, label in words.entities:
            number = add(label)
            for k in range(start, end):
                kinds[place[k]] = (3 if k == start else 1, number)
        for k, (i, head, feats) in enumerate(zip(place, words.heads, words.feats, strict=True)):
            morph = morphs.get(feats)
            if morph is None:
                morph = morphs[feats] = int(morphology.add(feats))
            rows[i] = (
                add(words.tags[k]),
                add(words.upos[k]),
                morph,
                add(words.lemmas[k]),
                add(words.deps[k]),
                (place[head - 1] - i) % _WRAP if head else 0,
                *kinds.get(i, (2, 0)),
            )
    _fill_space(doc, rows)
    return doc.from_array(list(_ATTRIBUTES), cast("Any", np.array(rows, dtype=np.uint64)))


def _fill_space(doc: Doc, rows: list[tuple[int, ...]]) -> None:
    """White space hangs on the token before it, at the start of the text on the first word."""
    first = next((i for i, row in enumerate(rows) if row), 0)
    add = doc.vocab.strings.add
    for i, row in enumerate(rows):
        if not row:
            step = first - i if i < first else -1
            morph = int(doc.vocab.morphology.add(""))
            rows[i] = (add(_SPACE), add("SPACE"), morph, add(doc[i].text), add("dep"), step % _WRAP, 2, 0)
