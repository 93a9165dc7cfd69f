"""Do directives hold on kinds of reports that nothing was fitted on, and do more reports help?

``python -m nirdesh.evaluate.kinds corpus`` prints, for each kind of report (party, administration, other),
the figures on both splits and those of a judge fitted without that kind; then a learning curve: judges fitted
on ever more reports of `develop`, measured on `check`.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from pathlib import Path

from nirdesh.evaluate.gold import GoldReport, ids_of, read_gold, read_splits
from nirdesh.evaluate.judge import Case, both, calibration_error, cases, matrix, predict, tuned
from nirdesh.evaluate.records import make_records
from nirdesh.evaluate.score import score
from nirdesh.extract.directives.confidence import threshold
from nirdesh.run.pipeline import Pipeline

KINDS = ("party", "administration", "other")
STEPS = (10, 20, 40, 80, 120, 160, 240)


def judged_apart(
    train: Sequence[Case], test: Sequence[Case], missed: int, tuned_on: frozenset[str]
) -> tuple[float, float, float]:
    """F1 of directives found, F1 of whole ones and calibration error on cases that the judge never saw."""
    known = [case for case in train if case.found is not None]
    shown = [case for case in test if case.found is not None and case.scored]
    names, *weights = both(known, tuned_on)
    first, second = (predict(matrix(shown, names), column) for column in weights)
    kept = [(case, float(p * s)) for case, p, s in zip(shown, first, second, strict=True) if p >= threshold()]
    found = sum(bool(case.found) for case, _ in kept)
    right = sum(case.right for case, _ in kept)
    wanted = sum(bool(case.found) for case in shown) + missed
    total = max(1, len(kept) + wanted)
    error = calibration_error([(said, case.right) for case, said in kept])
    return 2 * found / total, 2 * right / total, error


def _missed(reports: Sequence[GoldReport], found: Sequence[Case]) -> int:
    wanted = sum(not d.soft for report in reports for d in report.directives)
    return max(0, wanted - sum(bool(case.found) for case in found))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both tables in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    chosen = parser.parse_args(arguments)
    gold = {report.id: report for report in read_gold(chosen.corpus / "gold.jsonl")}
    named = read_splits(chosen.corpus / "splits.toml")
    splits = {part: [gold[i] for i in ids_of(named, part)] for part in ("develop", "check")}
    tuned_on = tuned(named)
    pipeline = Pipeline("spacy")
    texts = chosen.corpus / "reports"
    drafts = {
        name: cases(pipeline, reports, lambda r: (texts / r.file).read_bytes().decode("utf-8"))
        for name, reports in splits.items()
    }
    records = make_records(gold.values(), texts)
    print(
        "| kind | split | reports | directives | whole | judge without the kind: directives | whole | error |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for kind in KINDS:
        for split, reports in splits.items():
            own = [report for report in reports if report.domain == kind]
            ids = {report.id for report in own}
            figures = score(own, records).figures()
            train = [c for c in drafts["develop"] if gold[c.report].domain != kind]
            test = [c for c in drafts[split] if c.report in ids]
            apart = judged_apart(train, test, _missed(own, test), tuned_on)
            cells = [figures.get("directives", 0.0), figures.get("whole directives", 0.0), *apart]
            row = " | ".join(f"{cell:.3f}" for cell in cells)
            print(f"| {kind} | {split} | {len(own)} | {row} |")
    print("\n| reports that the judge is fitted on | directives, check | whole, check | error, check |")
    print("|---|---|---|---|")
    order = sorted(splits["develop"], key=lambda r: hashlib.sha256(r.id.encode()).hexdigest())
    missed = _missed(splits["check"], drafts["check"])
    for step in [s for s in STEPS if s < len(order)] + [len(order)]:
        ids = {report.id for report in order[:step]}
        train = [case for case in drafts["develop"] if case.report in ids]
        row = " | ".join(f"{cell:.3f}" for cell in judged_apart(train, drafts["check"], missed, tuned_on))
        print(f"| {step} | {row} |")


if __name__ == "__main__":
    main()
