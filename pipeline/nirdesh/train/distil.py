"""Losses that pull the small analyser towards a wider one, whose soft answers to a batch are the gold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from nirdesh.train.network import Batch, Network

WEIGHTS = (("tag", 1.0), ("upos", 0.5), ("feats", 0.7), ("edit", 0.5))


@dataclass(frozen=True, slots=True)
class Answers:
    """What the wide analyser says of a batch.

    Attributes:
        classes: Output -> probabilities ``(words, k)`` of the real words.
        heads: ``(b, t, t + 1)`` probabilities of each word's head.
        best: ``(b, t)`` the likeliest head.
        labels: ``(words, l)`` probabilities of the label under ``best``.
        entities: Output -> marginals ``(b, t, k)``.
    """

    classes: Mapping[str, Tensor]
    heads: Tensor
    best: Tensor
    labels: Tensor
    entities: Mapping[str, Tensor]


def blocked(mask: Tensor) -> Tensor:
    """``(b, 1, t + 1)`` which places can't be a head: padding."""
    return ~torch.cat([torch.ones_like(mask[:, :1]), mask], dim=1).unsqueeze(1)


def ask(teacher: Network, batch: Batch) -> Answers:
    """The teacher's answers, without noise."""
    with torch.no_grad():
        shared = teacher.encode(batch)
        middle, tree = teacher.syntax(shared, batch)
        classes = {name: getattr(teacher, name)(middle[batch.mask]).softmax(-1) for name, _ in WEIGHTS}
        heads = teacher.arcs(tree).masked_fill(blocked(batch.mask), -1e4).softmax(-1)
        best = heads.argmax(-1)
        labels = teacher.labels(tree, best)[batch.mask].softmax(-1)
        scores = teacher.entities(shared, batch, list(teacher.heads))
    crfs: Any = teacher.crfs
    entities = {name: crfs[name].marginals(values, batch.mask) for name, values in scores.items()}
    return Answers(classes, heads, best, labels, entities)


def tree_match(network: Network, batch: Batch, shared: Tensor, wanted: Answers) -> Tensor:
    """Summed cross-entropy of tags, features, lemmas, heads and labels with the teacher's answers."""
    middle, tree = network.syntax(shared, batch)
    mask = batch.mask
    parts = [
        weight * functional.cross_entropy(getattr(network, name)(middle[mask]), wanted.classes[name])
        for name, weight in WEIGHTS
    ]
    arcs = network.arcs(tree).masked_fill(blocked(mask), -1e4)
    parts.append(functional.cross_entropy(arcs[mask], wanted.heads[mask]))
    parts.append(functional.cross_entropy(network.labels(tree, wanted.best)[mask], wanted.labels))
    return torch.stack(parts).sum()


def entity_match(network: Network, batch: Batch, shared: Tensor, wanted: Answers) -> Tensor:
    """Distance of the tags' marginals of every guideline from the teacher's, a word."""
    scores = network.entities(shared, batch, list(wanted.entities))
    crfs: Any = network.crfs
    parts = [crfs[name].match(scores[name], batch.mask, values) for name, values in wanted.entities.items()]
    return torch.stack(parts).sum()
