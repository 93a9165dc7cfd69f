"""Reports in which nothing counts: how many of them the pipeline leaves empty.

``python -m nirdesh.evaluate.empty corpus/empty_check.jsonl [--show]``. The judge of directives learns from
``corpus/empty.jsonl`` as well, so that one says less.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from nirdesh.evaluate.gold import read_texts
from nirdesh.evaluate.records import records_of


def main(argv: Sequence[str] | None = None) -> None:
    """Print how many reports are left empty, and with ``--show`` what stands in the others."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("reports", type=Path)
    parser.add_argument("--show", action="store_true")
    chosen = parser.parse_args(argv)
    texts = read_texts(chosen.reports)
    made = records_of([report for report, _ in texts], {report.id: text for report, text in texts})
    for what in ("directives", "assignments"):
        free = sum(not getattr(record, what) for record in made)
        print(f"without {what}: {free} of {len(made)}")
    empty = sum(not record.directives and not record.assignments for record in made)
    print(f"left empty: {empty} of {len(made)}, {empty / max(1, len(made)):.3f}")
    if chosen.show:
        for record in made:
            quotes = [item.evidence for item in record.directives]
            quotes += [item.evidence for item in record.assignments]
            for quote in quotes:
                print(f"{record.report.source}\t{quote.text}")


if __name__ == "__main__":
    main()
