"""Do directives hold on kinds of reports that nothing was fitted on, and do more reports help?

``python -m nirdesh.evaluate.kinds corpus`` prints, for each kind of report (party, administration, other),
the figures on both splits and those of a judge fitted without that kind; then a learning curve: judges fitted
on ever more reports of `develop`, measured on `check`. ``--readers FOLDER`` prints instead the figures with
readers of directives trained without each kind, in ``FOLDER/<kind>``, as made by
``python -m nirdesh.evaluate.directive_reader corpus --data DATA --without KIND --out FOLDER/KIND``.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from nirdesh.assemble import assemble
from nirdesh.evaluate.gold import GoldReport, ids_of, read_gold, read_splits
from nirdesh.evaluate.judge import Case, both, calibration_error, cases, matrix, predict, tuned
from nirdesh.evaluate.records import make_records
from nirdesh.evaluate.score import score
from nirdesh.extract.directives.confidence import threshold
from nirdesh.extract.directives.extractor import extract_directives
from nirdesh.extract.directives.trained import Reader
from nirdesh.extract.directives.trained import reader as shipped_reader
from nirdesh.extract.directives.trained.network import load
from nirdesh.ingest.build import to_report
from nirdesh.ingest.document import Document
from nirdesh.record.models import Record
from nirdesh.report import Report
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


def read_apart(
    pipeline: Pipeline, reports: Sequence[GoldReport], texts: Path, reader: Reader
) -> list[Record]:
    """Records whose directives come from the rules and another reader than the shipped one."""
    records: list[Record] = []
    for gold in reports:
        text = (texts / gold.file).read_bytes().decode("utf-8")
        report = to_report(Document(source=gold.file, place=gold.file, text=text, published=gold.published))
        if isinstance(report, Report):
            doc = pipeline.extracted(report)
            doc._.directives = extract_directives(doc, reader)
            records += assemble([doc])
    return records


def _print_readers(
    gold: Sequence[GoldReport], named: Mapping[str, list[str]], texts: Path, folder: Path
) -> None:
    """Figures on each kind of the unread reports with the shipped reader and one that never saw the kind."""
    unread = set(ids_of(named, "check"))
    pipeline = Pipeline("spacy")
    print("| kind, unread | reports | directives | whole | reader without the kind: directives | whole |")
    print("|---|---|---|---|---|---|")
    for kind in KINDS:
        own = [report for report in gold if report.domain == kind and report.id in unread]
        cells = []
        for reader in (shipped_reader(), Reader(load(folder / kind))):
            figures = score(own, read_apart(pipeline, own, texts, reader)).figures()
            cells += [figures.get("directives", 0.0), figures.get("whole directives", 0.0)]
        print(f"| {kind} | {len(own)} | " + " | ".join(f"{cell:.3f}" for cell in cells) + " |")


def _missed(reports: Sequence[GoldReport], found: Sequence[Case]) -> int:
    wanted = sum(not d.soft for report in reports for d in report.directives)
    return max(0, wanted - sum(bool(case.found) for case in found))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both tables in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--readers", type=Path, help="folder of readers trained without a kind")
    chosen = parser.parse_args(arguments)
    gold = {report.id: report for report in read_gold(chosen.corpus / "gold.jsonl")}
    named = read_splits(chosen.corpus / "splits.toml")
    if chosen.readers:
        _print_readers([*gold.values()], named, chosen.corpus / "reports", chosen.readers)
        return
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
