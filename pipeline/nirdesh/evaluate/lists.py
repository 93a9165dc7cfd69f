"""Assignments of annotated reports with lists that no rule and no model has seen.

``python -m nirdesh.evaluate.lists corpus/assignments_check.jsonl`` measures the rules alone, what is shipped,
and with ``--model`` another trained reader, so that readers can be compared on reports that none of them
learned from.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from nirdesh.analyse import load_engine
from nirdesh.assemble import assemble
from nirdesh.evaluate.gold import GoldReport, read_texts
from nirdesh.evaluate.reader import documents
from nirdesh.evaluate.score import Scores, score
from nirdesh.extract.assignments import extract_assignments
from nirdesh.extract.assignments.trained import Reader, reader
from nirdesh.extract.assignments.trained.network import load


def measure(texts: Sequence[tuple[GoldReport, str]], models: Sequence[Path] = ()) -> dict[str, Scores]:
    """Scores of the rules alone, of the shipped reader and of the readers in ``models``, by name."""
    engine = load_engine("spacy")
    shipped = reader(engine.nlp)
    readers: dict[str, Reader | None] = {"rules alone": None, "as shipped": shipped}
    if shipped is not None:
        readers |= {str(folder): Reader(load(folder), shipped.vectors) for folder in models}
    found = documents(engine, texts)
    before = [(doc._.regions, doc._.offices) for _, doc in found]
    scores = {}
    for name, chosen in readers.items():
        for (_, doc), (regions, offices) in zip(found, before, strict=True):
            doc._.regions, doc._.offices = regions, offices
            doc._.assignments = extract_assignments(doc, chosen)
        scores[name] = score([gold for gold, _ in found], list(assemble([doc for _, doc in found])))
    return scores


def main() -> None:
    """Print F1, precision, recall and shares of right values."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("lists", type=Path)
    parser.add_argument("--model", type=Path, action="append", default=[], help="folder of another reader")
    chosen = parser.parse_args()
    for name, scores in measure(read_texts(chosen.lists), chosen.model).items():
        tally, figures = scores.tallies["assignments"], scores.figures()
        precision = tally.hits / max(1, tally.hits + tally.extra)
        recall = tally.hits / max(1, tally.hits + tally.missed)
        values = " ".join(f"{k} {figures.get(f'assignment {k}', 0):.3f}" for k in ("region", "by", "change"))
        print(f"{name}: F1 {tally.f1:.3f} P {precision:.3f} R {recall:.3f} {values}")


if __name__ == "__main__":
    main()
