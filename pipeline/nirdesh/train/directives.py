"""Trains the reader of directives: spans of acts and of who is told, and what belongs to each act.

The network is the one of ``nirdesh.extract.directives.trained.network``; parameters have the same names.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import torch
import torch.nn.functional as functional
from torch import nn

from nirdesh.extract.assignments.trained.inputs import ENTITY, NER
from nirdesh.extract.directives.trained.inputs import COLUMNS, NUMBERS, SHARED, Inputs
from nirdesh.extract.directives.trained.network import LINKS, MODALITIES
from nirdesh.extract.directives.trained.reading import REACH, told_candidates
from nirdesh.extract.pairs import PAIR_NUMBERS, overlap, pair_numbers
from nirdesh.extract.sequence import Place, spans_of
from nirdesh.train.wordnet import WIDTH, WordNet, pooled, tags

RATE: Final = 2e-3
_WORDS: Final = 64  # width of what is kept of the analyser's states
BATCH: Final = 8  # reports
_SIZES: Final = {"pos": 8, "dep": 8, "key": 24, "entity": 12, "frame": 12, "ner": 6, "mood": 8}
_FIXED: Final = {"entity": len(ENTITY), "entity_start": 2, "title": 3, "ner": 2 * len(NER)}
_IGNORED: Final = -100
_DROPPED: Final = tuple(COLUMNS.index(name) for name in ("key", "frame", "frame_before"))


@dataclass(frozen=True, slots=True)
class Label:
    """One directive.

    Attributes:
        issuers: Ids of those who give it; None where the gold's are not among the mentions, or are in doubt.
        told: Words that name who is told; None likewise.
        also: Ids that another reading gives, ``also_told`` words: neither right nor wrong.
    """

    act: Place
    modality: int
    issuers: frozenset[str] | None
    told: frozenset[Place] | None
    also: frozenset[str] = frozenset()
    also_told: frozenset[Place] = frozenset()


@dataclass(slots=True)
class Example:
    """One report: what the network sees, its directives, and acts that count neither way."""

    name: str
    inputs: Inputs
    labels: list[Label] = field(default_factory=list)
    open: list[Place] = field(default_factory=list)


def _tables(values: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, int]]:
    for column in COLUMNS:
        base = SHARED.get(column, column)
        yield _FIXED.get(column) or len(values[base]) + 1, _SIZES.get(column, 8 if column in SHARED else 4)


class Net(WordNet):
    """The network in torch."""

    def __init__(self, width: int, values: Mapping[str, Sequence[str]]) -> None:
        super().__init__((width, _WORDS), _tables(values), NUMBERS, _DROPPED)
        self.acts, self.told = (nn.Linear(WIDTH, 3) for _ in range(2))
        self.modality = nn.Linear(3 * WIDTH, len(MODALITIES))
        for name in LINKS:
            self.add_pairs(name, 1, PAIR_NUMBERS)


def _loss(net: Net, example: Example) -> torch.Tensor:
    labels = example.labels
    states = net.states(example.inputs)
    n = len(states)
    column = tags(n, [label.act for label in labels])
    for begin, end in example.open:
        column[begin:end] = torch.where(column[begin:end] > 0, column[begin:end], _IGNORED)
    wide = net.drop(states)
    loss = functional.cross_entropy(net.acts(wide), column, ignore_index=_IGNORED, reduction="sum") / 100
    if not labels:
        return loss
    told = sorted({place for label in labels for place in label.told or ()})
    scores = net.told(wide)
    loss = loss + functional.cross_entropy(scores, tags(n, told), reduction="sum") / 200
    modality = net.modality(net.drop(pooled(states, [label.act for label in labels])))
    wanted = torch.tensor([label.modality for label in labels])
    loss = loss + functional.cross_entropy(modality, wanted, reduction="sum") / 10
    guesses = [p for p in spans_of(scores.argmax(dim=1).tolist()) if not any(overlap(p, t) for t in told)]
    return loss + _issuer_loss(net, example, states) + _told_loss(net, example, states, [*told, *guesses])


def _issuer_loss(net: Net, example: Example, states: torch.Tensor) -> torch.Tensor:
    """Of the mentions of one who gave it the nearest counts, the others neither way."""
    rows: list[tuple[int, int, float]] = []
    actors = example.inputs.actors
    for i, label in enumerate(example.labels):
        if label.issuers is None:
            continue
        near = [j for j, c in enumerate(actors) if abs(c.place[0] - label.act[0]) <= REACH]
        best = set()
        for giver in label.issuers:
            own = [j for j in near if actors[j].id == giver]
            best.update(sorted(own, key=lambda j: abs(actors[j].place[0] - label.act[0]))[:1])
        free = label.issuers | label.also
        rows += [(i, j, float(j in best)) for j in near if j in best or actors[j].id not in free]
    return _pairs(net, "issuer", example, states, [c.place for c in actors], rows)


def _told_loss(net: Net, example: Example, states: torch.Tensor, told: Sequence[Place]) -> torch.Tensor:
    places = told_candidates(told, example.inputs.actors)
    rows: list[tuple[int, int, float]] = []
    for i, label in enumerate(example.labels):
        if label.told is None:
            continue
        for j, place in enumerate(places):
            right = any(overlap(place, own) for own in label.told)
            free = any(overlap(place, other) for other in label.also_told)
            if abs(place[0] - label.act[0]) <= REACH and (right or not free):
                rows.append((i, j, float(right)))
    return _pairs(net, "addressee", example, states, places, rows)


def _pairs(
    net: Net,
    name: str,
    example: Example,
    states: torch.Tensor,
    others: Sequence[Place],
    rows: Sequence[tuple[int, int, float]],
) -> torch.Tensor:
    if not rows:
        return states.sum() * 0
    acts = [label.act for label in example.labels]
    numbers = pair_numbers(example.inputs, acts, others, [(i, j) for i, j, _ in rows])
    scores = net.score(name, states, [acts[i] for i, _, _ in rows], [others[j] for _, j, _ in rows], numbers)
    wanted = torch.tensor([right for _, _, right in rows])
    return functional.binary_cross_entropy_with_logits(scores[:, 0], wanted, reduction="sum") / 30


def fit(examples: Sequence[Example], values: Mapping[str, Sequence[str]], epochs: int, seed: int) -> Net:
    """Train one network.

    Args:
        values: Values of each open column.
        epochs: Times that each report is seen; the learning rate falls to nought over them.
    """
    torch.manual_seed(seed)
    order = random.Random(seed)
    net = Net(examples[0].inputs.vectors.shape[1], values)
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=0.01)
    queue = list(examples)
    total, step = max(epochs * len(queue) // BATCH, epochs), 0
    net.train()
    for epoch in range(epochs):
        order.shuffle(queue)
        whole = 0.0
        for k, example in enumerate(queue):
            loss = _loss(net, example)
            loss.backward()  # type: ignore[no-untyped-call]
            whole += loss.item()
            if k % BATCH == BATCH - 1 or k == len(queue) - 1:
                step += 1
                for group in optimizer.param_groups:
                    group["lr"] = RATE * max(0.0, 1 - step / total) * min(1, step / 30)
                nn.utils.clip_grad_norm_(net.parameters(), 5.0)
                optimizer.step()
                optimizer.zero_grad()
        print(f"directives: epoch {epoch + 1} of {epochs}, loss {whole / len(queue):.3f}", flush=True)
    net.eval()
    return net


def arrays(net: Net) -> dict[str, Any]:
    """Parameters of a network by name, as numpy arrays."""
    return {name: value.detach().numpy() for name, value in net.state_dict().items()}
