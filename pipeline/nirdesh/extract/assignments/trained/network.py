"""The trained reader's networks in numpy: a dilated convolution over the words, heads for spans and pairs.

Several networks that differ in their random beginnings are averaged. Trained by ``nirdesh.train.reader``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from nirdesh.extract import sequence
from nirdesh.extract.assignments.trained.inputs import Inputs
from nirdesh.extract.sequence import Floats, Layers, Place, softmax
from nirdesh.mentions import Change

VERSION: Final = 2  # of the inputs; a model that was made for others can't be read
WIDENINGS: Final = (1, 2, 4, 8, 16, 32)  # words between the taps of each convolution
CHANGES: Final[tuple[Change, ...]] = ("appointed", "removed", "transferred")


class Network:
    """One network.

    Args:
        weights: Arrays by the names that they have in training.
    """

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self.layers = Layers(weights, WIDENINGS)

    def states(self, inputs: Inputs) -> Floats:
        """State of each word, ``(n, width)``."""
        layers = self.layers
        parts = [np.maximum(layers.linear("words", inputs.vectors), 0), *layers.rows(inputs.classes)]
        joined = np.concatenate([*parts, inputs.numbers], axis=1)
        state = layers.convolve(np.maximum(layers.linear("input", joined), 0))
        whole: Floats = state + np.tanh(self.layers.linear("whole", state.max(axis=0)))
        return whole

    def roles(self, states: Floats) -> Floats:
        """Probabilities that a word is outside a role, begins one, is inside one, ``(n, 3)``."""
        return softmax(self.layers.linear("roles", states))

    def places(self, states: Floats) -> Floats:
        """The same for places that the record does not know."""
        return softmax(self.layers.linear("places", states))

    def pairs(
        self, states: Floats, people: Sequence[Place], roles: Sequence[Place], numbers: Floats
    ) -> Floats:
        """Probabilities that a person has nothing to do with a role, or how it changed, ``(n, 4)``."""
        return softmax(self._score("pair", states, people, roles, numbers))

    def linked(
        self, kind: str, states: Floats, roles: Sequence[Place], others: Sequence[Place], numbers: Floats
    ) -> Floats:
        """Probabilities that something belongs to a role that was given, ``(n,)``.

        Args:
            kind: ``place``, of which a role has one at most, or ``giver``.
        """
        odds = self._score(kind, states, roles, others, numbers)[:, 0]
        if kind == "place":
            return softmax(np.append(odds, np.float32(0)))[:-1]
        shares: Floats = np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float32)
        return shares

    def _score(
        self, name: str, states: Floats, one: Sequence[Place], other: Sequence[Place], numbers: Floats
    ) -> Floats:
        pooled = {place: _pooled(states, place) for place in {*one, *other}}
        first, second = (np.stack([pooled[place] for place in places]) for places in (one, other))
        hidden = self.layers.linear(f"{name}_first", first) + self.layers.linear(f"{name}_second", second)
        hidden = np.maximum(hidden + self.layers.linear(f"{name}_numbers", numbers), 0)
        return self.layers.linear(f"{name}_score", hidden)


def _pooled(states: Floats, place: Place) -> Floats:
    """First and last word of a span and the mean of all."""
    begin, end = place
    mean: Floats = states[begin:end].mean(axis=0)
    return np.concatenate([states[begin], states[end - 1], mean])


@dataclass(frozen=True, slots=True)
class Model:
    """Networks with the numbers of the values of their columns, and what is sure enough."""

    networks: tuple[Network, ...]
    values: Mapping[str, Mapping[str, int]]


def save(folder: Path, networks: Sequence[Mapping[str, Floats]], values: Mapping[str, Sequence[str]]) -> None:
    """Write a model.

    Args:
        values: Values of each open column, from number 1.
    """
    meta = {"inputs": VERSION, "values": {k: list(v) for k, v in values.items()}}
    sequence.save(folder, networks, meta)


def load(folder: Path) -> Model:
    """Read a model.

    Raises:
        NirdeshError: When a file is missing or unreadable, or the model was made for other inputs.
    """
    meta, networks = sequence.load(folder, VERSION, "The reader of assignments")
    values = {k: {v: i + 1 for i, v in enumerate(vs)} for k, vs in meta["values"].items()}
    return Model(tuple(map(Network, networks)), values)
