"""Retrains the models from recorded recipes: ``python -m nirdesh.train --data ../shared``."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from pathlib import Path

MODELS = ("hi_nirdesh", "labels", "stanza")


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line; one thread, so that a recipe gives the same weights again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=Path("../shared"), help="folder with treebank and ner, or its parent"
    )
    parser.add_argument("--only", choices=MODELS, action="append", help="train only this model")
    parser.add_argument("--work", type=Path, default=Path(".training"), help="folder for states and logs")
    parser.add_argument("--models", type=Path, default=Path("models"), help="where the finished models go")
    parser.add_argument("--steps", type=int, default=None, help="other number of steps than the recipe's")
    chosen = parser.parse_args(arguments)
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    data = chosen.data / "data" if (chosen.data / "data").is_dir() else chosen.data
    if "hi_nirdesh" in (chosen.only or MODELS):
        from nirdesh.train.build import train_joint

        print(
            json.dumps(train_joint(data, chosen.work / "joint", chosen.models / "hi_nirdesh", chosen.steps))
        )
    if {"hi_nirdesh", "labels"} & set(chosen.only or MODELS):  # the second reading of labels in hi_nirdesh
        from nirdesh.train.labels import train_labels

        print(json.dumps(train_labels(data, chosen.models)))
    if "stanza" in (chosen.only or MODELS):
        from nirdesh.train.stanza_recipe import train_stanza

        folder = chosen.models / "stanza" / "hi"
        print(json.dumps(train_stanza(data, chosen.work / "stanza", folder, chosen.models / "hi_nirdesh")))


if __name__ == "__main__":
    main()
