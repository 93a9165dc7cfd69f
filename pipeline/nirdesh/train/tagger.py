"""Trains the tagger of names.

The network is the one of ``nirdesh.extract.people.trained.network``; parameters have the same names.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as functional
from torch import nn

from nirdesh.extract.people.trained.inputs import NUMBERS, VALUES, Inputs
from nirdesh.extract.people.trained.network import WIDENINGS

WIDTH: Final = 64
RATE: Final = 2e-3
BATCH: Final = 4  # reports
IGNORED: Final = -100  # tag of a word from which nothing is learned
_SIZES: Final = (6, 6, 6, 6, 6, 4, 8)  # of the tables
_RULE: Final = 4  # column of what the rules found


@dataclass(frozen=True, slots=True)
class Example:
    """One report: what the network sees, and the tag of each word (0 outside, 1 begins, 2 inside a name)."""

    name: str
    inputs: Inputs
    tags: npt.NDArray[np.int64]


class Net(nn.Module):
    """The network in torch."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.words = nn.Linear(width, 40)
        self.numbers = nn.Linear(NUMBERS, 40)
        self.tables = nn.ModuleList(
            nn.Embedding(count, size) for count, size in zip(VALUES, _SIZES, strict=True)
        )
        self.input = nn.Linear(80 + sum(_SIZES), WIDTH)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(WIDTH, WIDTH, 3, padding=step, dilation=step) for step in WIDENINGS
        )
        self.tags = nn.Linear(WIDTH, 3)
        self.drop = nn.Dropout(0.25)

    def forward(self, inputs: Inputs) -> torch.Tensor:
        """Scores of the tags, ``(n, 3)``; in training some of what is known is hidden."""
        vectors, numbers = torch.from_numpy(inputs.vectors), torch.from_numpy(inputs.numbers)
        classes = torch.from_numpy(inputs.classes)
        if self.training:
            n = len(vectors)
            vectors = vectors * (torch.rand(n, 1) > 0.2)
            numbers = numbers * (torch.rand(n, 1) > 0.1)
            classes = classes.clone()
            hidden = float(torch.rand(1))
            if hidden < 0.15:
                classes[:, _RULE] = 0
            elif hidden < 0.45:
                classes[:, _RULE] *= torch.rand(n) > 0.5
        parts = [self.drop(torch.relu(self.words(vectors))), torch.relu(self.numbers(numbers))]
        parts += [table(classes[:, i]) for i, table in enumerate(self.tables)]
        state = torch.relu(self.input(self.drop(torch.cat(parts, dim=1))))
        for convolution in self.convolutions:
            state = state + torch.relu(convolution(self.drop(state).T[None])[0].T)
        scores: torch.Tensor = self.tags(state)
        return scores


def fit(examples: Sequence[Example], epochs: int, seed: int) -> Net:
    """Train one network.

    Args:
        epochs: Times that each report is seen; the learning rate falls to nought over them.
    """
    torch.manual_seed(seed)
    order = random.Random(seed)
    queue = [example for example in examples if (example.tags != IGNORED).any()]
    net = Net(queue[0].inputs.vectors.shape[1])
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=0.01)
    weights = torch.tensor([1.0, 1.5, 1.5])
    total, step = epochs * len(queue), 0
    net.train()
    for epoch in range(epochs):
        order.shuffle(queue)
        whole = 0.0
        for k, example in enumerate(queue):
            scores, wanted = net(example.inputs), torch.from_numpy(example.tags)
            loss = (
                functional.cross_entropy(scores, wanted, weights, ignore_index=IGNORED, reduction="sum") / 100
            )
            loss.backward()  # type: ignore[no-untyped-call]
            whole += loss.item()
            step += 1
            if k % BATCH == BATCH - 1 or k == len(queue) - 1:
                for group in optimizer.param_groups:
                    group["lr"] = RATE * (1 - step / total) * min(1, step / 100)
                nn.utils.clip_grad_norm_(net.parameters(), 5.0)
                optimizer.step()
                optimizer.zero_grad()
        print(f"tagger: epoch {epoch + 1} of {epochs}, loss {whole / len(queue):.3f}", flush=True)
    net.eval()
    return net


def arrays(net: Net) -> dict[str, Any]:
    """Parameters of a network by name, as numpy arrays."""
    return {name: value.detach().numpy() for name, value in net.state_dict().items()}
