"""What the small trained networks share: tags as spans, probabilities, convolutions over words, files."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from nirdesh.errors import NirdeshError

Floats = npt.NDArray[np.float32]
Place = tuple[int, int]

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


class Layers:
    """Linear layers and widening convolutions by the names that their arrays have in training.

    Args:
        widenings: Words between the taps of each convolution.
    """

    def __init__(self, weights: Mapping[str, Floats], widenings: Sequence[int]) -> None:
        self.weights = weights
        self.widenings = widenings
        kernels = [weights[f"convolutions.{i}.weight"] for i in range(len(widenings))]  # (out, in, taps)
        self.taps = [np.ascontiguousarray(kernel.transpose(2, 1, 0)) for kernel in kernels]

    def linear(self, name: str, values: Floats) -> Floats:
        """One linear layer."""
        result: Floats = values @ self.weights[f"{name}.weight"].T
        result += self.weights[f"{name}.bias"]
        return result

    def rows(self, classes: npt.NDArray[np.int64]) -> list[Floats]:
        """Rows of the tables, one array for each column of classes."""
        return [self.weights[f"tables.{i}.weight"].take(column, axis=0) for i, column in enumerate(classes.T)]

    def convolve(self, state: Floats) -> Floats:
        """States after all convolutions, each added to what it saw."""
        n, width = state.shape
        edge = max(self.widenings)  # empty rows before and after, for what a convolution sees beyond the text
        rows = np.zeros((n + 2 * edge, width), dtype=state.dtype)
        inside = rows[edge : edge + n]
        inside[:] = state
        for i, step in enumerate(self.widenings):
            before, here, after = self.taps[i]
            seen: Floats = inside @ here
            seen += rows[edge - step : edge - step + n] @ before
            seen += rows[edge + step : edge + step + n] @ after
            seen += self.weights[f"convolutions.{i}.bias"]
            inside += np.maximum(seen, 0, out=seen)
        return inside


def save(folder: Path, networks: Sequence[Mapping[str, Floats]], meta: Mapping[str, Any]) -> None:
    """Write networks, their weights as 16-bit floats."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({**meta, "networks": len(networks)}, ensure_ascii=False, sort_keys=True, indent=0)
    (folder / META).write_text(text + "\n", encoding="utf-8")
    arrays: dict[str, Any] = {
        f"{i}.{name}": array.astype(np.float16)
        for i, network in enumerate(networks)
        for name, array in sorted(network.items())
    }
    np.savez_compressed(folder / WEIGHTS, **arrays)


def load(folder: Path, version: int, what: str) -> tuple[dict[str, Any], list[dict[str, Floats]]]:
    """What ``save`` wrote: the meta data, and the arrays of each network.

    Args:
        version: Of the inputs that the networks must have been made for.
        what: What they are, for the message.

    Raises:
        NirdeshError: When a file is missing or unreadable, or the model was made for other inputs.
    """
    try:
        meta = json.loads((folder / META).read_text(encoding="utf-8"))
        if meta["inputs"] != version:
            raise ValueError(f"made for inputs {meta['inputs']}, not {version}")
        with (folder / WEIGHTS).open("rb") as file, np.load(file) as archive:
            arrays = {name: archive[name].astype(np.float32) for name in archive.files}
        return meta, [
            {n.removeprefix(f"{i}."): a for n, a in arrays.items() if n.startswith(f"{i}.")}
            for i in range(meta["networks"])
        ]
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise NirdeshError(
            "bad-model",
            f"{what} in {folder.name} can't be read: {error}.",
            hint=f"Restore models/{folder.name} (git checkout), or run `make models DATA=...`.",
            stage="extract",
        ) from error
