"""Trains the joint analyser and writes it as the spaCy pipeline ``models/hi_nirdesh``."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

import torch

from nirdesh.analyse import blank
from nirdesh.analyse.models import CARD, digest
from nirdesh.analyse.neural.component import NAME
from nirdesh.analyse.neural.features import WordTable
from nirdesh.train.check import checker
from nirdesh.train.entities import Tagged
from nirdesh.train.export import known_lemmas, meta_of, weights_of
from nirdesh.train.joint import PLAIN, Entities, Recipe, Trees, build_inventory, train, word_table
from nirdesh.train.namelists import build_lists
from nirdesh.train.network import Inventory, Network, Sizes, Types
from nirdesh.train.prepare import LONGEST, Material, prepare
from nirdesh.train.vectors import extra_sentences, pretrain

VERSION: Final = "1.1.0"
LICENCE: Final = "CC BY-NC-SA 4.0"
# A wide analyser learns first; the small one learns alone, and then goes on with the wide one's answers too.
TEACHER: Final = Recipe(
    seed=2,
    steps=5000,
    rate=1.5e-3,
    word_drop=0.2,
    sizes=Sizes(word=128, piece=96, shared=320, middle=320, tree=288, entity=192, arc=320, label=80),
)
ALONE: Final = Recipe()
TAUGHT: Final = Recipe(
    seed=3,
    vector_epochs=0,
    steps=2700,
    rate=1e-3,
    teach=0.6,
    shares={"hiner": 0.28, "il-ner": 0.28, "ijcnlp": 0.13, "fire": 0.02, "templates": 0.09, PLAIN: 0.2},
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What all phases share: data, classes, word rows."""

    material: Material
    inventory: Inventory
    table: WordTable
    types: Types
    words: list[list[str]]
    plain: list[Tagged]

    @classmethod
    def of(cls, data: Path) -> Setting:
        """Read the data sets below ``data``."""
        material = prepare(data, ALONE.seed)
        inventory = build_inventory(material.trees, material.labels)
        words = [[row.form for row in s] for s in material.trees]
        words += [
            list(s.words) for name, found in material.entities.items() if name != "templates" for s in found
        ]
        extra = list(extra_sentences(data))
        table = word_table(words + extra, build_lists(data))
        plain = [Tagged(tuple(s), (), PLAIN) for s in extra if 3 < len(s) <= LONGEST]
        return cls(material, inventory, table, Types(table), words + extra, plain)


def phase(
    setting: Setting,
    recipe: Recipe,
    work: Path,
    start: Network | None = None,
    teacher: Network | None = None,
) -> Network:
    """Run one recipe, or take up an interrupted run in ``work``; the network with averaged weights."""
    work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(recipe.seed)
    network = Network(recipe.sizes, setting.inventory, len(setting.table.words) + 1)
    if start is not None:
        network.load_state_dict(start.state_dict())
    if recipe.vector_epochs and not (work / "state.pt").exists():
        pretrain(network, setting.types, setting.words, recipe.vector_epochs, recipe.seed, print)
    found = {**setting.material.entities, PLAIN: setting.plain}
    with (work / "log.jsonl").open("a", encoding="utf-8") as handle:

        def log(line: str) -> None:
            print(line, flush=True)
            handle.write(line + "\n")
            handle.flush()

        average = train(
            network,
            setting.types,
            Trees(setting.material.trees, setting.inventory),
            {name: Entities(found[name], name, setting.inventory) for name in recipe.shares},
            recipe,
            work,
            log,
            checker(setting.types, setting.inventory, setting.material),
            teacher,
        )
    network.load_state_dict(average.values)
    return network.eval().requires_grad_(False)


def train_joint(data: Path, work: Path, out: Path, steps: int | None = None) -> dict[str, Any]:
    """Run all phases (or take up an interrupted run in ``work``) and write the pipeline; returns its card."""
    torch.set_num_threads(1)
    setting = Setting.of(data)
    recipes = [replace(r, steps=steps) if steps else r for r in (TEACHER, ALONE, TAUGHT)]
    teacher = phase(setting, recipes[0], work / "teacher")
    alone = phase(setting, recipes[1], work / "alone")
    taught = phase(setting, recipes[2], work / "taught", alone, teacher)
    names = ("teacher", "alone", "taught")
    recorded = {name: asdict(recipe) for name, recipe in zip(names, recipes, strict=True)}
    return write_pipeline(taught, setting.inventory, setting.table, setting.material, recorded, out)


def write_pipeline(
    network: Network,
    inventory: Inventory,
    table: Any,
    material: Material,
    recipe: dict[str, Any],
    out: Path,
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
    return write_card(out, VERSION, recipe)


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
