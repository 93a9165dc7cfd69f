"""Trains the joint analyser: one batch of trees and one of entities a step, on one thread, resumable."""

from __future__ import annotations

import json
import math
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from nirdesh.analyse.neural import decode, features
from nirdesh.analyse.neural.lemmas import edit_of
from nirdesh.lexicon.files import toml
from nirdesh.train.distil import ask, entity_match, tree_match
from nirdesh.train.entities import Tagged
from nirdesh.train.network import Batch, Inventory, Network, Sizes, Types
from nirdesh.train.noise import noisy
from nirdesh.train.treebank import Row

PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides the outcome of a run.

    Attributes:
        tokens: Words in a batch of trees.
        entity_tokens: Words in a batch of entities.
        vector_epochs: Rounds of self-made word vectors before.
        steps: Batches of each kind.
        shares: Source of entities -> share of the batches.
        sizes: Widths of the layers.
        teach: Share of the loss that comes from a wider analyser's answers.
    """

    seed: int = 1
    sizes: Sizes = field(default_factory=Sizes)
    vector_epochs: int = 6
    steps: int = 7000
    tokens: int = 1200
    entity_tokens: int = 1200
    rate: float = 2e-3
    warmup: int = 100
    word_drop: float = 0.15
    noise_sentences: float = 0.25
    noise_words: float = 0.12
    average_every: int = 8
    average_keep: float = 0.98
    teach: float = 0.0
    shares: Mapping[str, float] = field(
        default_factory=lambda: {
            "hiner": 0.32,
            "il-ner": 0.36,
            "ijcnlp": 0.18,
            "fire": 0.03,
            "templates": 0.11,
        }
    )


def build_inventory(trees: Sequence[Sequence[Row]], entity_labels: Mapping[str, Sequence[str]]) -> Inventory:
    """Classes of every output: those seen often enough in training."""

    def often(values: Counter[str], least: int) -> tuple[str, ...]:
        kept = sorted((v for v, n in values.items() if n >= least), key=lambda v: (-values[v], v))
        return tuple(kept)

    rows = [row for sentence in trees for row in sentence]
    return Inventory(
        often(Counter(row.tag for row in rows), 3),
        often(Counter(row.upos for row in rows), 1),
        often(Counter(row.feats for row in rows), 5),
        often(Counter(edit_of(row.form, row.lemma) for row in rows), 6),
        often(Counter(row.dep for row in rows), 1),
        {name: tuple(decode.bio_labels(labels)) for name, labels in entity_labels.items()},
    )


def batches(lengths: Sequence[int], tokens: int, rng: random.Random) -> Iterator[list[int]]:
    """Indices of sentences of like length, about ``tokens`` words a batch, in random order."""
    order = sorted(range(len(lengths)), key=lambda i: (lengths[i] + rng.random() * 3, i))
    groups: list[list[int]] = [[]]
    for i in order:
        if groups[-1] and (len(groups[-1]) + 1) * lengths[i] > tokens:
            groups.append([])
        groups[-1].append(i)
    rng.shuffle(groups)
    yield from (group for group in groups if group)


class Trees:
    """Tree sentences as numbers."""

    def __init__(self, sentences: Sequence[Sequence[Row]], inventory: Inventory) -> None:
        self.sentences = sentences
        index = [
            {name: i for i, name in enumerate(names)}
            for names in (inventory.tags, inventory.upos, inventory.feats, inventory.edits, inventory.deps)
        ]
        self.gold = [
            np.array(
                [
                    [
                        index[0].get(row.tag, -1),
                        index[1].get(row.upos, -1),
                        index[2].get(row.feats, -1),
                        index[3].get(edit_of(row.form, row.lemma), -1),
                        index[4].get(row.dep, -1),
                        0 if row.head == i else row.head + 1,
                    ]
                    for i, row in enumerate(sentence)
                ],
                dtype=np.int64,
            )
            for sentence in sentences
        ]

    def example(self, i: int, recipe: Recipe, rng: random.Random) -> tuple[list[str], Any]:
        """Words and gold columns, now and then with noise; the danda goes where nothing hangs on it."""
        words = [row.form for row in self.sentences[i]]
        gold = self.gold[i]
        if len(words) > 3 and rng.random() < recipe.noise_sentences:
            changed = noisy(words, rng, recipe.noise_words)
            if changed[-1] == "":
                leaf = all(row[5] != len(words) for row in gold) and gold[-1][5] != 0
                changed = changed[:-1] if leaf else [*changed[:-1], words[-1]]
                gold = gold[: len(changed)]
            words = [word or "।" for word in changed]
        return words, gold


class Entities:
    """Entity sentences of one source with what the annotation leaves open for each output.

    Sentences of ``PLAIN`` have no annotation: only a teacher says something of them.
    """

    def __init__(self, sentences: Sequence[Tagged], source: str, inventory: Inventory) -> None:
        self.sentences = sentences
        self.tags = inventory.heads
        self.recipe: dict[str, Any] = toml("analyse", "entities.toml").get(source, {})
        self.outputs = [name for name in ("press", source) if name in inventory.heads and source != PLAIN]

    def open_tags(self, sentence: Tagged, output: str) -> np.ndarray[Any, Any]:
        """``(n, k)``: the tags that each word may carry in this output."""
        tags = self.tags[output]
        number = {tag: i for i, tag in enumerate(tags)}
        closed = np.zeros(len(tags), dtype=bool)
        closed[0] = True
        if output == "press":
            for label in self.recipe["silent"]:
                closed[[number[f"B-{label}"], number[f"I-{label}"]]] = True
        table = np.tile(closed, (len(sentence.words), 1))
        for start, end, label in sentence.spans:
            name = self.recipe["map"].get(label) if output == "press" else label
            if output == "press" and label in self.recipe["unsure"]:
                table[start:end] = True
            elif name is not None and f"B-{name}" in number:
                table[start:end] = False
                table[start, number[f"B-{name}"]] = True
                table[start + 1 : end, number[f"I-{name}"]] = True
        return table

    def example(self, i: int, recipe: Recipe, rng: random.Random) -> tuple[list[str], list[Any]]:
        """Words and open tags for each output, now and then with noise."""
        sentence = self.sentences[i]
        words = list(sentence.words)
        tables = [self.open_tags(sentence, output) for output in self.outputs]
        if len(words) > 3 and rng.random() < recipe.noise_sentences:
            changed = noisy(words, rng, recipe.noise_words)
            if changed[-1] == "":
                changed = changed[:-1]
            tables = [table[: len(changed)] for table in tables]
            words = changed
        return words, tables


def tree_loss(network: Network, batch: Batch, gold: Tensor, shared: Tensor) -> Tensor:
    """Summed loss of tags, features, lemmas, heads and labels."""
    middle, tree = network.syntax(shared, batch)
    mask = batch.mask
    parts = []
    for column, (layer, weight) in enumerate(
        ((network.tag, 1.0), (network.upos, 0.5), (network.feats, 0.7), (network.edit, 0.5))
    ):
        scores = layer(middle[mask])
        parts.append(weight * functional.cross_entropy(scores, gold[..., column][mask], ignore_index=-1))
    arcs = network.arcs(tree)
    blocked = torch.cat([torch.ones_like(mask[:, :1]), mask], dim=1).unsqueeze(1)
    arcs = arcs.masked_fill(~blocked, -1e4)
    parts.append(functional.cross_entropy(arcs[mask], gold[..., 5][mask]))
    labels = network.labels(tree, gold[..., 5])
    parts.append(functional.cross_entropy(labels[mask], gold[..., 4][mask], ignore_index=-1))
    return torch.stack(parts).sum()


def padded(arrays: Sequence[Any], fill: Any) -> Tensor:
    """Arrays ``(n_i, k)`` as one tensor ``(b, n, k)``."""
    longest = max(len(array) for array in arrays)
    out = np.full((len(arrays), longest, arrays[0].shape[1]), fill, dtype=arrays[0].dtype)
    for i, array in enumerate(arrays):
        out[i, : len(array)] = array
    return torch.from_numpy(out)


class Average:
    """Running mean of the weights, which generalises better than the last step."""

    def __init__(self, network: Network, keep: float) -> None:
        self.keep = keep
        self.values = {name: value.detach().clone() for name, value in network.state_dict().items()}
        self.count = 0

    def update(self, network: Network) -> None:
        """Take in the present weights."""
        self.count += 1
        keep = min(self.keep, self.count / (self.count + 5))
        for name, value in network.state_dict().items():
            if value.is_floating_point():
                self.values[name].mul_(keep).add_(value, alpha=1 - keep)


def optimisers(network: Network, rate: float) -> list[torch.optim.Optimizer]:
    """Adam for the layers, sparse Adam for the tables."""
    tables = [network.word.weight, network.piece.weight, network.end.weight]
    known = {id(table) for table in tables}
    rest = [p for p in network.parameters() if id(p) not in known]
    return [
        torch.optim.Adam(rest, lr=rate, betas=(0.9, 0.95)),
        torch.optim.SparseAdam(tables, lr=rate, betas=(0.9, 0.95)),
    ]


def schedule(step: int, recipe: Recipe) -> float:
    """Factor of the learning rate: linear warm-up, then half a cosine down to a twentieth."""
    if step < recipe.warmup:
        return (step + 1) / recipe.warmup
    share = (step - recipe.warmup) / max(1, recipe.steps - recipe.warmup)
    return 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * min(1.0, share)))


class Stream:
    """Endless batches of one data set, shuffled anew each round."""

    def __init__(self, data: Trees | Entities, tokens: int, seed: int) -> None:
        self.data = data
        self.tokens = tokens
        self.rng = random.Random(seed)
        self.rounds = 0
        self.queue: list[list[int]] = []

    def next(self) -> list[int]:
        """Indices of the next batch."""
        if not self.queue:
            lengths = [len(s.words) if isinstance(s, Tagged) else len(s) for s in self.data.sentences]
            self.queue = list(batches(lengths, self.tokens, self.rng))
            self.rounds += 1
        return self.queue.pop()


def train(
    network: Network,
    types: Types,
    trees: Trees,
    entities: Mapping[str, Entities],
    recipe: Recipe,
    folder: Path,
    log: Any,
    evaluate: Any,
    teacher: Network | None = None,
) -> Average:
    """Run the recipe; the state goes to ``folder`` now and then and is taken up from there again."""
    torch.manual_seed(recipe.seed)
    rng = random.Random(recipe.seed)
    numbers = np.random.default_rng(recipe.seed)
    tree_stream = Stream(trees, recipe.tokens, recipe.seed)
    entity_streams = {n: Stream(d, recipe.entity_tokens, recipe.seed + 1) for n, d in entities.items()}
    makers = optimisers(network, recipe.rate)
    average = Average(network, recipe.average_keep)
    state_file = folder / "state.pt"
    first = 0
    if state_file.exists():
        state = torch.load(state_file, weights_only=False)
        network.load_state_dict(state["network"])
        for maker, kept in zip(makers, state["makers"], strict=True):
            maker.load_state_dict(kept)
        average.values, average.count, first = state["average"], state["count"], state["step"]
    began = time.monotonic()
    sums: defaultdict[str, float] = defaultdict(float)
    network.train()
    for step in range(first, recipe.steps):
        for maker in makers:
            for group in maker.param_groups:
                group["lr"] = recipe.rate * schedule(step, recipe)
            maker.zero_grad(set_to_none=True)
        chosen = tree_stream.next()
        pairs = [trees.example(i, recipe, rng) for i in chosen]
        batch = types.batch([words for words, _ in pairs], recipe.word_drop, numbers)
        shared = network.encode(batch)
        loss = tree_loss(network, batch, padded([gold for _, gold in pairs], 0), shared)
        sums["trees"] += loss.item()
        if teacher is not None:
            taught = tree_match(network, batch, shared, ask(teacher, batch))
            loss = (1 - recipe.teach) * loss + recipe.teach * taught
        loss.backward()  # type: ignore[no-untyped-call]
        source = rng.choices(list(entities), [recipe.shares[name] for name in entities])[0]
        data = entities[source]
        items = [data.example(i, recipe, rng) for i in entity_streams[source].next()]
        batch = types.batch([words for words, _ in items], recipe.word_drop, numbers)
        shared = network.encode(batch)
        scores = network.entities(shared, batch, data.outputs)
        parts = []
        for k, name in enumerate(data.outputs):
            crf: Any = network.crfs[name]
            part = 6.0 * crf.loss(scores[name], batch.mask, padded([tables[k] for _, tables in items], True))
            parts.append((1 - recipe.teach) * part)
            sums[f"{source}/{name}"] += part.item()
            sums[f"{source}/{name}/n"] += 1
        if teacher is not None:
            answers = ask(teacher, batch)
            parts.append(recipe.teach * 6.0 * entity_match(network, batch, shared, answers))
            parts.append(recipe.teach * tree_match(network, batch, shared, answers))
        if parts:
            torch.stack(parts).sum().backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(makers[0].param_groups[0]["params"], 5.0)
        for maker in makers:
            maker.step()
        if step % recipe.average_every == 0:
            average.update(network)
        if (step + 1) % 100 == 0:
            spent = time.monotonic() - began
            line = {"step": step + 1, "seconds": round(spent, 1), "trees": round(sums["trees"] / 100, 4)}
            line |= {k: round(v / sums[f"{k}/n"], 4) for k, v in sums.items() if f"{k}/n" in sums}
            sums.clear()
            log(json.dumps(line, ensure_ascii=False))
        if (step + 1) % 600 == 0 or step + 1 == recipe.steps:
            torch.save(
                {
                    "network": network.state_dict(),
                    "makers": [maker.state_dict() for maker in makers],
                    "average": average.values,
                    "count": average.count,
                    "step": step + 1,
                },
                state_file.with_suffix(".tmp"),
            )
            state_file.with_suffix(".tmp").replace(state_file)
            log(json.dumps({"step": step + 1, **evaluate(network, average)}, ensure_ascii=False))
            network.train()
    return average


def word_table(
    sentences: Sequence[Sequence[str]], lists: Sequence[frozenset[int]], least: int = 2
) -> features.WordTable:
    """Word rows for every key seen at least ``least`` times."""
    counts = Counter(features.spelling_key(word) for words in sentences for word in words)
    kept = sorted((key for key, n in counts.items() if n >= least), key=lambda key: (-counts[key], key))
    return features.WordTable({key: i + 1 for i, key in enumerate(kept)}, tuple(lists))
