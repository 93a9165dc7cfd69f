"""Scores directives and assignments on real news: annotations by token number over a treebank kept elsewhere.

``python -m nirdesh.evaluate.standoff --data ../shared [--split develop] [--errors]``. The text of the Hindi
Dependency Treebank may not be passed on, so ``corpus/treebank`` holds none of its words: a quote is ``3:5-9``
(sentence 3, tokens 5 to 9, both numbered as in the treebank), ``3:5-4:2`` over a sentence end, several parts
joined by ``+``. People, dates and regions are not annotated there and not scored.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, get_args

from nirdesh.analyse import EngineName
from nirdesh.errors import NirdeshError
from nirdesh.evaluate.gold import GoldReport, read_splits
from nirdesh.evaluate.records import Table, baseline, records_of, to_markdown
from nirdesh.evaluate.score import Scores, score
from nirdesh.evaluate.treebank_text import TREEBANK, TreebankDocument, read_documents

QUOTED: Final = (
    *("evidence", "action", "issuer", "issuer_alt", "addressee", "addressee_alt", "repeats", "text"),
    *("assignee", "role", "role_alt", "region", "org", "by", "by_alt"),
)
SCORED: Final = ("directive", "whole directives", "assignment", "trap report", "report has")
UNSCORED: Final = ("directive regions",)


def resolved(value: Any, document: TreebankDocument, quoted: bool = False) -> Any:
    """An annotation with its references replaced by the words of the document."""
    if isinstance(value, dict):
        return {name: resolved(item, document, name in QUOTED) for name, item in value.items()}
    if isinstance(value, list):
        return [resolved(item, document, quoted) for item in value]
    return document.quote(value) if quoted and isinstance(value, str) else value


def gold_report(row: dict[str, Any], document: TreebankDocument) -> GoldReport:
    """One annotated document; ``published`` in the row overrules the treebank's date (null: unknown)."""
    values = {"published": document.published, **resolved(row, document)}
    return GoldReport.model_validate(values | {"file": row["id"]})


def read_standoff(folder: Path, data: Path) -> Iterator[tuple[GoldReport, str]]:
    """Every annotated document of ``corpus/treebank`` with its text, in order.

    Args:
        folder: Holds ``*.jsonl``, one document a row.
        data: Folder with the treebank, or its parent.
    """
    # ASCII is all that stands in these rows: no word of the treebank does.
    rows: list[dict[str, Any]] = [
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text("ascii").splitlines()
    ]
    root = data / "data" if (data / "data").is_dir() else data
    documents = read_documents(root / TREEBANK, {row["id"] for row in rows})
    for row in rows:
        yield gold_report(row, documents[row["id"]]), documents[row["id"]].text


def only_scored(scores: Scores) -> Scores:
    """The figures and failures of what is annotated: directives and assignments without their places."""

    def kept(name: str) -> bool:
        return name.startswith(SCORED) and name not in UNSCORED

    for table in (scores.tallies, scores.shares):
        for name in [name for name in table if not kept(name)]:
            del table[name]
    scores.failures[:] = [failure for failure in scores.failures if kept(failure.kind)]
    return scores


def measure(
    reports: Iterable[tuple[GoldReport, str]], splits: Mapping[str, list[str]], engine: EngineName = "spacy"
) -> tuple[Table, dict[str, Scores]]:
    """Figures on the given splits (column -> figure -> value), with the keyword baseline, and the scores."""
    wanted = {report for ids in splits.values() for report in ids}
    chosen = [(gold, text) for gold, text in reports if gold.id in wanted]
    records = records_of((gold for gold, _ in chosen), {gold.id: text for gold, text in chosen}, engine)
    table: Table = {}
    scores: dict[str, Scores] = {}
    for split, ids in splits.items():
        judged = [gold for gold, _ in chosen if gold.id in ids]
        scores[split] = only_scored(score(judged, records))
        table[split] = scores[split].figures()
        table[f"{split}, keywords"] = only_scored(score(judged, baseline(records))).figures()
    return table, scores


def counts(reports: Iterable[GoldReport]) -> str:
    """What is annotated, in words."""
    all_reports = list(reports)
    directives = [directive for report in all_reports for directive in report.directives]
    assignments = sum(len(report.assignments) for report in all_reports)
    optional = sum(directive.soft for directive in directives)
    kinds = Counter(directive.modality for directive in directives)
    shown = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    return (
        f"{len(all_reports)} documents, {len(directives)} directives ({shown}; {optional} optional), "
        f"{assignments} assignments"
    )


def main(argv: list[str] | None = None) -> int:
    """Print the table, and with ``--errors`` what lies behind it; exit status 2 where data are missing."""
    parser = argparse.ArgumentParser(description="Directives and assignments on real news.")
    parser.add_argument(
        "--data", type=Path, default=Path("../shared"), help="folder with treebank/, or its parent"
    )
    parser.add_argument("--corpus", type=Path, default=Path("corpus/treebank"))
    parser.add_argument("--split", choices=["develop", "check"], help="one split only")
    parser.add_argument("--engine", choices=get_args(EngineName), default="spacy")
    parser.add_argument("--errors", action="store_true", help="list the failures of `develop`")
    options = parser.parse_args(argv)
    splits = read_splits(options.corpus / "splits.toml")
    if options.split:
        splits = {options.split: splits[options.split]}
    try:
        reports = list(read_standoff(options.corpus, options.data))
        table, scores = measure(reports, splits, options.engine)
    except NirdeshError as error:
        print(error, file=sys.stderr)
        return 2
    for split, ids in splits.items():
        print(f"{split}: {counts(gold for gold, _ in reports if gold.id in ids)}")
        for name, tally in scores[split].tallies.items():
            print(f"  {name}: {tally.hits} found, {tally.extra} invented, {tally.missed} missed")
    print("\n" + to_markdown(table), end="")
    # The failures of `check` stay unread.
    for failure in scores["develop"].failures if options.errors and "develop" in scores else ():
        print(f"{failure.report}\t{failure.kind}\t{failure.what}\t{failure.detail}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
