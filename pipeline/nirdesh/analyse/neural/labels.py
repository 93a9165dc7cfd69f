"""The second reading of labels: once heads are known, an unsure label is scored anew beside its neighbours.

The first scores see a word and its head alone. Here a word comes with its children (postposition, genitive,
auxiliaries) and with everything else that hangs on its head, and each of them with what the first scores say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from zlib import crc32

import numpy as np

from nirdesh.analyse.neural.layers import Floats, Ints, Linear, leaky

PREFIX: Final = "second."
LAYERS: Final = ("tree", "word", "node", "child", "whole", "part", "arc", "pair_in", "out")
TABLES: Final = ("tag", "feats", "first", "pair", "root", "trust")
PAIR_ROWS: Final = 1 << 15
FACTS: Final = 6
# Labels surer than this stay: beyond it one in two hundred is wrong.
SURE: Final = 0.97
FAR: Final = 20


@dataclass(frozen=True, slots=True)
class Arcs:
    """Words of sentences that follow each other, with what the first reading says of them.

    Attributes:
        tree: Output of the tree layer.
        vectors: Input vectors of the words.
        scores: Logarithms of the labels' probabilities.
        above: Place of the head, -1 for a root.
        first: 1 for the first word of a sentence.
        last: 1 for the last one.
    """

    tree: Floats
    vectors: Floats
    tags: Ints
    feats: Ints
    scores: Floats
    above: Ints
    lemmas: Sequence[str]
    first: Floats
    last: Floats


def sentence_ends(lengths: Sequence[int]) -> tuple[Floats, Floats]:
    """Marks of first and of last words.

    Example:
        >>> [marks.tolist() for marks in sentence_ends([2, 1])]
        [[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]
    """
    ends = np.cumsum(lengths)
    first, last = np.zeros(ends[-1], dtype=np.float32), np.zeros(ends[-1], dtype=np.float32)
    first[0] = 1.0
    first[ends[:-1]] = 1.0
    last[ends - 1] = 1.0
    return first, last


def log_softmax(scores: Floats) -> Floats:
    """Logarithms of probabilities, row by row."""
    out: Floats = scores - scores.max(axis=1, keepdims=True)
    out -= np.log(np.exp(out).sum(axis=1, keepdims=True))
    return out


def pair_row(lemma: str, head: str) -> int:
    """Hashed row of a word and its head, for light verbs and the like.

    Example:
        >>> 0 <= pair_row("निरीक्षण", "कर") < PAIR_ROWS
        True
    """
    return crc32(f"{lemma}|{head}".encode()) % PAIR_ROWS


def unsure(scores: Floats, above: Ints) -> Ints:
    """Words whose label is read again; a root's label is never in doubt."""
    return np.flatnonzero((scores.max(axis=1) < np.log(SURE)) & (above >= 0))


def facts(arcs: Arcs) -> Floats:
    """Which side the head is on, how far, whether next to it, root, first, last; ``(n, FACTS)``."""
    step = np.arange(len(arcs.above)) - arcs.above
    away = np.abs(step)
    columns = (step < 0, np.minimum(away, FAR) / FAR, away == 1, arcs.above < 0, arcs.first, arcs.last)
    return np.stack(columns, axis=1).astype(np.float32)


def summed(values: Floats, above: Ints) -> Floats:
    """Sums over the children of each word, ``(n + 1, k)``; the last row is that of the roots."""
    order = np.argsort(above, kind="stable")
    heads = above[order]
    begins = np.flatnonzero(np.concatenate([[True], heads[1:] != heads[:-1]]))
    out = np.zeros((len(above) + 1, values.shape[1]), dtype=np.float32)
    out[heads[begins]] = np.add.reduceat(values[order], begins, axis=0)
    return out


def _joined(*parts: Floats) -> Floats:
    return np.concatenate(parts, axis=1)


class SecondReading:
    """Scores labels anew where the first scores leave doubt."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self.layers = {
            name: Linear(weights[f"{PREFIX}{name}.weight"], weights[f"{PREFIX}{name}.bias"])
            for name in LAYERS
        }
        self.tables = {name: weights[f"{PREFIX}{name}"] for name in TABLES}

    def _layer(self, name: str, *parts: Floats) -> Floats:
        return leaky(self.layers[name](_joined(*parts) if len(parts) > 1 else parts[0]))

    def __call__(self, arcs: Arcs) -> list[int]:
        """Number of each word's label."""
        best = arcs.scores.argmax(axis=1)
        chosen = unsure(arcs.scores, arcs.above)
        if len(chosen):
            best[chosen] = self.scores(arcs, chosen).argmax(axis=1)
        found: list[int] = best.tolist()
        return found

    def scores(self, arcs: Arcs, chosen: Ints) -> Floats:
        """Scores of the labels of chosen words."""
        tables, total = self.tables, len(arcs.above)
        told = facts(arcs)
        where = told[:, :2]
        own = self._layer(
            "node",
            self._layer("tree", arcs.tree),
            self._layer("word", arcs.vectors),
            tables["tag"][arcs.tags],
            tables["feats"][arcs.feats],
            np.exp(arcs.scores) @ tables["first"],
        )
        children = summed(self._layer("child", own, where), arcs.above)[:total]
        whole = self._layer("whole", own, children)
        beside = summed(self._layer("part", whole, where), arcs.above)
        beside *= np.float32(0.5)
        whole = np.concatenate([whole, tables["root"][None, :]])
        around = np.concatenate([own, np.zeros_like(own[:1])])
        heads = arcs.above[chosen]
        pairs = [pair_row(arcs.lemmas[i], arcs.lemmas[h]) for i, h in zip(chosen, heads, strict=True)]
        hidden = self.layers["arc"](
            _joined(
                whole[chosen],
                whole[heads],
                beside[heads],
                whole[arcs.above[heads]],
                around[chosen - 1] * (1 - arcs.first[chosen, None]),
                around[chosen + 1] * (1 - arcs.last[chosen, None]),
                told[chosen],
            )
        )
        hidden += self.layers["pair_in"](tables["pair"][pairs])
        out = self.layers["out"](leaky(hidden))
        out += tables["trust"] * arcs.scores[chosen]
        return out
