"""What the second reading of labels learns from: the treebank as the analyser reads it, and the right labels.

The analyser reads with dropout, because it reads what it learned from surer than anything else.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from nirdesh.analyse.neural.labels import Arcs, pair_row
from nirdesh.analyse.neural.layers import Floats, Ints
from nirdesh.analyse.neural.model import Analyser
from nirdesh.train.treebank import Row

GROUP: Final = 48


@dataclass(frozen=True, slots=True)
class Sample:
    """Sentences as one reading of the analyser shows them, one row a word.

    Attributes:
        begins: Row where each sentence begins, and the number of rows.
        wanted: ``(n,)`` number of the right label, -1 where nothing is to be learned.
    """

    tree: Floats
    vectors: Floats
    words: Ints
    tags: Ints
    feats: Ints
    scores: Floats
    above: Ints
    pairs: Ints
    begins: Ints
    wanted: Any


def _drop(values: Floats, share: float, rng: np.random.Generator) -> Floats:
    kept = rng.random(values.shape, dtype=np.float32) >= share
    out: Floats = values * kept / np.float32(1 - share)
    return out


class _Dropping:
    """A layer of the analyser with dropout on what it gives out."""

    def __init__(self, layer: Any, share: float, rng: np.random.Generator) -> None:
        self.layer, self.share, self.rng = layer, share, rng

    def __call__(self, *values: Any) -> Floats:
        return _drop(self.layer(*values), self.share, self.rng)


class _DroppingVectors:
    """Word vectors with dropout; some words are unknown."""

    def __init__(self, analyser: Analyser, share: float, rng: np.random.Generator) -> None:
        self.own, self.share, self.rng = analyser.vectors, share, rng
        self.width = self.own.width
        self.unknown = self.own.tables[0][0].astype(np.float32)

    def of(self, words: Sequence[str]) -> Floats:
        types = list(dict.fromkeys(words))
        number = {word: i for i, word in enumerate(types)}
        rows = self.own.of(types).copy()
        rows[self.rng.random(len(types)) < 0.15 * self.share, : len(self.unknown)] = self.unknown
        return _drop(rows, 0.2 * self.share, self.rng)[[number[word] for word in words]]


def dropping(analyser: Analyser, share: float, rng: np.random.Generator) -> Analyser:
    """The analyser with this part of the dropout that it learned with."""
    out: Any = copy.copy(analyser)
    if share:
        out.vectors = _DroppingVectors(analyser, share, rng)
        for name in ("shared", "middle", "tree"):
            setattr(out, name, _Dropping(getattr(analyser, name), 0.33 * share, rng))
        for name in ("arc_dep", "arc_head", "label_dep", "label_head"):
            setattr(out, name, _Dropping(getattr(analyser, name), 0.2 * share, rng))
    read: Analyser = out
    return read


def readings(analyser: Analyser, sentences: Sequence[Sequence[str]]) -> Iterator[tuple[list[int], Arcs]]:
    """Numbers of sentences of like length with what the analyser says of them together."""
    order = sorted(range(len(sentences)), key=lambda i: (len(sentences[i]), i))
    for begin in range(0, len(order), GROUP):
        group = order[begin : begin + GROUP]
        yield group, analyser.first([sentences[i] for i in group]).arcs


def sample(analyser: Analyser, sentences: Sequence[Sequence[str]], share: float, seed: int) -> Sample:
    """One reading of sentences; ``wanted`` is still empty."""
    lengths = np.array([len(words) for words in sentences])
    begins = np.concatenate([[0], np.cumsum(lengths)])
    types = list(dict.fromkeys(word for words in sentences for word in words))
    number = {word: i for i, word in enumerate(types)}
    total = int(begins[-1])
    columns: dict[str, Any] = {}
    for group, arcs in readings(dropping(analyser, share, np.random.default_rng(seed)), sentences):
        rows = np.concatenate([np.arange(begins[i], begins[i + 1]) for i in group])
        above = np.where(arcs.above < 0, -1, rows[arcs.above])
        pairs = [pair_row(arcs.lemmas[k], arcs.lemmas[h]) for k, h in enumerate(arcs.above)]
        found: dict[str, Any] = {
            "tree": arcs.tree.astype(np.float16),
            "tags": arcs.tags,
            "feats": arcs.feats,
            "scores": arcs.scores,
            "above": above,
            "pairs": np.array(pairs),
        }
        for name, values in found.items():
            if name not in columns:
                columns[name] = np.empty((total, *values.shape[1:]), dtype=values.dtype)
            columns[name][rows] = values
    parts = [analyser.vectors.of(types[i : i + 4000]) for i in range(0, len(types), 4000)]
    words = np.array([number[word] for words in sentences for word in words])
    return Sample(vectors=np.concatenate(parts), words=words, begins=begins, wanted=None, **columns)


def with_gold(read: Sample, gold: Sequence[Sequence[Row]], labels: Sequence[str]) -> Sample:
    """The right labels of words whose head was read right."""
    number = {name: i for i, name in enumerate(labels)}
    wanted = np.array([number.get(row.dep, -1) for rows in gold for row in rows])
    heads = np.array(
        [
            -1 if row.head == i else begin + row.head
            for begin, rows in zip(read.begins, gold, strict=False)
            for i, row in enumerate(rows)
        ]
    )
    return replace(read, wanted=np.where(read.above == heads, wanted, -1))
