"""The tagger's networks in numpy: a widening convolution over the words of a text.

Trained by ``nirdesh.train.tagger``; several networks that differ in their random beginnings are averaged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from nirdesh.extract import sequence
from nirdesh.extract.people.trained.inputs import VERSION, Inputs
from nirdesh.extract.sequence import Floats, Layers, softmax

WIDENINGS: Final = (1, 2, 4, 8)  # words between the taps of each convolution


class Network:
    """One network.

    Args:
        weights: Arrays by the names that they have in training.
    """

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self.layers = Layers(weights, WIDENINGS)

    def shares(self, inputs: Inputs) -> Floats:
        """Probabilities that a word is outside a name, begins one, is inside one, ``(n, 3)``."""
        layers = self.layers
        parts = [layers.linear("words", inputs.vectors), layers.linear("numbers", inputs.numbers)]
        joined = np.concatenate(
            [*(np.maximum(p, 0, out=p) for p in parts), *layers.rows(inputs.classes)], axis=1
        )
        state = layers.linear("input", joined)
        return softmax(layers.linear("tags", layers.convolve(np.maximum(state, 0, out=state))))


def save(folder: Path, networks: Sequence[Mapping[str, Floats]]) -> None:
    """Write a model."""
    sequence.save(folder, networks, {"inputs": VERSION})


def load(folder: Path) -> tuple[Network, ...]:
    """Networks of a model.

    Raises:
        NirdeshError: When a file is missing or unreadable, or the model was made for other inputs.
    """
    _, networks = sequence.load(folder, VERSION, "The tagger of names")
    return tuple(map(Network, networks))
