"""Reports in which nothing counts: how many of them the pipeline leaves empty.

``python -m nirdesh.evaluate.empty corpus/empty_check.jsonl [--show]``. The judge of directives learns from
``corpus/empty.jsonl`` as well, so that one says less.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from nirdesh.evaluate.gold import GoldReport
from nirdesh.ingest.document import Document
from nirdesh.record.models import Record
from nirdesh.run.pipeline import Pipeline

EMPTY = "empty.jsonl"


def read_empty(path: Path) -> list[tuple[GoldReport, str]]:
    """Reports with their texts; their annotations hold nothing."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text = row.pop("text")
        found.append((GoldReport.model_validate({**row, "file": f"{row['id']}.txt"}), text))
    return found


def records_of(texts: Sequence[tuple[GoldReport, str]], pipeline: Pipeline) -> list[Record | None]:
    """A record for each report, or None where the pipeline refused it."""
    documents = [Document(source=g.file, place=g.file, text=text, published=g.published) for g, text in texts]
    outcomes = pipeline.process(documents).outcomes
    return [Record.from_json(outcome.record) if outcome.record else None for outcome in outcomes]


def main(argv: Sequence[str] | None = None) -> None:
    """Print how many reports are left empty, and with ``--show`` what stands in the others."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("reports", type=Path)
    parser.add_argument("--show", action="store_true")
    chosen = parser.parse_args(argv)
    texts = read_empty(chosen.reports)
    made = [record for record in records_of(texts, Pipeline("spacy")) if record is not None]
    for what in ("directives", "assignments"):
        free = sum(not getattr(record, what) for record in made)
        print(f"without {what}: {free} of {len(texts)}")
    empty = sum(not record.directives and not record.assignments for record in made)
    print(f"left empty: {empty} of {len(texts)}, {empty / max(1, len(texts)):.3f}")
    if chosen.show:
        for record in made:
            quotes = [item.evidence for item in record.directives]
            quotes += [item.evidence for item in record.assignments]
            for quote in quotes:
                print(f"{record.report.source}\t{quote.text}")


if __name__ == "__main__":
    main()
