"""What the readers' networks share, in torch; :mod:`nirdesh.extract.networks` reads with the parameters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import torch
import torch.nn.functional as functional
from torch import nn

from nirdesh.extract.networks import WIDENINGS, Seen
from nirdesh.extract.sequence import Floats, Place

WIDTH: Final = 96
_HIDDEN: Final = 48  # width of the layer that scores pairs


class WordNet(nn.Module):
    """A dilated convolution over the words of a document.

    Args:
        width: Of the words' vectors, and what of them is kept.
        tables: Number of values and width of the table of each column of classes.
        numbers: Other numbers of each word.
        dropped: Columns of classes that are now and then hidden in training.
    """

    def __init__(
        self,
        width: tuple[int, int],
        tables: Iterable[tuple[int, int]],
        numbers: int,
        dropped: Sequence[int] = (),
    ) -> None:
        super().__init__()
        sizes = list(tables)
        self.tables = nn.ModuleList(nn.Embedding(count, size) for count, size in sizes)
        self.words = nn.Linear(*width)
        self.input = nn.Linear(width[1] + sum(size for _, size in sizes) + numbers, WIDTH)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(WIDTH, WIDTH, 3, padding=step, dilation=step) for step in WIDENINGS
        )
        self.whole = nn.Linear(WIDTH, WIDTH)
        self.drop = nn.Dropout(0.3)
        self.dropped = dropped

    def add_pairs(self, name: str, outputs: int, numbers: int) -> None:
        """Layers that score pairs of spans, which :meth:`score` uses."""
        self.add_module(f"{name}_first", nn.Linear(3 * WIDTH, _HIDDEN))
        self.add_module(f"{name}_second", nn.Linear(3 * WIDTH, _HIDDEN))
        self.add_module(f"{name}_numbers", nn.Linear(numbers, _HIDDEN))
        self.add_module(f"{name}_score", nn.Linear(_HIDDEN, outputs))

    def states(self, seen: Seen) -> torch.Tensor:
        """State of each word, ``(n, WIDTH)``; in training some words are hidden."""
        words, classes = torch.from_numpy(seen.vectors).float(), torch.from_numpy(seen.classes)
        if self.training:
            words = words * (torch.rand(len(words), 1) > 0.15)
            classes = classes.clone()
            for column in self.dropped:
                classes[:, column] *= torch.rand(len(words)) > 0.1
        parts = [self.drop(torch.relu(self.words(self.drop(words))))]
        parts += [table(classes[:, i]) for i, table in enumerate(self.tables)]
        joined = torch.cat([*parts, torch.from_numpy(seen.numbers)], dim=1)
        state = torch.relu(self.input(self.drop(joined)))
        for convolution in self.convolutions:
            state = state + torch.relu(convolution(self.drop(state).T[None])[0].T)
        return state + torch.tanh(self.whole(state.max(dim=0).values))

    def score(
        self, name: str, states: torch.Tensor, one: Sequence[Place], other: Sequence[Place], numbers: Floats
    ) -> torch.Tensor:
        """Scores of pairs of spans, ``(pairs, outputs)``."""
        part = {layer: getattr(self, f"{name}_{layer}") for layer in ("first", "second", "numbers", "score")}
        first, second = (self.drop(pooled(states, places)) for places in (one, other))
        hidden = part["first"](first) + part["second"](second) + part["numbers"](torch.from_numpy(numbers))
        scores: torch.Tensor = part["score"](self.drop(torch.relu(hidden)))
        return scores


def pooled(states: torch.Tensor, places: Sequence[Place]) -> torch.Tensor:
    """First, last and mean state of each span, ``(spans, 3 * WIDTH)``."""
    begin, end = torch.tensor(places).unbind(dim=1)
    sums = functional.pad(states.cumsum(dim=0), (0, 0, 1, 0))
    means = (sums[end] - sums[begin]) / (end - begin)[:, None]
    return torch.cat([states[begin], states[end - 1], means], dim=1)


def tags(n: int, places: Sequence[Place]) -> torch.Tensor:
    """Spans as a column of 0 (outside), 1 (begins), 2 (inside), ``(n,)``; the first of two that overlap."""
    column = torch.zeros(n, dtype=torch.long)
    for begin, end in places:
        if not column[begin]:
            column[begin:end] = 2
            column[begin] = 1
    return column
