"""The data of the joint analyser: which sets, which splits, what is left out and why."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nirdesh.lexicon.files import toml
from nirdesh.train.entities import Tagged, held_out, read_columns, read_source, retokenised, spans_of
from nirdesh.train.templates import generate
from nirdesh.train.treebank import Row, rare_labels_merged, read_treebank

LONGEST: Final = 120
TEMPLATES: Final = 6000


@dataclass(frozen=True, slots=True)
class Material:
    """Training and development sentences.

    Attributes:
        entities: Source -> training sentences.
        labels: Output -> entity labels it tells apart.
    """

    trees: list[list[Row]]
    trees_dev: list[list[Row]]
    entities: dict[str, list[Tagged]]
    entities_dev: dict[str, list[Tagged]]
    labels: dict[str, list[str]]


def training_trees(data: Path) -> list[list[Row]]:
    """Sentences of the treebank's training part, rare labels cut back."""
    trees = rare_labels_merged(list(read_treebank(data / "treebank/hdtb-ssf-train.conllx.xz")), 20)
    return [s for s in trees if len(s) <= LONGEST]


def prepare(data: Path, seed: int = 1) -> Material:
    """Read everything.

    Of IJCNLP a quarter of the sentences without entities is kept (its annotation has gaps), of FIRE the
    sentences with an occupation; a tenth of HiNER is held out for development.
    """
    found = {name: read_source(name, data) for name in ("hiner", "il-ner", "ijcnlp", "fire")}
    found["hiner"], hiner_dev = held_out(found["hiner"], 0.1, 1)
    rng = random.Random(seed)
    found["ijcnlp"] = [s for s in found["ijcnlp"] if s.spans or rng.random() < 0.25]
    found["fire"] = [s for s in found["fire"] if any(label == "occupation" for *_, label in s.spans)]
    found["templates"] = generate(data, TEMPLATES, seed)
    labels = {"press": list(toml("analyse", "entities.toml")["labels"])}
    for name in ("hiner", "il-ner"):
        counts = Counter(label for s in found[name] for *_, label in s.spans)
        labels[name] = sorted(label for label, count in counts.items() if count >= 10)
    il_dev = [
        retokenised(words, spans_of(tags, "BIO"), "il-ner")
        for words, tags in read_columns(data / "ner/il-ner-hi-dev.txt.xz")
    ]
    return Material(
        training_trees(data),
        list(read_treebank(data / "treebank/hdtb-ssf-dev.conllx.xz")),
        {name: _fitting(sentences) for name, sentences in found.items()},
        {"hiner": hiner_dev, "il-ner": il_dev},
        labels,
    )


def _fitting(sentences: Sequence[Tagged]) -> list[Tagged]:
    return [s for s in sentences if 0 < len(s.words) <= LONGEST]
