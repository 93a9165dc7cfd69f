"""The networks that read directives, in numpy: spans of acts and of who is told, how binding, and whose.

Several networks that differ in their random beginnings are averaged. Trained by ``nirdesh.train.directives``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, get_args

import numpy as np

from nirdesh.extract import sequence
from nirdesh.extract.networks import WordNetwork, pool, sigmoid
from nirdesh.extract.sequence import Floats, Place, softmax
from nirdesh.mentions import Modality

VERSION: Final = 1  # of the inputs; a model that was made for others can't be read
LINKS: Final = ("issuer", "addressee")  # what is linked with an act
MODALITIES: Final[tuple[Modality, ...]] = get_args(Modality)


class Network(WordNetwork):
    """One network."""

    def acts(self, states: Floats) -> Floats:
        """Probabilities that a word is outside an act, begins one, is inside one, ``(n, 3)``."""
        return softmax(self.layers.linear("acts", states))

    def told(self, states: Floats) -> Floats:
        """The same for the words that name who is told."""
        return softmax(self.layers.linear("told", states))

    def modalities(self, states: Floats, acts: Sequence[Place]) -> Floats:
        """Probabilities of each of ``MODALITIES``, ``(acts, modalities)``."""
        pooled = np.stack([pool(states, place) for place in acts])
        return softmax(self.layers.linear("modality", pooled))

    def linked(
        self, kind: str, states: Floats, acts: Sequence[Place], others: Sequence[Place], numbers: Floats
    ) -> Floats:
        """Probabilities that a mention belongs to an act, ``(n,)``.

        Args:
            kind: One of ``LINKS``.
        """
        return sigmoid(self.score(kind, states, acts, others, numbers)[:, 0])


@dataclass(frozen=True, slots=True)
class Model:
    """Networks with the numbers of the values of their columns."""

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
    meta, networks = sequence.load(folder, VERSION, "The reader of directives")
    values = {k: {v: i + 1 for i, v in enumerate(vs)} for k, vs in meta["values"].items()}
    return Model(tuple(map(Network, networks)), values)
