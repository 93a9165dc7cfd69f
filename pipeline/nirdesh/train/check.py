"""Figures of the joint analyser while it trains, on the development splits, with greedy heads."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import torch

from nirdesh.analyse.neural import decode
from nirdesh.train.entities import Tagged
from nirdesh.train.joint import Average, batches
from nirdesh.train.network import Inventory, Network, Types
from nirdesh.train.prepare import Material
from nirdesh.train.treebank import Row

TOKENS = 2000


def check_trees(
    network: Network, types: Types, inventory: Inventory, gold: Sequence[Sequence[Row]]
) -> dict[str, float]:
    """Tags, heads and labels in percent."""
    counts: Counter[str] = Counter()
    for group in batches([len(s) for s in gold], TOKENS, random.Random(0)):
        batch = types.batch([[row.form for row in gold[i]] for i in group], 0.0, np.random.default_rng(0))
        middle, tree = network.syntax(network.encode(batch), batch)
        blocked = torch.cat([torch.ones_like(batch.mask[:, :1]), batch.mask], dim=1).unsqueeze(1)
        heads = network.arcs(tree).masked_fill(~blocked, -1e4).argmax(-1)
        labels = network.labels(tree, heads).argmax(-1)
        tags = network.tag(middle).argmax(-1)
        for j, i in enumerate(group):
            for k, row in enumerate(gold[i]):
                attached = int(heads[j, k]) == (0 if row.head == k else row.head + 1)
                counts["words"] += 1
                counts["tag"] += inventory.tags[int(tags[j, k])] == row.tag
                counts["uas"] += attached
                counts["las"] += attached and inventory.deps[int(labels[j, k])] == row.dep
    return {name: round(100 * counts[name] / counts["words"], 2) for name in ("tag", "uas", "las")}


def check_entities(
    network: Network, types: Types, inventory: Inventory, gold: Sequence[Tagged], output: str
) -> float:
    """Span F1 in percent, over the project's tokens and the set's own labels."""
    crf: Any = network.crfs[output]
    steps, start, ends = (table.numpy() for table in crf.tables())
    right = wanted = found = 0
    for group in batches([len(s.words) for s in gold], TOKENS, random.Random(0)):
        batch = types.batch([gold[i].words for i in group], 0.0, np.random.default_rng(0))
        scores = network.entities(network.encode(batch), batch, [output])[output].numpy()
        for j, i in enumerate(group):
            best = decode.viterbi(scores[j, : len(gold[i].words)], steps, start, ends)
            have = set(decode.spans([inventory.heads[output][tag] for tag in best]))
            want = set(gold[i].spans)
            right, wanted, found = right + len(have & want), wanted + len(want), found + len(have)
    return round(200 * right / max(1, wanted + found), 2)


def checker(
    types: Types, inventory: Inventory, material: Material
) -> Callable[[Network, Average], dict[str, float]]:
    """What :func:`nirdesh.train.joint.train` calls: figures of the averaged weights."""

    def check(network: Network, average: Average) -> dict[str, float]:
        kept = {name: value.clone() for name, value in network.state_dict().items()}
        network.load_state_dict(average.values)
        network.eval()
        with torch.no_grad():
            out = check_trees(network, types, inventory, material.trees_dev)
            for name, sentences in material.entities_dev.items():
                out[name] = check_entities(network, types, inventory, sentences, name)
        network.load_state_dict(kept)
        return out

    return check
