"""The trained reader's networks in numpy: a dilated convolution over the words, heads for spans and pairs.

Several networks that differ in their random beginnings are averaged. Trained by ``nirdesh.train.reader``.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from nirdesh.errors import NirdeshError
from nirdesh.extract.assignments.trained.inputs import COLUMNS, PAIR_NUMBERS, Floats, Inputs, Place
from nirdesh.mentions import Change

VERSION: Final = 2  # of the inputs; a model that was made for others can't be read
WIDENINGS: Final = (1, 2, 4, 8, 16, 32)  # words between the taps of each convolution
CHANGES: Final[tuple[Change, ...]] = ("appointed", "removed", "transferred")
META: Final = "meta.json"
WEIGHTS: Final = "weights.npz"


def spans_of(tags: Sequence[int]) -> list[Place]:
    """Spans of a column of 0 (outside), 1 (begins), 2 (inside).

    Example:
        >>> spans_of([0, 1, 2, 1, 0, 2])
        [(1, 3), (3, 4), (5, 6)]
    """
    found: list[Place] = []
    for i, tag in enumerate(tags):
        if tag == 2 and found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        elif tag:
            found.append((i, i + 1))
    return found


def softmax(values: Floats) -> Floats:
    """Probabilities over the last axis."""
    powers = np.exp(values - values.max(axis=-1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return shares


class Network:
    """One network.

    Args:
        weights: Arrays by the names that they have in training.
    """

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self.weights = weights
        kernels = [weights[f"convolutions.{i}.weight"] for i in range(len(WIDENINGS))]  # (out, in, taps)
        self.taps = [np.ascontiguousarray(k.transpose(2, 1, 0).reshape(-1, k.shape[0])) for k in kernels]

    def _linear(self, name: str, values: Floats) -> Floats:
        result: Floats = values @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return result

    def states(self, inputs: Inputs) -> Floats:
        """State of each word, ``(n, width)``."""
        relu = np.maximum
        parts = [relu(self._linear("words", inputs.vectors), 0)]
        parts += [self.weights[f"tables.{i}.weight"][inputs.classes[:, i]] for i in range(len(COLUMNS))]
        state = relu(self._linear("input", np.concatenate([*parts, inputs.numbers], axis=1)), 0)
        for i, step in enumerate(WIDENINGS):
            padded = np.pad(state, ((step, step), (0, 0)))
            n = len(state)
            around = np.concatenate([padded[k * step : k * step + n] for k in range(3)], axis=1)
            state = state + relu(around @ self.taps[i] + self.weights[f"convolutions.{i}.bias"], 0)
        whole: Floats = state + np.tanh(self._linear("whole", state.max(axis=0)))
        return whole

    def roles(self, states: Floats) -> Floats:
        """Probabilities that a word is outside a role, begins one, is inside one, ``(n, 3)``."""
        return softmax(self._linear("roles", states))

    def places(self, states: Floats) -> Floats:
        """The same for places that the record does not know."""
        return softmax(self._linear("places", states))

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
        hidden = self._linear(f"{name}_first", first) + self._linear(f"{name}_second", second)
        hidden = np.maximum(hidden + self._linear(f"{name}_numbers", numbers), 0)
        return self._linear(f"{name}_score", hidden)


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
    """Write a model; weights as 16-bit floats.

    Args:
        values: Values of each open column, from number 1.
    """
    folder.mkdir(parents=True, exist_ok=True)
    meta = {"inputs": VERSION, "networks": len(networks), "values": {k: list(v) for k, v in values.items()}}
    text = json.dumps(meta, ensure_ascii=False, sort_keys=True, indent=0)
    (folder / META).write_text(text + "\n", encoding="utf-8")
    arrays: dict[str, Any] = {
        f"{i}.{name}": array.astype(np.float16)
        for i, network in enumerate(networks)
        for name, array in sorted(network.items())
    }
    np.savez_compressed(folder / WEIGHTS, **arrays)


def load(folder: Path) -> Model:
    """Read a model.

    Raises:
        NirdeshError: When a file is missing or unreadable, or the model was made for other inputs.
    """
    try:
        meta = json.loads((folder / META).read_text(encoding="utf-8"))
        if meta["inputs"] != VERSION:
            raise ValueError(f"made for inputs {meta['inputs']}, not {VERSION}")
        with (folder / WEIGHTS).open("rb") as file, np.load(file) as archive:
            arrays = {name: archive[name].astype(np.float32) for name in archive.files}
        networks = []
        for i in range(meta["networks"]):
            own = {n.removeprefix(f"{i}."): a for n, a in arrays.items() if n.startswith(f"{i}.")}
            if own["pair_numbers.weight"].shape[1] != PAIR_NUMBERS:
                raise ValueError("the numbers of pairs differ")
            networks.append(Network(own))
        values = {k: {v: i + 1 for i, v in enumerate(vs)} for k, vs in meta["values"].items()}
        return Model(tuple(networks), values)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise NirdeshError(
            "bad-model",
            f"The reader of assignments in {folder.name} can't be read: {error}.",
            hint="Restore models/hi_assignments (git checkout), or run `make models DATA=...`.",
            stage="extract",
        ) from error
