"""From trained torch weights to the files that the numpy analyser reads."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from torch import Tensor

from nirdesh.analyse.neural.lemmas import edit_of
from nirdesh.train.network import Inventory
from nirdesh.train.treebank import Row

Floats = npt.NDArray[np.float32]
LSTMS = ("shared", "middle", "tree", "entity")
LINEAR = (
    "flag tag upos feats edit arc_dep arc_head arc arc_bias label_dep label_head label_bias".split()  # noqa: SIM905
)


def gates(matrix: Floats) -> Floats:
    """Torch's gate order i, f, g, o as i, f, o, g, turned for ``x @ weight``."""
    i, f, g, o = np.split(matrix, 4, axis=0)
    return np.ascontiguousarray(np.concatenate([i, f, o, g], axis=0).T)


def weights_of(
    state: Mapping[str, Tensor], crf_tables: Mapping[str, tuple[Tensor, Tensor, Tensor]]
) -> dict[str, Floats]:
    """Arrays by the names that ``nirdesh.analyse.neural.model`` uses."""
    plain = {name: value.detach().float().numpy() for name, value in state.items()}
    out: dict[str, Floats] = {name: plain[f"{name}.weight"] for name in ("word", "piece", "end")}
    for name in LSTMS:
        for way in ("forward", "backward"):
            part = f"{name}.{way}_run"
            out[f"{name}.{way}.input"] = gates(plain[f"{part}.weight_ih_l0"])
            out[f"{name}.{way}.recurrent"] = gates(plain[f"{part}.weight_hh_l0"])
            bias = plain[f"{part}.bias_ih_l0"] + plain[f"{part}.bias_hh_l0"]
            out[f"{name}.{way}.bias"] = gates(bias[:, None])[0]
    for name in [
        *LINEAR,
        *(key[: -len(".weight")] for key in plain if key.startswith("heads.") and key.endswith(".weight")),
    ]:
        out[f"{name}.weight"] = np.ascontiguousarray(plain[f"{name}.weight"].T)
        out[f"{name}.bias"] = plain[f"{name}.bias"]
    out["root"] = plain["root"]
    out["label"] = plain["label"]
    for name, tables in crf_tables.items():
        for part, value in zip(("steps", "start", "ends"), tables, strict=True):
            out[f"crfs.{name}.{part}"] = value.detach().float().numpy()
    return out


def known_lemmas(
    trees: Sequence[Sequence[Row]], inventory: Inventory, least: int = 2
) -> dict[str, dict[str, int]]:
    """Form -> UPOS -> edit for forms seen at least ``least`` times, by majority."""
    number = {edit: i for i, edit in enumerate(inventory.edits)}
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in trees:
        for row in sentence:
            form = unicodedata.normalize("NFC", row.form)
            counts[form, row.upos][edit_of(form, row.lemma)] += 1
    known: dict[str, dict[str, int]] = {}
    for (form, upos), edits in sorted(counts.items()):
        edit, count = min(edits.items(), key=lambda item: (-item[1], item[0]))
        if sum(edits.values()) >= least and edit in number and count / sum(edits.values()) > 0.6:
            known.setdefault(form, {})[upos] = number[edit]
    return known


def meta_of(inventory: Inventory, known: Mapping[str, Mapping[str, int]]) -> dict[str, Any]:
    """What the model keeps beside its weights."""
    return {
        "classes": {
            "tag": inventory.tags,
            "upos": inventory.upos,
            "feats": inventory.feats,
            "edit": inventory.edits,
            "dep": inventory.deps,
        },
        "entities": inventory.heads,
        "lemmas": known,
    }
