"""The layers of the encoder in numpy, over a packed batch.

Sentences are sorted by length, longest first, and packed step by step as in a ``PackedSequence``: the rows of
step ``t`` are the ``t``-th words of all sentences that have one. No step computes padding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Packing:
    """Where each word of a batch lies.

    Attributes:
        counts: Sentences still running at each step.
        rows: Packed row of each word, in the order of the batch.
        backward: For each packed row, the packed row of the word at the mirrored place of its sentence.
        lengths: Words of each sentence, in the order of the batch.
    """

    counts: tuple[int, ...]
    rows: Ints
    backward: Ints
    lengths: tuple[int, ...]


def pack(lengths: Sequence[int]) -> Packing:
    """Pack sentences of these lengths (all at least 1).

    Example:
        >>> pack([1, 2]).rows.tolist(), pack([1, 2]).backward.tolist()
        ([1, 0, 2], [2, 1, 0])
    """
    sizes = np.asarray(lengths, dtype=np.int64)
    order = np.argsort(-sizes, kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    counts = np.array([int((sizes > step).sum()) for step in range(int(sizes.max()))], dtype=np.int64)
    offsets = np.concatenate([[0], np.cumsum(counts)[:-1]])
    sentence = np.repeat(np.arange(len(sizes)), sizes)
    begins = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    step = np.arange(int(sizes.sum())) - begins[sentence]
    rows = offsets[step] + place[sentence]
    mirrored = offsets[sizes[sentence] - 1 - step] + place[sentence]
    backward = np.empty_like(rows)
    backward[rows] = mirrored
    return Packing(tuple(int(count) for count in counts), rows, backward, tuple(int(size) for size in sizes))


def halved(*parts: Floats) -> tuple[Floats, ...]:
    """Weights with the gates i, f, o halved, so that one tanh serves all: s(x) = tanh(x / 2) / 2 + 1 / 2."""
    out = []
    for part in parts:
        width = part.shape[-1] // 4
        own = part.astype(np.float32, copy=True)
        own[..., : 3 * width] *= np.float32(0.5)
        out.append(own)
    return tuple(out)


def _run(gates: Floats, recurrent: Floats, counts: Sequence[int], out: Floats) -> None:
    """One direction of an LSTM; ``gates`` holds the input part, in the order i, f, o, g."""
    width = recurrent.shape[0]
    hidden = np.zeros((counts[0], width), dtype=np.float32)
    cell = np.zeros((counts[0], width), dtype=np.float32)
    half = np.float32(0.5)
    begin = 0
    for count in counts:
        rows = gates[begin : begin + count]
        if begin:
            rows += hidden[:count] @ recurrent
        np.tanh(rows, out=rows)
        gate = rows[:, : 3 * width]
        gate *= half
        gate += half
        new = rows[:, 3 * width :]
        cell = cell[:count]
        cell *= rows[:, width : 2 * width]
        new *= rows[:, :width]
        cell += new
        hidden = np.tanh(cell)
        hidden *= rows[:, 2 * width : 3 * width]
        out[begin : begin + count] = hidden
        begin += count


@dataclass(frozen=True, slots=True)
class BiLstm:
    """A bidirectional LSTM layer.

    Attributes:
        forward: Weights ``(in, 4h)`` and ``(h, 4h)`` and bias, gates in the order i, f, o, g, :func:`halved`.
        backward: The same for the mirrored sentence.
    """

    forward: tuple[Floats, ...]
    backward: tuple[Floats, ...]

    def __call__(self, packed: Floats, packing: Packing) -> Floats:
        """Outputs ``(words, 2h)`` for packed inputs ``(words, in)``."""
        width = self.forward[1].shape[0]
        out = np.empty((packed.shape[0], 2 * width), dtype=np.float32)
        weight, recurrent, bias = self.forward
        gates = packed @ weight
        gates += bias
        _run(gates, recurrent, packing.counts, out[:, :width])
        weight, recurrent, bias = self.backward
        gates = packed[packing.backward] @ weight
        gates += bias
        mirrored = np.empty((packed.shape[0], width), dtype=np.float32)
        _run(gates, recurrent, packing.counts, mirrored)
        out[:, width:] = mirrored[packing.backward]
        return out


@dataclass(frozen=True, slots=True)
class Linear:
    """``x @ weight + bias``; weight ``(in, out)``."""

    weight: Floats
    bias: Floats

    def __call__(self, values: Floats) -> Floats:
        """Apply the layer."""
        out: Floats = values @ self.weight
        out += self.bias
        return out


def leaky(values: Floats) -> Floats:
    """Leaky ReLU with slope 0.1, in place."""
    np.maximum(values, values * np.float32(0.1), out=values)
    return values
