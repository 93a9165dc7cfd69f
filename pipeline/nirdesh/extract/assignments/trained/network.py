"""The trained reader's networks in numpy: heads for spans of roles and places and for pairs of spans.

Several networks that differ in their random beginnings are averaged. Trained by ``nirdesh.train.reader``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from nirdesh.extract import sequence
from nirdesh.extract.networks import WordNetwork, sigmoid
from nirdesh.extract.sequence import Floats, Place, softmax
from nirdesh.mentions import Change

VERSION: Final = 2  # of the inputs; a model that was made for others can't be read
CHANGES: Final[tuple[Change, ...]] = ("appointed", "removed", "transferred")


class Network(WordNetwork):
    """One network."""

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
        return softmax(self.score("pair", states, people, roles, numbers))

    def linked(
        self, kind: str, states: Floats, roles: Sequence[Place], others: Sequence[Place], numbers: Floats
    ) -> Floats:
        """Probabilities that something belongs to a role that was given, ``(n,)``.

        Args:
            kind: ``place``, of which a role has one at most, or ``giver``.
        """
        odds = self.score(kind, states, roles, others, numbers)[:, 0]
        if kind == "place":
            return softmax(np.append(odds, np.float32(0)))[:-1]
        return sigmoid(odds)


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
