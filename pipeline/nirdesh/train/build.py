"""Trains the joint analyser and writes it as the spaCy pipeline ``models/hi_nirdesh``."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

import torch

from nirdesh.analyse import blank
from nirdesh.analyse.models import CARD, digest
from nirdesh.analyse.neural.component import NAME
from nirdesh.train.check import checker
from nirdesh.train.export import known_lemmas, meta_of, weights_of
from nirdesh.train.joint import Entities, Recipe, Trees, build_inventory, train, word_table
from nirdesh.train.namelists import build_lists
from nirdesh.train.network import Inventory, Network, Sizes, Types
from nirdesh.train.prepare import Material, prepare
from nirdesh.train.vectors import extra_sentences, pretrain

VERSION: Final = "1.0.0"
LICENCE: Final = "CC BY-NC-SA 4.0"
RECIPE: Final = Recipe()
TEACHER: Final = Recipe(
    seed=2,
    steps=5000,
    rate=1.5e-3,
    word_drop=0.2,
    sizes=Sizes(word=128, piece=96, shared=320, middle=320, tree=288, entity=192, arc=320, label=80),
)


def train_joint(data: Path, work: Path, out: Path, steps: int | None = None) -> dict[str, Any]:
    """Run the recipe (or take up an interrupted run in ``work``) and write the pipeline; returns its card."""
    torch.set_num_threads(1)
    work.mkdir(parents=True, exist_ok=True)
    recipe = replace(RECIPE, steps=steps) if steps else RECIPE
    material = prepare(data, recipe.seed)
    inventory = build_inventory(material.trees, material.labels)
    words = [[row.form for row in s] for s in material.trees]
    words += [
        list(s.words) for name, found in material.entities.items() if name != "templates" for s in found
    ]
    words += list(extra_sentences(data))
    table = word_table(words, build_lists(data))
    torch.manual_seed(recipe.seed)
    network = Network(recipe.sizes, inventory, len(table.words) + 1)
    types = Types(table)
    if recipe.vector_epochs and not (work / "state.pt").exists():
        pretrain(network, types, words, recipe.vector_epochs, recipe.seed, print)
    with (work / "log.jsonl").open("a", encoding="utf-8") as handle:

        def log(line: str) -> None:
            print(line, flush=True)
            handle.write(line + "\n")
            handle.flush()

        average = train(
            network,
            types,
            Trees(material.trees, inventory),
            {name: Entities(found, name, inventory) for name, found in material.entities.items()},
            recipe,
            work,
            log,
            checker(types, inventory, material),
        )
    network.load_state_dict(average.values)
    network.eval()
    return write_pipeline(network, inventory, table, material, recipe, out)


def write_pipeline(
    network: Network, inventory: Inventory, table: Any, material: Material, recipe: Recipe, out: Path
) -> dict[str, Any]:
    """Write the pipeline's folder with its card."""
    weights = weights_of(
        network.state_dict(),
        {name: network.crfs[name].tables() for name in inventory.heads},  # type: ignore[operator]
    )
    nlp = blank()
    component: Any = nlp.add_pipe(NAME)
    component.use(meta_of(inventory, known_lemmas(material.trees, inventory)), weights, table)
    nlp.meta.update(
        name="nirdesh", version=VERSION, license=LICENCE, description="Joint Hindi analyser for press text"
    )
    if out.exists():
        for part in out.iterdir():
            if part.is_dir():
                shutil.rmtree(part)
    out.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(out)
    return write_card(out, VERSION, asdict(recipe))


def write_card(
    out: Path, version: str, recipe: dict[str, Any], figures: dict[str, float] | None = None
) -> dict[str, Any]:
    """Write ``card.json`` over the files that are there; figures of an older card are kept unless given."""
    path = out / CARD
    old = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    size, sha256 = digest(out)
    card = {
        "version": version,
        "licence": LICENCE,
        "size": size,
        "sha256": sha256,
        "recipe": recipe,
        "figures": figures if figures is not None else old.get("figures", {}),
    }
    path.write_text(json.dumps(card, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return card
