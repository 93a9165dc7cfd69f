"""Trains the second reading of labels over the finished analyser, whose weights stay as they are."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from nirdesh.analyse.models import CARD
from nirdesh.analyse.neural.component import NAME
from nirdesh.analyse.neural.labels import (
    FACTS,
    LAYERS,
    PAIR_ROWS,
    PREFIX,
    Arcs,
    facts,
    sentence_ends,
    unsure,
)
from nirdesh.analyse.neural.layers import Floats
from nirdesh.analyse.neural.model import load
from nirdesh.train.build import VERSION, write_card
from nirdesh.train.label_samples import Sample, sample, with_gold
from nirdesh.train.prepare import training_trees

MEAN: Final = 0.01


@dataclass(frozen=True, slots=True)
class LabelRecipe:
    """Everything that decides the outcome.

    Attributes:
        shares: Parts of the analyser's own dropout with which it reads the treebank, one for each reading.
        sentences: Sentences in a batch.
    """

    seed: int = 1
    shares: tuple[float, ...] = (0.5, 0.6)
    rounds: int = 5
    rate: float = 1.5e-3
    sentences: int = 120
    tree: int = 48
    word: int = 32
    tag: int = 12
    feats: int = 8
    first: int = 16
    node: int = 80
    child: int = 48
    arc: int = 128
    pair: int = 24


@dataclass(frozen=True, slots=True)
class Batch:
    """Some sentences of a sample as tensors, and the words whose labels are in doubt."""

    arcs: Arcs
    told: Tensor
    chosen: Tensor
    pairs: Tensor
    wanted: Tensor


def batch(read: Sample, sentences: Sequence[int]) -> Batch:
    """Put sentences of a sample together; only what can be learned from is chosen."""
    begins = read.begins
    rows = np.concatenate([np.arange(begins[i], begins[i + 1]) for i in sentences])
    place = np.full(len(read.above) + 1, -1)
    place[rows] = np.arange(len(rows))
    arcs = Arcs(
        read.tree[rows].astype(np.float32),
        read.vectors[read.words[rows]],
        read.tags[rows],
        read.feats[rows],
        read.scores[rows].astype(np.float32),
        place[read.above[rows]],
        (),
        *sentence_ends([begins[i + 1] - begins[i] for i in sentences]),
    )
    wanted = read.wanted[rows]
    chosen = unsure(arcs.scores, arcs.above)
    chosen = chosen[wanted[chosen] >= 0]
    tensor = torch.from_numpy
    return Batch(
        arcs, tensor(facts(arcs)), tensor(chosen), tensor(read.pairs[rows][chosen]), tensor(wanted[chosen])
    )


class SecondNet(nn.Module):
    """What ``nirdesh.analyse.neural.labels`` runs with numpy; its parts have the same names."""

    def __init__(self, recipe: LabelRecipe, tree: int, word: int, tags: int, feats: int, labels: int) -> None:
        super().__init__()
        r = recipe
        self.tag = nn.Embedding(tags, r.tag)
        self.feats = nn.Embedding(feats, r.feats)
        self.first = nn.Parameter(torch.randn(labels, r.first) * 0.3)
        self.pair = nn.Embedding(PAIR_ROWS, r.pair, sparse=True)
        nn.init.normal_(self.pair.weight, std=0.05)
        self.root = nn.Parameter(torch.zeros(r.node))
        self.trust = nn.Parameter(torch.tensor([0.7]))
        self.tree = nn.Linear(tree, r.tree)
        self.word = nn.Linear(word, r.word)
        self.node = nn.Linear(r.tree + r.word + r.tag + r.feats + r.first, r.node)
        self.child = nn.Linear(r.node + 2, r.child)
        self.whole = nn.Linear(r.node + r.child, r.node)
        self.part = nn.Linear(r.node + 2, r.node)
        self.arc = nn.Linear(6 * r.node + FACTS, r.arc)
        self.pair_in = nn.Linear(r.pair, r.arc)
        self.out = nn.Linear(r.arc, labels)
        self.drop = nn.Dropout(0.3)
        self.light = nn.Dropout(0.2)

    def _layer(self, name: str, *parts: Tensor) -> Tensor:
        return functional.leaky_relu(getattr(self, name)(torch.cat(parts, dim=1)), 0.1)

    def forward(self, given: Batch) -> Tensor:
        """Scores of the labels of the chosen words."""
        arcs, light, tensor = given.arcs, self.light, torch.from_numpy
        told, chosen, scores = given.told, given.chosen, tensor(arcs.scores)
        total, where = len(arcs.above), given.told[:, :2]
        above = tensor(np.where(arcs.above < 0, total, arcs.above))
        own = light(
            self._layer(
                "node",
                light(self._layer("tree", self.drop(tensor(arcs.tree)))),
                light(self._layer("word", light(tensor(arcs.vectors)))),
                light(self.tag(tensor(arcs.tags))),
                light(self.feats(tensor(arcs.feats))),
                scores.exp() @ self.first,
            )
        )
        children = _summed(self._layer("child", own, where), above)[:total]
        whole = light(self._layer("whole", own, children))
        beside = light(0.5 * _summed(self._layer("part", whole, where), above))
        whole = torch.cat([whole, self.root[None]])
        around = torch.cat([own, torch.zeros_like(own[:1])])
        heads = above[chosen]
        pairs = self.pair(given.pairs)
        if self.training:
            pairs = pairs * (torch.rand(len(pairs), 1) > 0.3)
        hidden = self.arc(
            torch.cat(
                [
                    whole[chosen],
                    whole[heads],
                    beside[heads],
                    whole[above[heads]],
                    around[chosen - 1] * (1 - told[chosen, 4:5]),
                    around[chosen + 1] * (1 - told[chosen, 5:6]),
                    told[chosen],
                ],
                dim=1,
            )
        )
        hidden = self.drop(functional.leaky_relu(hidden + self.pair_in(pairs), 0.1))
        out: Tensor = self.out(hidden) + self.trust * scores[chosen]
        return out


def _summed(values: Tensor, above: Tensor) -> Tensor:
    return torch.zeros(len(values) + 1, values.shape[1]).index_add(0, above, values)


def weights_of(net: SecondNet) -> dict[str, Floats]:
    """Arrays by the names that ``nirdesh.analyse.neural.labels`` uses."""
    out: dict[str, Floats] = {}
    for name, value in net.state_dict().items():
        part, _, kind = name.partition(".")
        array = value.detach().numpy()
        if part in LAYERS:
            out[f"{PREFIX}{name}"] = np.ascontiguousarray(array.T) if kind == "weight" else array
        else:
            out[f"{PREFIX}{part}"] = array
    return out


def learn(
    net: SecondNet,
    treebank: Sequence[Sample],
    recipe: LabelRecipe,
    log: Callable[[str], None],
) -> None:
    """Run the recipe; the net ends with the running mean of its weights."""
    torch.manual_seed(recipe.seed)
    rng = random.Random(recipe.seed)
    dense = [p for p in net.parameters() if p is not net.pair.weight]
    makers = [
        torch.optim.Adam(dense, lr=recipe.rate, betas=(0.9, 0.98)),
        torch.optim.SparseAdam([net.pair.weight], lr=recipe.rate, betas=(0.9, 0.98)),
    ]
    mean = {name: value.detach().clone() for name, value in net.state_dict().items()}
    order = list(range(len(treebank[0].begins) - 1))
    steps = len(order) // recipe.sentences
    step = 0
    net.train()
    for turn in range(recipe.rounds):
        rng.shuffle(order)
        total = 0.0
        for begin in range(0, steps * recipe.sentences, recipe.sentences):
            share = step / (steps * recipe.rounds)
            rate = min(1.0, (step + 1) / 100) * (0.03 + 0.97 * 0.5 * (1 + math.cos(math.pi * share)))
            given = batch(treebank[turn % len(treebank)], order[begin : begin + recipe.sentences])
            loss = functional.cross_entropy(net(given), given.wanted)
            total += loss.item()
            for maker in makers:
                for group in maker.param_groups:
                    group["lr"] = recipe.rate * rate
                maker.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(dense, 2.0)
            for maker in makers:
                maker.step()
            step += 1
            for name, value in net.state_dict().items():
                mean[name].lerp_(value, max(MEAN, 1 / (step + 1)))
        log(f'{{"round": {turn + 1}, "loss": {total / steps:.4f}}}')
    net.load_state_dict(mean)
    net.eval()


def train_labels(data: Path, models: Path) -> dict[str, Any]:
    """Train over ``models/hi_nirdesh`` and write the weights into it; returns its card."""
    torch.set_num_threads(1)
    recipe = LabelRecipe()
    folder = models / "hi_nirdesh"
    analyser = load(folder / NAME)
    labels = analyser.classes["dep"]
    gold = training_trees(data)
    words = [[row.form for row in rows] for rows in gold]
    treebank = [
        with_gold(sample(analyser, words, share, recipe.seed + i), gold, labels)
        for i, share in enumerate(recipe.shares)
    ]
    torch.manual_seed(recipe.seed)
    sizes = [len(analyser.classes[name]) for name in ("tag", "feats", "dep")]
    net = SecondNet(recipe, treebank[0].tree.shape[1], treebank[0].vectors.shape[1], *sizes)
    learn(net, treebank, recipe, print)
    add_weights(folder / NAME / "weights.npz", weights_of(net))
    known = json.loads((folder / CARD).read_text(encoding="utf-8"))["recipe"]
    return write_card(folder, VERSION, {**known, "labels": asdict(recipe)})


def add_weights(path: Path, weights: dict[str, Floats]) -> None:
    """Put the second reading's weights into the analyser's file; everything else in it stays."""
    with np.load(path) as archive:
        arrays: dict[str, Any] = {
            name: archive[name] for name in archive.files if not name.startswith(PREFIX)
        }
    arrays.update((name, value.astype(np.float16)) for name, value in weights.items())
    np.savez_compressed(path, **arrays)
