"""Scores records on real news: annotations by number over texts that are kept elsewhere.

``python -m nirdesh.evaluate.standoff --data ../shared [--corpus corpus/newspapers] [--split develop]``, and
``--errors`` for what failed. The Hindi Dependency Treebank and the newspaper collection may not be passed on,
so ``corpus/treebank`` and ``corpus/newspapers`` hold none of their words. A quote of the first is ``3:5-9``
(sentence 3, tokens 5 to 9, both numbered as in the treebank) or ``3:5-4:2`` over a sentence end, one of
a newspaper's story ``12-30`` (code points); ``+`` joins parts. People, dates and regions are not annotated in
the treebank and not scored there.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Protocol, get_args

from nirdesh.analyse import EngineName
from nirdesh.errors import NirdeshError
from nirdesh.evaluate.gold import GoldReport, read_splits
from nirdesh.evaluate.news_text import NEWSPAPERS, Story, read_stories
from nirdesh.evaluate.records import Table, baseline, records_of, to_markdown
from nirdesh.evaluate.score import Scores, score
from nirdesh.evaluate.treebank_text import TREEBANK, TreebankDocument, read_documents

Row = dict[str, Any]

QUOTED: Final = (
    *("evidence", "action", "issuer", "issuer_alt", "addressee", "addressee_alt", "repeats", "text"),
    *("assignee", "role", "role_alt", "region", "org", "by", "by_alt"),
    *("name", "aliases", "posts", "regions", "region_alt", "org_alt"),
)
SCORED: Final = ("directive", "whole directives", "assignment", "trap report", "report has")
UNSCORED: Final = ("directive regions",)
PLACE: Final = ("source", "lines")  # where a story stands


class Quotable(Protocol):
    """A text whose words annotations give by number."""

    @property
    def text(self) -> str:
        """The running text."""

    @property
    def published(self) -> str | None:
        """ISO day, if it is known."""

    def quote(self, reference: str) -> str:
        """The words that a reference stands for."""


def resolved(value: Any, document: Quotable, quoted: bool = False) -> Any:
    """An annotation with its references replaced by the words of the document."""
    if isinstance(value, dict):
        return {name: resolved(item, document, name in QUOTED) for name, item in value.items()}
    if isinstance(value, list):
        return [resolved(item, document, quoted) for item in value]
    return document.quote(value) if quoted and isinstance(value, str) else value


def gold_report(row: Row, document: Quotable) -> GoldReport:
    """One annotated document; ``published`` in the row overrules the document's own date (null: unknown)."""
    items = {name: item for name, item in row.items() if name not in PLACE}
    values = {"published": document.published, **resolved(items, document)}
    return GoldReport.model_validate(values | {"file": row["id"]})


def read_standoff(folder: Path, data: Path) -> Iterator[tuple[GoldReport, str]]:
    """Every annotated document of ``corpus/treebank`` or ``corpus/newspapers`` with its text, in order.

    Args:
        folder: Holds ``*.jsonl``, one document a row.
        data: Folder with the treebank or the newspapers, or its parent.
    """
    # ASCII is all that stands in these rows: no word of the texts does.
    rows: list[Row] = [
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text("ascii").splitlines()
    ]
    root = data / "data" if (data / "data").is_dir() else data
    stories = {row["id"]: row for row in rows if "source" in row}
    rest = {row["id"] for row in rows} - set(stories)
    documents: dict[str, Story | TreebankDocument] = {}
    if stories:
        documents |= read_stories(root / NEWSPAPERS, stories)
    if rest:
        documents |= read_documents(root / TREEBANK, rest)
    for row in rows:
        yield gold_report(row, documents[row["id"]]), documents[row["id"]].text


def only_scored(scores: Scores, judged: Sequence[GoldReport]) -> Scores:
    """The figures and failures of what is annotated; without people only directives and assignments are.

    Their places are left out then, too.
    """
    if any(report.people for report in judged):
        return scores

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
        scores[split] = only_scored(score(judged, records), judged)
        table[split] = scores[split].figures()
        table[f"{split}, keywords"] = only_scored(score(judged, baseline(records)), judged).figures()
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


def one_split(splits: Mapping[str, list[str]], name: str) -> list[str]:
    """The documents of one split.

    Raises:
        NirdeshError: ``no-split`` when there is none of that name; the message lists the others.
    """
    if name not in splits:
        raise NirdeshError("no-split", f"There is no split {name}, only {', '.join(splits)}.")
    return splits[name]


def main(argv: list[str] | None = None) -> int:
    """Print the table, and with ``--errors`` what lies behind it; exit status 2 where data are missing."""
    parser = argparse.ArgumentParser(description="Records of real news.")
    parser.add_argument(
        "--data", type=Path, default=Path("../shared"), help="folder with treebank/ and text/, or its parent"
    )
    parser.add_argument("--corpus", type=Path, default=Path("corpus/treebank"))
    parser.add_argument("--split", help="one split only, `develop` say")
    parser.add_argument("--engine", choices=get_args(EngineName), default="spacy")
    parser.add_argument("--errors", action="store_true", help="list the failures of development splits")
    options = parser.parse_args(argv)
    splits = read_splits(options.corpus / "splits.toml")
    try:
        if options.split:
            splits = {options.split: one_split(splits, options.split)}
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
    # The failures of `check` and its like stay unread.
    read = [scores[split] for split in splits if split.startswith("develop")] if options.errors else []
    for failure in (failure for found in read for failure in found.failures):
        print(f"{failure.report}\t{failure.kind}\t{failure.what}\t{failure.detail}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
