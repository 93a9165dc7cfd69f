"""Trains the reader of assignments: spans of roles and names, who gets which, and where.

The network is the one of ``nirdesh.extract.assignments.trained.network``; parameters have the same names.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import torch
import torch.nn.functional as functional
from torch import nn

from nirdesh.extract.assignments.trained.inputs import (
    COLUMNS,
    ENTITY,
    NER,
    NUMBERS,
    Inputs,
    link_numbers,
)
from nirdesh.extract.assignments.trained.reading import GIVER_REACH, PLACE_REACH, REACH
from nirdesh.extract.pairs import PAIR_NUMBERS, Candidate, overlap, pair_numbers
from nirdesh.extract.sequence import Floats, Place, spans_of
from nirdesh.train.wordnet import WIDTH, WordNet, tags

if TYPE_CHECKING:
    from collections.abc import Iterator

RATE: Final = 2e-3
_WORDS: Final = 40  # width of what is kept of the word vectors
BATCH: Final = 4  # reports
_SIZES: Final = {
    "pos": 8,
    "dep": 8,
    "trigger": 8,
    "block": 4,
    "actor": 4,
    "key": 24,
    "entity": 16,
    "title": 4,
}
_SIZES_OF_OTHERS: Final = {"entity_start": 2, "ner": 6, "head_key": 12, "head_trigger": 4}
_SHARED: Final = {"head_key": "key"}
_IGNORED: Final = -100
_DROPPED: Final = (COLUMNS.index("key"), COLUMNS.index("head_key"))


@dataclass(frozen=True, slots=True)
class Label:
    """One assignment: words of the person and the role, the number of its change, and its place.

    Attributes:
        place: Words of the place, a region of the record or not; None where it has none.
        place_known: Whether ``place`` is to be learned from.
        givers: Ids of those who gave it; None where the reader can't see them.
        optional: Whether it is one is open, so that nothing is learned from it.
    """

    person: Place
    id: str
    role: Place
    change: int
    place: Place | None
    place_known: bool
    givers: frozenset[str] | None
    optional: bool = False


@dataclass(slots=True)
class Example:
    """One report: what the network sees, its assignments, and the same as if less were known."""

    name: str
    inputs: Inputs
    labels: list[Label] = field(default_factory=list)
    variants: list[Example] = field(default_factory=list)

    @property
    def people(self) -> list[Candidate]:
        """People of the report, and those that only the labels know."""
        known = {c.place for c in self.inputs.people}
        new = {label.person: label.id for label in self.labels if label.person not in known}
        return [*self.inputs.people, *(Candidate(place, name) for place, name in sorted(new.items()))]


def _base(column: str) -> str:
    """The column whose values another has too."""
    return "trigger" if "trigger" in column else _SHARED.get(column, column)


def _counts(values: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, int]]:
    for column in COLUMNS:
        base = _base(column)
        fixed = {"entity": len(ENTITY), "entity_start": 2, "title": 3, "ner": 2 * len(NER)}
        count = fixed[column] if column in fixed else len(values[base]) + 1
        yield count, _SIZES_OF_OTHERS.get(column) or _SIZES.get(column) or 6


class Net(WordNet):
    """The network in torch."""

    def __init__(self, width: int, values: Mapping[str, Sequence[str]]) -> None:
        super().__init__((width, _WORDS), _counts(values), NUMBERS, _DROPPED)
        self.roles, self.names, self.places = (nn.Linear(WIDTH, 3) for _ in range(3))
        for name, outputs, numbers in (("pair", 4, 1), ("place", 1, 2), ("giver", 1, 2)):
            self.add_pairs(name, outputs, numbers * PAIR_NUMBERS)


def _loss(net: Net, example: Example) -> torch.Tensor:
    inputs, labels = example.inputs, example.labels
    states = net.states(inputs)
    weights = torch.tensor([1.0, 2.0, 2.0])
    n = len(states)
    scores = net.roles(states)
    loss = 3 * functional.cross_entropy(scores, tags(n, [x.role for x in labels]), weight=weights)
    loss = loss + _new_name_loss(net, example, states)
    roles = sorted({x.role for x in labels} | set(spans_of(scores.argmax(dim=1).tolist())))
    return loss + _pair_loss(net, example, states, roles) + _new_place_loss(net, example, states)


def _new_name_loss(net: Net, example: Example, states: torch.Tensor) -> torch.Tensor:
    """Names of people with an assignment; those that the record knows weigh less."""
    column = tags(len(states), [x.person for x in example.labels])
    weights = torch.full((len(states),), 0.5) + (column > 0) * 0.5
    for person in example.inputs.people:
        begin, end = person.place
        weights[begin:end] *= 0.3
    losses = functional.cross_entropy(net.names(states), column, reduction="none")
    return (losses * weights).sum() / weights.sum()


def _new_place_loss(net: Net, example: Example, states: torch.Tensor) -> torch.Tensor:
    """Places that the record does not know, and which assignment each place belongs to."""
    known = [region.place for region in example.inputs.regions]
    new = sorted({x.place for x in example.labels if x.place and x.place not in known})
    column = tags(len(states), new)
    for begin, end in known:
        column[begin:end] = _IGNORED
    if any(not x.place_known for x in example.labels):
        column[column == 0] = _IGNORED
    scores = net.places(states)
    weights = torch.tensor([1.0, 4.0, 4.0])
    loss = states.sum() * 0
    if bool((column != _IGNORED).any()):
        loss = loss + functional.cross_entropy(scores, column, weight=weights, ignore_index=_IGNORED)
    guesses = spans_of(scores.argmax(dim=1).tolist())
    wrong = [p for p in guesses if not any(overlap(p, other) for other in [*known, *new])]
    return loss + _place_loss(net, example, states, [*new, *wrong])


def _pair_loss(net: Net, example: Example, states: torch.Tensor, roles: Sequence[Place]) -> torch.Tensor:
    people = example.people
    gold = {(x.person, x.role): 1 + x.change for x in example.labels if not x.optional}
    pairs, wanted = [], []
    for i, person in enumerate(people):
        own = [x.role for x in example.labels if x.id == person.id]
        for j, role in enumerate(roles):
            answer = gold.get((person.place, role))
            said_elsewhere = answer is None and any(overlap(role, other) for other in own)
            if said_elsewhere or (answer is None and abs(person.place[0] - role[0]) > REACH):
                continue
            pairs.append((i, j))
            wanted.append(answer or 0)
    if not pairs:
        return states.sum() * 0
    places = [person.place for person in people]
    numbers = pair_numbers(example.inputs, places, roles, pairs)
    scores = net.score("pair", states, [places[i] for i, _ in pairs], [roles[j] for _, j in pairs], numbers)
    return functional.cross_entropy(scores, torch.tensor(wanted), reduction="sum") / 20


def _place_loss(net: Net, example: Example, states: torch.Tensor, new: Sequence[Place]) -> torch.Tensor:
    regions = example.inputs.regions
    ids = {region.place: region.id for region in regions} | {place: f"{place}" for place in new}
    spans = [*(region.place for region in regions), *new]
    one, wanted, numbers = [], [], []
    other: list[Place] = []
    groups: list[tuple[int, int]] = []
    for label in example.labels:
        if not label.place_known:
            continue
        own = ids.get(label.place) if label.place else None
        near = [j for j, place in enumerate(spans) if abs(place[0] - label.person[0]) <= PLACE_REACH]
        kept = [j for j in near if spans[j] == label.place or ids[spans[j]] != own]
        if kept:
            numbers.append(link_numbers(example.inputs, label.person, label.role, [spans[j] for j in kept]))
            one += [label.role] * len(kept)
            groups.append((len(other), len(other) + len(kept)))
            other += [spans[j] for j in kept]
            wanted.append(next((k for k, j in enumerate(kept) if spans[j] == label.place), len(kept)))
    if not wanted:
        return states.sum() * 0
    scores = net.score("place", states, one, other, np.concatenate(numbers))[:, 0]
    none = torch.zeros(1)
    rows = [torch.cat([scores[a:b], none])[None] for a, b in groups]
    losses = [functional.cross_entropy(r, torch.tensor([w])) for r, w in zip(rows, wanted, strict=True)]
    return torch.stack(losses).sum() / 15


def _giver_loss(net: Net, example: Example, states: torch.Tensor) -> torch.Tensor | None:
    actors = example.inputs.actors
    spans = [actor.place for actor in actors]
    one, other, wanted, numbers = [], [], [], []
    for label in example.labels:
        if label.givers is None:
            continue
        begin = label.person[0]
        near = [
            j
            for j, place in enumerate(spans)
            if abs(place[0] - begin) <= GIVER_REACH and not overlap(place, label.person)
        ]
        own = {giver: [j for j in near if actors[j].id == giver] for giver in label.givers}
        best = {min(js, key=lambda j: abs(spans[j][0] - begin)) for js in own.values() if js}
        kept = [j for j in near if j in best or actors[j].id not in label.givers]
        if kept:
            numbers.append(link_numbers(example.inputs, label.person, label.role, [spans[j] for j in kept]))
            one += [label.role] * len(kept)
            other += [spans[j] for j in kept]
            wanted += [float(j in best) for j in kept]
    if not wanted:
        return None
    scores = net.score("giver", states, one, other, np.concatenate(numbers))[:, 0]
    return functional.binary_cross_entropy_with_logits(scores, torch.tensor(wanted), reduction="sum") / 30


def fit_givers(net: Net, examples: Sequence[Example], epochs: int, seed: int) -> None:
    """Train who gives the roles on the states of a network that is finished."""
    torch.manual_seed(seed)
    order = random.Random(seed)
    with torch.no_grad():
        queue = [(example, net.states(example.inputs)) for example in examples if example.labels]
    own = [value for name, value in net.named_parameters() if name.startswith("giver_")]
    optimizer = torch.optim.AdamW(own, lr=RATE, weight_decay=0.01)
    net.train()
    for epoch in range(epochs):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - epoch / epochs)
        order.shuffle(queue)
        for example, states in queue:
            loss = _giver_loss(net, example, states)
            if loss is not None:
                loss.backward()  # type: ignore[no-untyped-call]
                optimizer.step()
                optimizer.zero_grad()
    net.eval()


@dataclass(frozen=True, slots=True)
class Start:
    """A trained network to go on from: its parameters by name, and the values of its open columns."""

    weights: Mapping[str, Floats]
    values: Mapping[str, Sequence[str]]


def take_over(net: Net, values: Mapping[str, Sequence[str]], start: Start) -> None:
    """Give a new network the parameters of a trained one; rows of its tables go by their values."""
    with torch.no_grad():
        for name, target in net.named_parameters():
            old = start.weights.get(name)
            if old is None:
                continue  # only learned beside the rest
            rows = _rows(name, values)
            if rows is None:
                target.copy_(torch.from_numpy(old))
                continue
            known = {value: i + 1 for i, value in enumerate(start.values[rows])}
            pairs = [(i + 1, known[value]) for i, value in enumerate(values[rows]) if value in known]
            for new, before in [(0, 0), *pairs]:
                target[new] = torch.from_numpy(old[before])


def _rows(name: str, values: Mapping[str, Sequence[str]]) -> str | None:
    """The open column whose values are the rows of a parameter, if it is such a table."""
    if not name.startswith("tables."):
        return None
    base = _base(COLUMNS[int(name.split(".")[1])])
    return base if base in values else None


def fit(
    examples: Sequence[Example],
    values: Mapping[str, Sequence[str]],
    epochs: int,
    seed: int,
    start: Start | None = None,
) -> Net:
    """Train one network.

    Args:
        values: Values of each open column.
        epochs: Times that each report is seen; the learning rate falls to nought over them.
        start: What it begins from, at half the rate; else from chance.
    """
    torch.manual_seed(seed)
    order = random.Random(seed)
    net = Net(examples[0].inputs.vectors.shape[1], values)
    if start is not None:
        take_over(net, values, start)
    rate = RATE if start is None else RATE / 2
    optimizer = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=0.01)
    queue = list(examples)
    total, step = epochs * len(queue), 0
    net.train()
    for epoch in range(epochs):
        order.shuffle(queue)
        whole = 0.0
        for k, example in enumerate(queue):
            loss = _loss(net, order.choice((example, example, *example.variants)))
            loss.backward()  # type: ignore[no-untyped-call]
            whole += loss.item()
            step += 1
            if k % BATCH == BATCH - 1 or k == len(queue) - 1:
                for group in optimizer.param_groups:
                    group["lr"] = rate * (1 - step / total) * min(1, step / 100)
                nn.utils.clip_grad_norm_(net.parameters(), 5.0)
                optimizer.step()
                optimizer.zero_grad()
        print(f"reader: epoch {epoch + 1} of {epochs}, loss {whole / len(queue):.3f}", flush=True)
    net.eval()
    return net


def arrays(net: Net) -> dict[str, Any]:
    """Parameters of a network by name, as numpy arrays; names of people are only learned beside the rest."""
    kept = {n: value for n, value in net.state_dict().items() if not n.startswith("names.")}
    return {name: value.detach().numpy() for name, value in kept.items()}
