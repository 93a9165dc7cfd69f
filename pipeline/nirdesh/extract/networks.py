"""What the readers' networks share, in numpy: a dilated convolution over the words, scores of pairs of spans.

Trained by ``nirdesh.train.wordnet``, where the parameters have the same names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from nirdesh.extract.sequence import Floats, Layers, Place

WIDENINGS: Final = (1, 2, 4, 8, 16, 32)  # words between the taps of each convolution


class Seen(Protocol):
    """What a network sees of a document; ``n`` words."""

    @property
    def vectors(self) -> npt.NDArray[np.floating]:
        """What the analyser makes of each word, ``(n, width)``."""

    @property
    def classes(self) -> npt.NDArray[np.int64]:
        """Numbers of classes, ``(n, columns)``."""

    @property
    def numbers(self) -> Floats:
        """Other numbers, ``(n, numbers)``."""


class WordNetwork:
    """One network.

    Args:
        weights: Arrays by the names that they have in training.
    """

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self.layers = Layers(weights, WIDENINGS)

    def states(self, seen: Seen) -> Floats:
        """State of each word, ``(n, width)``."""
        layers = self.layers
        words = np.maximum(layers.linear("words", seen.vectors.astype(np.float32, copy=False)), 0)
        joined = np.concatenate([words, *layers.rows(seen.classes), seen.numbers], axis=1)
        state = layers.convolve(np.maximum(layers.linear("input", joined), 0))
        whole: Floats = state + np.tanh(layers.linear("whole", state.max(axis=0)))
        return whole

    def score(
        self, name: str, states: Floats, one: Sequence[Place], other: Sequence[Place], numbers: Floats
    ) -> Floats:
        """Scores of pairs of spans, ``(pairs, outputs)``.

        Args:
            numbers: How the spans of each pair stand to each other, ``(pairs, numbers)``.
        """
        pooled = {place: pool(states, place) for place in {*one, *other}}
        first, second = (np.stack([pooled[place] for place in places]) for places in (one, other))
        hidden = self.layers.linear(f"{name}_first", first) + self.layers.linear(f"{name}_second", second)
        hidden = np.maximum(hidden + self.layers.linear(f"{name}_numbers", numbers), 0)
        return self.layers.linear(f"{name}_score", hidden)


def pool(states: Floats, place: Place) -> Floats:
    """First and last word of a span and the mean of all."""
    begin, end = place
    mean: Floats = states[begin:end].mean(axis=0)
    return np.concatenate([states[begin], states[end - 1], mean])


def sigmoid(odds: Floats) -> Floats:
    """Probabilities of natural log-odds."""
    shares: Floats = np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float32)
    return shares
